"""Another speaker begins where the subtitles mark it, in any of the usual ways."""

import pytest

from cueweave.domain.transcript import Cue
from cueweave.stages.sentences import find_speakers, find_turns


def turns(*texts: str) -> list[str]:
    """The words that begin a turn."""
    words = " ".join(texts).split()
    return [words[at] for at in sorted(find_turns([Cue(at, at + 1, text) for at, text in enumerate(texts)]))]


@pytest.mark.parametrize(
    ("cues", "found"),
    [
        (("so we go >> yes we do", ">>> And now"), [">>", ">>>"]),
        ((">>Ann: Hi.", ">>Bob: Hello."), [">>Bob:"]),
        (("JOHN: We go.", "Yes, we do. ANN: No."), ["ANN:"]),
        (("Ann: We go.", "Bob: And then", "we went. Ann: No."), ["Bob:", "Ann:"]),
        (("Good evening.", "Prof. Anna von Berg: Thank you."), ["Prof."]),
        (("Speaker 1: We go.", "Speaker 2: No."), ["Speaker"]),
        (("[Ann]: We go.", "[Bob]: No.", "[Ann]: Yes."), ["[Bob]:", "[Ann]:"]),
        (("- Hello. - Hi.", "-How are you?"), ["-", "-How"]),
        (("– ¿Qué tal? – Bien.",), ["–"]),
        (("我们走。 - 好。",), ["-"]),
    ],
)
def test_marks_of_another_speaker_are_found(cues: tuple[str, ...], found: list[str]) -> None:
    assert turns(*cues) == found


@pytest.mark.parametrize(
    "cues",
    [
        ("We go.", "Note: this is new.", "Note: that too.", "Example: five."),
        ("Das Problem: wir warten.", "das ist so."),
        ("the first - and the second", "- and the third"),
        ("It fell to", "-5 degrees. - 7 is less."),
        ("shift it x >> 2 and", "at 10:30 we go"),
        ("Ann: We go.", "Ann: And then", "Ann: we went."),
        ("The Guardian wrote: no.",),
    ],
)
def test_what_only_looks_like_one_is_none(cues: tuple[str, ...]) -> None:
    assert turns(*cues) == []


def test_a_voice_that_changes_is_a_turn_and_one_that_goes_on_is_none() -> None:
    cues = [Cue(0, 1, "we go", "Ann"), Cue(1, 2, "and go", "Ann"), Cue(2, 3, "no", "Bob"), Cue(3, 4, "never", "Bob")]
    assert find_turns(cues) == {4}


def test_no_cues_have_no_turns() -> None:
    assert find_turns([]) == frozenset()


def speakers(*cues: Cue) -> list[str | None]:
    """Each speaker once where one follows another."""
    found = find_speakers(cues)
    return [speaker for at, speaker in enumerate(found) if at == 0 or found[at - 1] != speaker]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("JOHN: We go.", "Yes, we do. ANN: No."), ["JOHN", "ANN"]),
        (("[Ann]: We go.", "[Bob]: No.", "[Ann]: Yes."), ["Ann", "Bob", "Ann"]),
        ((">>Ann: Hi.", ">>Bob: Hello.", ">> And you?"), ["Ann", "Bob", None]),
        (("- Hello. - Hi.", "-How are you?"), [None]),
        (("So we go.", "And then we went."), [None]),
    ],
)
def test_speakers_are_known_where_labels_name_them(texts: tuple[str, ...], found: list[str | None]) -> None:
    assert speakers(*(Cue(at, at + 1, text) for at, text in enumerate(texts))) == found


def test_voices_beside_the_text_name_speakers_too() -> None:
    cues = [
        Cue(0, 1, "We go.", "Ann"),
        Cue(1, 2, "Yes, we do.", "Ann"),
        Cue(2, 3, "No.", "Bob"),
        Cue(3, 4, "(applause)"),
    ]
    assert speakers(*cues) == ["Ann", "Bob", None]
    assert len(find_speakers(cues)) == 7


def test_no_words_have_no_speakers() -> None:
    assert find_speakers([]) == []
