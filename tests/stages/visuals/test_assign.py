"""Which paragraph shows which slide."""

from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from cueweave.domain.transcript import Span
from cueweave.domain.visuals import Chart, ChartType, Image, Visual
from cueweave.stages.visuals import assign_images

SPANS = [Span(0, 5), Span(5, 10), Span(12, 20)]
FIGURE = Visual(5, 10, Chart("Sales", ChartType.BAR, ("a", "b", "c"), (1.0, 2.0, 3.0)))


def image(start: float, end: float) -> Visual:
    return Visual(start, end, Image("Slide", None, "slide.jpg"))


@pytest.mark.parametrize(
    ("images", "expected"),
    [
        ([image(0, 5), image(5, 12), image(12, 20)], [0, 1, 2]),
        ([image(0, 1), image(1, 12)], [0, 1, None]),
        ([image(0, 1), image(1, 5)], [1, None, None]),
        ([image(0, 20)], [0, None, None]),
        ([image(11, 20)], [None, None, 0]),
        ([image(10.2, 11.8)], [None, None, 0]),
        ([image(30, 40)], [None, None, None]),
    ],
    ids=[
        "one each",
        "a long one makes room",
        "of two with no other place the one that is seen longest",
        "once only",
        "from the first that sees it",
        "one that came and went while nobody spoke",
        "after all was said",
    ],
)
def test_a_slide_belongs_to_the_first_paragraph_that_sees_it(images: list[Visual], expected: list[int | None]) -> None:
    assert assign_images(SPANS, [None] * 3, images) == [None if at is None else images[at] for at in expected]


def test_a_figure_keeps_its_paragraph_and_pushes_no_slide_beside_others_words() -> None:
    images = [image(0, 5), image(5, 11), image(11, 20)]
    assert assign_images(SPANS, [None, FIGURE, None], images) == [images[0], FIGURE, images[2]]


def test_a_slide_beside_a_figure_waits_for_a_paragraph_that_still_sees_it() -> None:
    images = [image(0, 5), image(5, 20)]
    assert assign_images(SPANS, [None, FIGURE, None], images) == [images[0], FIGURE, images[1]]


@given(
    st.lists(st.floats(0.1, 9.0), min_size=1, max_size=30),
    st.lists(st.floats(0.1, 20.0), max_size=30),
    st.sets(st.integers(0, 29)),
)
def test_each_slide_is_shown_once_and_no_figure_goes(lengths: list[float], shown: list[float], taken: set[int]) -> None:
    ends = [sum(lengths[: at + 1]) for at in range(len(lengths))]
    spans = [Span(start, end) for start, end in pairwise([0.0, *ends])]
    starts = [sum(shown[:at]) for at in range(len(shown))]
    slides = [image(start, start + length) for start, length in zip(starts, shown, strict=True)]
    figures = [FIGURE if at in taken else None for at in range(len(spans))]
    chosen = assign_images(spans, figures, slides)
    assert all(visual is FIGURE for visual, figure in zip(chosen, figures, strict=True) if figure)
    images = [visual for visual in chosen if visual is not None and visual is not FIGURE]
    assert len({id(visual) for visual in images}) == len(images)
    assert [visual.start for visual in images] == sorted(visual.start for visual in images)
