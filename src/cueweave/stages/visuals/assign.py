"""Which paragraph shows which slide: each slide once, each paragraph one visual at most."""

from collections.abc import Sequence

from cueweave.domain.transcript import Span
from cueweave.domain.visuals import Visual


def assign_images(
    spans: Sequence[Span], figures: Sequence[Visual | None], slides: Sequence[Visual]
) -> list[Visual | None]:
    """For each paragraph's span its figure, else the slide that belongs to it, or None.

    A slide belongs to the first paragraph without a figure that ends after it appears. Where several ask for the same
    paragraph, the one that is seen longest in it wins.
    """
    chosen = list(figures)
    at = 0
    for slide in sorted(slides, key=lambda slide: slide.start):
        while at < len(spans) and (figures[at] or spans[at].end <= slide.start):
            at += 1
        if at == len(spans):
            break
        other = chosen[at]
        if other is None or _seen(slide, spans[at]) > _seen(other, spans[at]):
            chosen[at] = slide
    return chosen


def _seen(image: Visual, span: Span) -> float:
    """Seconds of the span during which the image is there."""
    return min(image.end, span.end) - max(image.start, span.start)
