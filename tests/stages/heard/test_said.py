"""An utterance that fits the sound far worse than is usual goes, the shorter the more slowly."""

import math
from dataclasses import replace

import pytest
from hypothesis import given, strategies as st
from stages.heard.utterances import texts_of, utterance

from cueweave.stages.heard import said, to_judge

HEARD = [utterance(f"sentence number {at} is said", 2.0 * at, 2.0 * at + 1.5) for at in range(10)]


USUAL = [1.5, 1.8, 2.0, 2.2, 2.4]


def test_the_one_that_does_not_fit_goes() -> None:
    kept, drops = said(HEARD, {3: 9.0, 7: 2.6}, USUAL)
    assert texts_of(kept) == texts_of([*HEARD[:3], *HEARD[4:]])
    assert len(drops) == 1


def test_one_through_which_no_path_leads_goes() -> None:
    assert len(said(HEARD, {3: math.inf}, USUAL)[0]) == len(HEARD) - 1


def test_where_no_path_leads_through_anything_all_stays() -> None:
    assert said(HEARD, dict.fromkeys(range(len(HEARD)), math.inf), [])[0] == HEARD


def test_most_may_be_false_where_some_are_beyond_doubt() -> None:
    assert texts_of(said(HEARD, dict.fromkeys(range(1, 10), 8.0), USUAL)[0]) == texts_of(HEARD[:1])


@given(st.floats(0.5, 12.0))
def test_what_fits_everywhere_alike_stays_however_badly(loss: float) -> None:
    assert said(HEARD, dict.fromkeys(range(len(HEARD)), loss), [])[0] == HEARD


@pytest.mark.parametrize(("text", "stays"), [("yes", True), ("yes and then he went on to say nothing", False)])
def test_a_few_words_are_believed_longer(text: str, stays: bool) -> None:  # noqa: FBT001 - a parameter of the test
    heard = [*HEARD, utterance(text, 30.0, 32.0)]
    kept, _ = said(heard, {len(HEARD): 6.0}, USUAL)
    assert (len(kept) == len(heard)) == stays


def test_only_doubtful_ones_are_listened_to_and_some_others_beside_them() -> None:
    sure = [replace(word, confidence=0.98) for each in HEARD for word in each.words]
    assert to_judge(HEARD, sure) == ([], [])
    unsure = [replace(word, confidence=0.1) if word.start < 1.5 else word for word in sure]
    doubtful, others = to_judge(HEARD * 20, unsure + sure * 19)
    assert doubtful == [0]
    assert 30 < len(others) < 60
    assert 0 not in others
