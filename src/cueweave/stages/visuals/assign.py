"""Which paragraph shows which slide: each slide once, each paragraph one at most."""

from collections.abc import Sequence

from cueweave.domain.transcript import Span
from cueweave.domain.visuals import Image


def assign_images(spans: Sequence[Span], images: Sequence[Image]) -> list[Image | None]:
    """For each paragraph's span the slide that belongs to it, or None.

    A slide belongs to the first paragraph that ends after it appears. Where several ask for the same paragraph, the
    one that is seen longest in it wins.
    """
    chosen: list[Image | None] = [None] * len(spans)
    at = 0
    for image in sorted(images, key=lambda image: image.start):
        while at < len(spans) and spans[at].end <= image.start:
            at += 1
        if at == len(spans):
            break
        other = chosen[at]
        if other is None or _seen(image, spans[at]) > _seen(other, spans[at]):
            chosen[at] = image
    return chosen


def _seen(image: Image, span: Span) -> float:
    """Seconds of the span during which the image is there."""
    return min(image.end, span.end) - max(image.start, span.start)
