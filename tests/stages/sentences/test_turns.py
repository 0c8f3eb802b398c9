"""Another speaker begins where the subtitles mark it, in any of the usual ways."""

import pytest

from cueweave.domain.transcript import Cue
from cueweave.stages.sentences import find_turns


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
