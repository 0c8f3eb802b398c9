"""Which paragraph shows which slide."""

import pytest

from cueweave.domain.transcript import Span
from cueweave.domain.visuals import Image, Visual
from cueweave.stages.visuals import assign_images


def image(start: float, end: float) -> Visual:
    return Visual(start, end, Image("Slide", None, "slide.jpg"))


@pytest.mark.parametrize(
    ("images", "expected"),
    [
        ([image(0, 5), image(5, 12), image(12, 20)], [0, 1, 2]),
        ([image(0, 1), image(1, 12)], [0, 1, None]),
        ([image(11, 20)], [None, None, 0]),
        ([image(30, 40)], [None, None, None]),
    ],
)
def test_a_slide_belongs_to_the_first_paragraph_that_sees_it(images: list[Visual], expected: list[int | None]) -> None:
    spans = [Span(0, 5), Span(5, 10), Span(12, 20)]
    assert assign_images(spans, [None] * 3, images) == [None if at is None else images[at] for at in expected]
