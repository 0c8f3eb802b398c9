"""A paragraph has a speaker where one person says all of it."""

import pytest

from cueweave.domain.analysis import Analysis, Section
from cueweave.domain.transcript import Alignment, Fit, Medium, Word
from cueweave.pipeline.compose import compose

WORDS = tuple(Word(text, at, at + 1.0, 0.9) for at, text in enumerate("We go. Never again.".split()))
ANALYSIS = Analysis((Section(0, 2), Section(2, 4)), "offline")
FOUND = (Medium(4.0, has_sound=True, has_picture=False), "en", Fit(0.0, 1.0, 1.0, "as given"))


@pytest.mark.parametrize(
    ("speakers", "shown"),
    [
        (["Ann", "Ann", "Bob", "Bob"], ["Ann", "Bob"]),
        (["Ann", "Ann", "Ann", "Bob"], ["Ann", None]),
        (["Ann", "Ann", None, "Ann"], ["Ann", None]),
        ([None] * 4, [None, None]),
        ([], [None, None]),
    ],
)
def test_only_who_says_all_of_it_is_shown(speakers: list[str | None], shown: list[str | None]) -> None:
    transcript = compose(FOUND, Alignment(WORDS, "spread", 0.0), ANALYSIS, [], speakers)
    assert [paragraph.speaker for paragraph in transcript.paragraphs] == shown
