"""What a server hears becomes words in the medium's time, whatever it says of times."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from stages.transcribe.sounds import noise, silent
from support.speech_server import TEXT, Act, Asked, Script, SpeechServer, answers, fails, good

from cueweave.domain import engines
from cueweave.domain.transcript import Sound, Span, Utterance
from cueweave.errors import EngineFailed
from cueweave.stages.transcribe.server import LONGEST_UNTIMED, transcribe_by_server
from cueweave.stages.words import cut_words

SPEECH = [Span(10.0, 20.0), Span(22.0, 40.0), Span(60.0, 75.0)]


@pytest.fixture
def sound(tmp_path: Path) -> Sound:
    return noise(tmp_path, 80.0)


def hear(sound: Sound, script: Script, language: str | None = None) -> tuple[list[Utterance], list[Asked]]:
    with SpeechServer(script) as server:
        access = engines.SpeechServer("whisper-1", server.url)
        heard = transcribe_by_server(access, cut_words, sound, SPEECH, language, silent)
    words = [word for utterance in heard for word in utterance.words]
    assert all(0 <= word.start <= word.end <= sound.duration for word in words)
    assert all(one.end <= other.start for one, other in pairwise(words))
    return heard, server.asked


def said(heard: list[Utterance]) -> str:
    return " ".join(word.text for utterance in heard for word in utterance.words)


def test_words_have_the_times_of_the_server_in_the_medium(sound: Sound) -> None:
    heard, asked = hear(sound, good)
    assert said(heard) == f"{TEXT} {TEXT}"
    assert [round(request.seconds, 1) for request in asked] == [30.6, 15.6]
    first = heard[0].words[0]
    assert first.text == "Hello,"
    assert [first.start, first.end] == pytest.approx([10.2, 10.6])
    assert heard[2].words[0].start == pytest.approx(60.2)
    assert {utterance.language for utterance in heard} == {"en"}
    assert [len(utterance.words) for utterance in heard] == [4, 3, 4, 3]


def test_without_times_of_words_those_of_segments_bound_them(sound: Sound) -> None:
    def segments(_asked: Asked) -> Act:
        parts = [{"text": "One two.", "start": 0.3, "end": 5.0}, {"text": "Three", "start": 14.0, "end": 18.0}]
        return answers({"text": "One two. Three", "language": "de", "segments": parts})

    heard, _ = hear(sound, segments)
    one, three = heard[0].words, heard[1].words
    assert [one[0].start, one[-1].end] == pytest.approx([10.0, 14.7])
    assert [three[0].start, three[-1].end] == pytest.approx([23.7, 27.7])
    assert heard[0].language == "de"


def test_a_server_that_times_nothing_gets_shorter_pieces(sound: Sound) -> None:
    heard, asked = hear(sound, lambda _: answers({"text": "some words"}), "pt")
    assert max(request.seconds for request in asked[1:]) <= LONGEST_UNTIMED + 1.0
    assert [(utterance.words[0].start, utterance.words[-1].end) for utterance in heard] == [
        pytest.approx((10.0, 20.0)),
        pytest.approx((22.0, 40.0)),
        pytest.approx((60.0, 75.0)),
    ]
    assert {utterance.language for utterance in heard} == {"pt"}


def test_what_was_heard_with_times_is_not_heard_again_without(tmp_path: Path) -> None:
    def forgets(asked: Asked) -> Act:
        return good(asked) if asked.number == 0 else answers({"text": "later"})

    with SpeechServer(forgets) as server:
        access = engines.SpeechServer("whisper-1", server.url)
        sound = noise(tmp_path, 200.0)
        heard = transcribe_by_server(access, cut_words, sound, [Span(0.0, 180.0)], "nb", silent)
    assert said(heard).startswith(f"{TEXT} later")
    assert heard[2].words[0].start == pytest.approx(90.0)
    assert server.asked[0].fields["language"] == ["no"]
    assert {utterance.language for utterance in heard} == {"nb"}


def test_times_beyond_what_was_sent_are_not_believed(sound: Sound) -> None:
    def astray(_asked: Asked) -> Act:
        return answers({"text": "here there", "words": [{"word": "here", "start": 5000, "end": 5001}]})

    heard, _ = hear(sound, astray)
    assert said(heard) == "here there here there"
    assert [heard[0].words[0].start, heard[0].words[-1].end] == pytest.approx([10.0, 40.0])


def test_scripts_without_spaces_are_cut_into_words(sound: Sound) -> None:
    heard, _ = hear(sound, lambda _: answers({"text": "今日はとても天気がいいです。", "language": "japanese"}))
    assert len(heard[0].words) > 2
    assert {utterance.language for utterance in heard} == {"ja"}


def test_nothing_heard_is_nothing(sound: Sound) -> None:
    assert hear(sound, lambda _: answers({"text": "", "segments": [], "words": []}))[0] == []


def test_a_server_that_refuses_ends_it_with_a_sentence(sound: Sound) -> None:
    with pytest.raises(EngineFailed, match="refuses the key"):
        hear(sound, fails(status=401))


def test_progress_never_goes_back(sound: Sound) -> None:
    told: list[float] = []
    with SpeechServer(lambda _: answers({"text": "some words"})) as server:
        access = engines.SpeechServer("whisper-1", server.url)
        transcribe_by_server(access, cut_words, sound, SPEECH, None, told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0
