"""faster-whisper's own loading and decoding, on a model that says the same whatever it hears."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from stages.transcribe.sounds import noise, silent
from support import tiny_whisper
from support.tiny_whisper import SAYS

from cueweave.clients.models.folder import write_manifest
from cueweave.domain.engines import Whisper
from cueweave.domain.transcript import Span, Utterance
from cueweave.errors import EngineFailed, LanguageNotHeard
from cueweave.stages.transcribe.whisper import transcribe_by_whisper
from cueweave.stages.words import cut_words

SPEECH = [Span(5.0, 20.0), Span(21.0, 30.0), Span(60.0, 75.0), Span(80.0, 160.0)]
SHORT = [Span(5.0, 20.0)]


def engine(folder: Path, model: str = "tiny") -> Whisper:
    write_manifest(folder, name=model, repository="owner/name", revision="1")
    return Whisper(model=model, folder=folder, reads=(folder,), threads=2)


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> Whisper:
    return engine(tiny_whisper.make(tmp_path_factory.mktemp("model") / "tiny"))


def hear(
    whisper: Whisper, folder: Path, language: str | None = None, speech: Sequence[Span] = SHORT
) -> list[Utterance]:
    sound = noise(folder, speech[-1].end + 5.0)
    return transcribe_by_whisper(whisper, cut_words, sound, speech, language, silent)


def test_every_window_is_heard_with_punctuation_and_times(german: Whisper, tmp_path: Path) -> None:
    heard = hear(german, tmp_path, speech=SPEECH)
    words = [word for utterance in heard for word in utterance.words]
    windows = len(words) // len(SAYS)
    assert [word.text for word in words] == list(SAYS) * windows
    assert windows == 5  # 25 s, 15 s, and 80 s in three
    assert all(one.end <= other.start for one, other in pairwise(words))
    assert [len(utterance.words) for utterance in heard] == [4, 1] * windows
    assert 4.7 <= words[0].start < words[0].end < 10.0
    assert words[len(SAYS)].start >= 59.7
    assert all(word.confidence > 0.9 for word in words)


def test_the_language_is_told_from_the_sound(german: Whisper, tmp_path: Path) -> None:
    assert {utterance.language for utterance in hear(german, tmp_path)} == {"de"}


def test_the_language_that_was_told_is_taken(german: Whisper, tmp_path: Path) -> None:
    assert {utterance.language for utterance in hear(german, tmp_path, "fr")} == {"fr"}
    assert {utterance.language for utterance in hear(german, tmp_path, "nb")} == {"no"}


def test_a_language_that_the_model_does_not_know_is_refused(german: Whisper, tmp_path: Path) -> None:
    with pytest.raises(LanguageNotHeard, match="send subtitles"):
        hear(german, tmp_path, "qu")


def test_a_model_of_english_hears_english_only(tmp_path: Path) -> None:
    english = engine(tiny_whisper.make(tmp_path / "own", language=None), "own")
    assert {utterance.language for utterance in hear(english, tmp_path)} == {"en"}
    with pytest.raises(LanguageNotHeard, match="English only"):
        hear(english, tmp_path, "de")


def test_a_script_without_spaces_is_cut_into_words(tmp_path: Path) -> None:
    japanese = engine(
        tiny_whisper.make(tmp_path / "ja", says=("今日は天気", "がいいです", "。"), language="ja", spaced=False)
    )
    heard = hear(japanese, tmp_path)
    assert {utterance.language for utterance in heard} == {"ja"}
    assert [word.text for word in heard[0].words] == ["今日は", "天気が", "いいです。"]


def test_what_hears_can_be_pickled(german: Whisper, tmp_path: Path) -> None:
    again = pickle.loads(pickle.dumps(partial(transcribe_by_whisper, german, cut_words)))  # noqa: S301
    assert again(noise(tmp_path, 10.0), [Span(1.0, 9.0)], None, silent)


@pytest.mark.parametrize("name", ["model.bin", "tokenizer.json", "vocabulary.json", "config.json"])
def test_a_model_that_is_not_whole_is_refused_with_the_command(tmp_path: Path, name: str) -> None:
    broken = engine(tiny_whisper.make(tmp_path / "tiny"))
    file = broken.folder / name
    file.write_bytes(file.read_bytes()[:-1] + b"?")
    with pytest.raises(EngineFailed, match="cueweave models pull tiny"):
        hear(broken, tmp_path)


def test_a_model_that_is_gone_is_refused_and_nothing_is_fetched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:1")
    with pytest.raises(EngineFailed, match="cueweave models pull base"):
        hear(Whisper("base", tmp_path / "none", (), threads=1), tmp_path)


def test_a_file_that_is_no_model_is_told(tmp_path: Path) -> None:
    whole = tiny_whisper.make(tmp_path / "own")
    (whole / "model.bin").write_bytes(b"this is no model")
    with pytest.raises(EngineFailed, match="can't be used"):
        hear(engine(whole), tmp_path)


def test_a_way_to_calculate_that_the_machine_lacks_is_told(german: Whisper, tmp_path: Path) -> None:
    with pytest.raises(EngineFailed, match="float16"):
        hear(replace(german, compute_type="float16"), tmp_path)
