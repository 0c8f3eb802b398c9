"""Captions break where a reader would."""

from captions import srt
from voice import SpokenWord


def spoken(text: str) -> tuple[SpokenWord, ...]:
    """A second a word."""
    return tuple(SpokenWord(word, float(n), n + 1.0) for n, word in enumerate(text.split()))


def test_a_short_sentence_is_one_line() -> None:
    assert srt([spoken("Let us sum up.")]) == "1\n00:00:00,000 --> 00:00:04,000\nLet us sum up.\n"


def test_a_long_sentence_breaks_after_its_comma() -> None:
    text = "Almost everything that we carry with us runs on one, and today we will see how they store energy."
    first, second = srt([spoken(text)]).split("\n\n")
    assert first.endswith("on one,")
    assert second.split("\n")[2].startswith("and today")


def test_times_above_an_hour_are_written_in_full() -> None:
    assert "01:01:01,250 --> 01:01:02,000" in srt([(SpokenWord("late", 3661.25, 3662.0),)])
