"""Subtitles that lie early, late or drift are put right; others are left alone."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cueweave.domain.transcript import Cue, Fit, Span
from cueweave.stages.sync import apply_fit, fit_subtitles

DURATION = 600.0


def silent(share: float) -> None:
    """Nobody watches."""


def talk(seed: int) -> list[Span]:
    """Ten minutes in which somebody speaks and pauses."""
    chance = random.Random(seed)
    spans: list[Span] = []
    at = 5.0
    while at < DURATION - 20:
        length = chance.uniform(1, 6)
        spans.append(Span(at, at + length))
        at += length + chance.uniform(0.3, 3)
    return spans


def cues(speech: list[Span], *, offset: float = 0.0, rate: float = 1.0) -> list[Cue]:
    """What a person would have made of it, then moved; earlier than 0 there are no cues."""
    moved = [Cue(span.start * rate + offset, span.end * rate + offset, "some words") for span in speech]
    return [cue for cue in moved if cue.start >= 0]


@pytest.mark.parametrize("offset", [-100.0, -37.0, -3.0, 1.7, 45.0, 115.0])
def test_an_offset_is_found(offset: float) -> None:
    fit = fit_subtitles(cues(talk(1), offset=offset), talk(1), DURATION, silent)
    assert (fit.method, fit.rate) == ("offset", 1.0)
    assert fit.offset == pytest.approx(-offset, abs=0.03)


@pytest.mark.parametrize("rate", [24 / 23.976, 25 / 23.976, 25 / 24, 23.976 / 24, 23.976 / 25, 24 / 25, 1.05, 0.955])
def test_a_drift_is_found(rate: float) -> None:
    given_cues = cues(talk(2), offset=4.0, rate=rate)
    fit = fit_subtitles(given_cues, talk(2), DURATION, silent)
    assert fit.method == "offset and rate"
    residuals = [
        abs(cue.start - span.start) for cue, span in zip(apply_fit(given_cues, fit, DURATION), talk(2), strict=True)
    ]
    assert sorted(residuals)[len(residuals) // 2] < 0.3


def test_subtitles_that_fit_are_left_as_they_are() -> None:
    assert fit_subtitles(cues(talk(3)), talk(3), DURATION, silent).method == "as given"


def test_subtitles_of_another_talk_are_left_as_they_are() -> None:
    assert fit_subtitles(cues(talk(4)), talk(5), DURATION, silent).method == "as given"


@pytest.mark.parametrize("speech", [[], [Span(0.0, DURATION)]])
def test_without_evidence_nothing_is_moved(speech: list[Span]) -> None:
    fit = fit_subtitles(cues(talk(6), offset=9.0), speech, DURATION, silent)
    assert (fit.offset, fit.rate, fit.method) == (0.0, 1.0, "as given")


def test_a_single_cue_at_zero_does_no_harm() -> None:
    assert fit_subtitles([Cue(0.0, 0.0, "x")], [Span(1.0, 2.0)], 5.0, silent).rate == 1.0


@given(
    st.lists(st.tuples(st.floats(0, 1e5), st.floats(0, 100)), min_size=1, max_size=30),
    st.floats(-120, 120),
    st.floats(0.94, 1.06),
    st.floats(0.1, 5000),
)
def test_no_cue_is_lost_and_all_lie_inside_the_medium(
    times: list[tuple[float, float]], offset: float, rate: float, duration: float
) -> None:
    given_cues = sorted((Cue(start, start + length, "x") for start, length in times), key=lambda cue: cue.start)
    moved = apply_fit(given_cues, Fit(offset, rate, 1.0, "offset"), duration)
    assert len(moved) == len(given_cues)
    assert all(0 <= cue.start <= cue.end <= duration for cue in moved)
    assert [cue.start for cue in moved] == sorted(cue.start for cue in moved)
