"""Which paragraph shows which slide: each time that a slide is shown once, each paragraph one visual at most."""

from collections.abc import Sequence

from cueweave.domain.transcript import Span
from cueweave.domain.visuals import Visual

NEAR = 20.0
"""Seconds after a slide has gone in which a paragraph may still show it, where none had room before."""


def assign_images(
    spans: Sequence[Span], figures: Sequence[Visual | None], slides: Sequence[Visual]
) -> list[Visual | None]:
    """For each paragraph's span its figure, else the slide that belongs to it, or None.

    A slide belongs to the first paragraph without a figure that sees it and isn't taken by an earlier slide; else to
    the first free one soon after it. Where slides follow so fast that there is no room, the one seen longest stays.
    """
    chosen = list(figures)
    at = 0
    for slide in sorted(slides, key=lambda slide: slide.start):
        while at < len(spans) and spans[at].end <= slide.start:
            at += 1
        free = next((n for n in _while_near(spans, at, slide) if chosen[n] is None), None)
        if free is not None:
            chosen[free] = slide
        elif (crowded := _least_seen(spans, figures, chosen, slide, at)) is not None:
            chosen[crowded] = slide
    return chosen


def _while_near(spans: Sequence[Span], first: int, slide: Visual) -> range:
    """The paragraphs from `first` on that begin before the slide has gone, or soon after."""
    stop = first
    while stop < len(spans) and (stop == first or spans[stop].start < slide.end + NEAR):
        stop += 1
    return range(first, stop)


def _least_seen(
    spans: Sequence[Span], figures: Sequence[Visual | None], chosen: Sequence[Visual | None], slide: Visual, at: int
) -> int | None:
    """The paragraph at which the slide comes, if another slide has it that is seen for less time there."""
    if at == len(spans) or figures[at] is not None:
        return None
    other = chosen[at]
    return at if other is None or _seen(slide, spans[at]) > _seen(other, spans[at]) else None


def _seen(image: Visual, span: Span) -> float:
    """Seconds of the span during which the image is there."""
    return min(image.end, span.end) - max(image.start, span.start)
