"""Subtitles that lie early, late or drift are put right; others are left alone."""

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings, strategies as st

from cueweave.domain.transcript import Cue, Fit, Piece, Span
from cueweave.stages.sync import anchor_cues, apply_fit, fit_subtitles, refine, search_fits

DURATION = 600.0


def fit_to(cues: list[Cue], speech: list[Span], duration: float) -> Fit:
    """Searched and judged; nobody watches."""
    return fit_subtitles(search_fits(cues, speech, duration, lambda _: None))


def talk(seed: int, duration: float = DURATION) -> list[Span]:
    """Ten minutes (unless told) in which somebody speaks and pauses."""
    chance = random.Random(seed)
    spans: list[Span] = []
    at = 5.0
    while at < duration - 20:
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
    fit = fit_to(cues(talk(1), offset=offset), talk(1), DURATION)
    assert (fit.method, fit.rate) == ("offset", 1.0)
    assert fit.offset == pytest.approx(-offset, abs=0.03)


@pytest.mark.parametrize("rate", [24 / 23.976, 25 / 23.976, 25 / 24, 23.976 / 24, 23.976 / 25, 24 / 25, 1.05, 0.955])
def test_a_drift_is_found(rate: float) -> None:
    given_cues = cues(talk(2), offset=4.0, rate=rate)
    fit = fit_to(given_cues, talk(2), DURATION)
    assert fit.method == "offset and rate"
    residuals = [
        abs(cue.start - span.start) for cue, span in zip(apply_fit(given_cues, fit, DURATION), talk(2), strict=True)
    ]
    assert sorted(residuals)[len(residuals) // 2] < 0.3


def test_subtitles_that_fit_are_left_as_they_are() -> None:
    assert fit_to(cues(talk(3)), talk(3), DURATION).method == "as given"


def test_subtitles_of_another_talk_are_left_as_they_are() -> None:
    assert fit_to(cues(talk(4)), talk(5), DURATION).method == "as given"


@pytest.mark.parametrize("speech", [[], [Span(0.0, DURATION)]])
def test_without_evidence_nothing_is_moved(speech: list[Span]) -> None:
    fit = fit_to(cues(talk(6), offset=9.0), speech, DURATION)
    assert (fit.offset, fit.rate, fit.method) == (0.0, 1.0, "as given")


def test_a_single_cue_at_zero_does_no_harm() -> None:
    assert fit_to([Cue(0.0, 0.0, "x")], [Span(1.0, 2.0)], 5.0).rate == 1.0


def rough(speech: list[Span], seed: int) -> list[Cue]:
    """Cues as people make them: up to 0.2 s early or late, every third one starting within what is said."""
    chance = random.Random(seed)
    made: list[Cue] = []
    for at, span in enumerate(speech):
        start, end = span.start + chance.uniform(-0.2, 0.2), span.end + chance.uniform(-0.2, 0.4)
        middle = (start + end) / 2
        made += [Cue(start, middle, "a b"), Cue(middle, end, "c d")] if at % 3 == 0 else [Cue(start, end, "some words")]
    return [Cue(a.start, max(min(a.end, b.start), a.start), a.text) for a, b in pairwise([*made, Cue(1e9, 1e9, "")])]


def farthest(fitted: list[Cue], truth: list[Cue]) -> float:
    return max(abs(one.start - other.start) for one, other in zip(fitted, truth, strict=True))


@pytest.mark.parametrize("rate", [1.03, 0.97, 1.0123, 25 / 23.976])
def test_a_drift_leaves_less_than_a_tenth_of_a_second_over_an_hour(rate: float) -> None:
    speech = talk(7, 3600.0)
    truth = rough(speech, 7)
    late = [Cue(cue.start * rate + 3, cue.end * rate + 3, cue.text) for cue in truth]
    fit = fit_to(late, speech, 3600.0)
    assert fit.score > 0.5
    assert farthest(apply_fit(late, fit, 3600.0), truth) < 0.1


@pytest.mark.parametrize("jumps", [[(300.0, 30.0)], [(250.0, -28.0)], [(200.0, 30.0), (400.0, 45.0)]])
def test_offsets_that_jump_are_found_in_pieces(jumps: list[tuple[float, float]]) -> None:
    def moved(time: float) -> float:
        return time + 2.0 + ([0.0] + [by for at, by in jumps if time >= at])[-1]

    made = rough(talk(8), 8)
    gone = [(at + by, at) for at, by in jumps if by < 0]
    truth = [cue for cue in made if not any(first <= cue.start < at for first, at in gone)]
    cut = [Cue(moved(cue.start), moved(cue.start) + cue.end - cue.start, cue.text) for cue in truth]
    fit = fit_to(cut, talk(8), DURATION)
    assert len(fit.pieces) == len(jumps) + 1
    assert [piece.offset for piece in fit.pieces] == pytest.approx([-2.0, *(-2.0 - by for _, by in jumps)], abs=0.1)
    assert farthest(apply_fit(cut, fit, DURATION), truth) < 0.2


def test_cues_of_a_passage_that_was_cut_out_of_the_medium_drag_no_others_along() -> None:
    made = rough(talk(9), 9)
    heard = [
        Span(span.start - (60 if span.start >= 360 else 0), span.end - (60 if span.start >= 360 else 0))
        for span in talk(9)
        if span.end < 300 or span.start >= 360
    ]
    fit = fit_to(made, heard, DURATION - 60)
    fitted = apply_fit(made, fit, DURATION - 60)
    off = [abs(new.start - old.start + (60 if old.start >= 362 else 0)) for new, old in zip(fitted, made, strict=True)]
    assert all(error < 0.2 for error, cue in zip(off, made, strict=True) if cue.start < 298 or cue.start >= 362)
    assert all(a.start <= b.start for a, b in pairwise(fitted))


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000), st.floats(150, 900), st.sampled_from([0.0, 3.0, -40.0]))
def test_no_jump_is_seen_where_there_is_none(seed: int, duration: float, offset: float) -> None:
    speech = talk(seed, duration)
    late = [Cue(c.start + offset, c.end + offset, c.text) for c in rough(speech, seed) if c.start + offset >= 0]
    fit = fit_to(late, speech, duration)
    assert fit.pieces == ()
    assert fit.offset == pytest.approx(-offset, abs=0.1) or fit.method == "as given"


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 10_000))
def test_the_subtitles_of_any_other_talk_are_left_as_they_are(seed: int) -> None:
    assert fit_to(rough(talk(seed), seed), talk(seed + 1), DURATION).method == "as given"


def test_anchors_move_and_turn_a_fit_and_strays_do_not() -> None:
    anchors = [(at, at * 1.001 + 2.5) for at in range(10, 3600, 120)] + [(500.0, 504.9), (900.0, 700.0)]
    fit = refine(Fit(2.2, 1.0, 0.8, "offset"), [Cue(3590.0, 3595.0, "x")], [(float(a), float(b)) for a, b in anchors])
    assert fit.rate == pytest.approx(1.001, abs=1e-5)
    assert fit.offset == pytest.approx(2.5, abs=0.02)


def test_anchors_move_each_piece_on_its_own() -> None:
    pieces = (Piece(0.0, 1.0, 1.0), Piece(100.0, 31.0, 1.0), Piece(200.0, 61.0, 1.0))
    anchors = [(float(at), at + 1.3 if at < 100 else at + 30.9) for at in range(5, 195, 10)]
    fit = refine(Fit(1.0, 1.0, 0.8, "offset", pieces), [Cue(290.0, 295.0, "x")], anchors)
    assert [piece.offset for piece in fit.pieces] == pytest.approx([1.3, 30.9, 61.0], abs=0.01)
    assert fit.offset == fit.pieces[0].offset


def test_without_anchors_a_fit_stays() -> None:
    fit = Fit(1.0, 1.0, 0.8, "offset")
    assert refine(fit, [Cue(1.0, 2.0, "x")], []) == fit


def test_anchors_are_long_cues_from_all_over_the_medium() -> None:
    given_cues = [Cue(at * 10.0, at * 10.0 + 5, "one two three four five" if at % 2 else "yes") for at in range(100)]
    found = anchor_cues(given_cues, 10)
    assert len(found) == 10
    assert all(at % 2 for at in found)
    assert all(60 < given_cues[b].start - given_cues[a].start < 140 for a, b in pairwise(found))
    assert anchor_cues(given_cues[:1], 10) == []


@given(
    st.lists(st.tuples(st.floats(0, 1e4), st.floats(0, 100)), min_size=1, max_size=30),
    st.lists(st.tuples(st.floats(0, 1e4), st.floats(-120, 120)), min_size=1, max_size=5),
    st.floats(0.94, 1.06),
    st.floats(0.1, 5000),
)
def test_pieces_keep_all_cues_in_order_inside_the_medium(
    times: list[tuple[float, float]], jumps: list[tuple[float, float]], rate: float, duration: float
) -> None:
    given_cues = sorted((Cue(start, start + length, "x") for start, length in times), key=lambda cue: cue.start)
    pieces = tuple(Piece(start, offset, rate) for start, offset in sorted(jumps))
    moved = apply_fit(given_cues, Fit(pieces[0].offset, rate, 1.0, "offset", pieces), duration)
    assert len(moved) == len(given_cues)
    assert all(0 <= cue.start <= cue.end <= duration for cue in moved)
    assert [cue.start for cue in moved] == sorted(cue.start for cue in moved)


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


def test_absurd_cue_times_cost_nothing_and_leave_the_others_where_they_belong() -> None:
    given = [*cues(talk(1), offset=7.0), Cue(99 * 3600.0, 99 * 3600.0 + 1, "x")]
    assert fit_to(given, talk(1), DURATION).offset == pytest.approx(
        fit_to(cues(talk(1), offset=7.0), talk(1), DURATION).offset, abs=0.01
    )
    far = [Cue(0.0, 99 * 3600.0, "x"), Cue(99 * 3600.0, 99 * 3600.0 + 1, "y")]
    assert fit_to(far, talk(1), DURATION).method == "as given"
