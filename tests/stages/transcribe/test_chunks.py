"""Speech is heard in chunks that part at silences."""

from collections.abc import Sequence
from itertools import accumulate, chain, pairwise

from hypothesis import given, strategies as st

from cueweave.domain.transcript import Span
from cueweave.stages.transcribe import plan_chunks

SECONDS = st.floats(0.1, 40.0)


def spans(lengths: Sequence[tuple[float, float]]) -> list[Span]:
    """A silence and a stretch of speech by turns."""
    edges = list(accumulate(chain.from_iterable(lengths)))
    return [Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True)]


@given(st.lists(st.tuples(SECONDS, SECONDS)).map(spans))
def test_chunks_hold_all_speech_in_order(speech: list[Span]) -> None:
    assert list(chain.from_iterable(plan_chunks(speech))) == speech


@given(st.lists(st.tuples(SECONDS, SECONDS), min_size=1).map(spans))
def test_no_chunk_spans_more_than_it_may(speech: list[Span]) -> None:
    for chunk in plan_chunks(speech, longest=50.0):
        assert len(chunk) == 1 or chunk[-1].end - chunk[0].start <= 50.0


@given(st.lists(st.tuples(SECONDS, SECONDS), min_size=1).map(spans))
def test_two_neighbours_would_not_fit_into_half_a_chunk(speech: list[Span]) -> None:
    for earlier, later in pairwise(plan_chunks(speech, longest=50.0)):
        assert later[-1].end - earlier[0].start > 25.0


def test_chunks_part_at_the_widest_silence() -> None:
    speech = [Span(0, 30), Span(31, 70), Span(75, 90), Span(91, 119), Span(120, 150)]
    assert [len(chunk) for chunk in plan_chunks(speech)] == [2, 3]
