"""Speech is heard in windows that are as long as they may be, and lose nothing."""

from __future__ import annotations

from itertools import accumulate, chain, pairwise

from hypothesis import given, strategies as st

from cueweave.domain.transcript import Span
from cueweave.stages.transcribe.windows import widened, windows

SECONDS = st.floats(0.1, 40.0)
SPEECH = st.lists(st.tuples(SECONDS, SECONDS), min_size=1, max_size=30).map(
    lambda lengths: [
        Span(start, end) for start, end in zip(*[iter(accumulate(chain.from_iterable(lengths)))] * 2, strict=True)
    ]
)


@given(SPEECH)
def test_no_window_is_longer_than_it_may_be_and_all_speech_is_in_one(speech: list[Span]) -> None:
    found = windows(speech, longest=28.0, join=2.0)
    assert all(window.end - window.start <= 28.0 + 1e-6 for window in found)
    for span in speech:
        inside = [window for window in found if window.start < span.end and window.end > span.start]
        assert inside[0].start <= span.start
        assert inside[-1].end >= span.end
        assert all(one.end == other.start for one, other in pairwise(inside))


@given(SPEECH)
def test_no_window_holds_a_longer_silence_than_it_may(speech: list[Span]) -> None:
    for window in windows(speech, longest=28.0, join=2.0):
        inside = [span for span in speech if span.start >= window.start and span.end <= window.end]
        assert all(other.start - one.end <= 2.0 for one, other in pairwise(inside))


@given(SPEECH, st.floats(0.0, 5.0))
def test_wider_windows_never_overlap_and_stay_inside(speech: list[Span], margin: float) -> None:
    duration = speech[-1].end + 0.2
    wide = widened(speech, margin, duration)
    assert all(one.end <= other.start for one, other in pairwise(wide))
    assert all(
        0 <= each.start <= span.start and span.end <= each.end <= duration
        for each, span in zip(wide, speech, strict=True)
    )
