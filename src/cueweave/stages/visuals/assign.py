"""Which paragraph shows which slide: each time that a slide is shown once, each paragraph one visual at most."""

from collections.abc import Sequence

from cueweave.domain.transcript import Span
from cueweave.domain.visuals import Visual

NEAR = 20.0
"""Seconds after a slide has gone in which a paragraph may still show it, where no slide is seen in that paragraph."""


def assign_images(
    spans: Sequence[Span], figures: Sequence[Visual | None], slides: Sequence[Visual]
) -> list[Visual | None]:
    """For each paragraph's span its figure, else the slide that belongs to it, or None.

    A slide belongs to the first paragraph without a figure that sees it and isn't needed more by another slide: one
    that no later paragraph sees comes first, of several such the one that is seen longest.
    """
    chosen = list(figures)
    waiting = sorted(slides, key=lambda slide: slide.start)
    late: list[Visual] = []
    for at, span in enumerate(spans):
        late += [slide for slide in waiting if slide.end <= span.start]
        waiting = [slide for slide in waiting if slide.end > span.start]
        seen = [slide for slide in waiting if slide.start < span.end]
        if figures[at] is not None:
            continue
        if seen:
            shown = _neediest(seen, span, _next_free(spans, figures, at))
        elif late and late[-1].end + NEAR > span.start and not _is_seen(slides, span):
            shown = late[-1]
        else:
            continue
        chosen[at] = shown
        # what came before it would be out of order from now on
        waiting, late = ([slide for slide in each if slide.start > shown.start] for each in (waiting, late))
    return chosen


def _is_seen(slides: Sequence[Visual], span: Span) -> bool:
    return any(slide.start < span.end and slide.end > span.start for slide in slides)


def _next_free(spans: Sequence[Span], figures: Sequence[Visual | None], at: int) -> float:
    """When the next paragraph without a figure begins; never, if there is none."""
    later = range(at + 1, min(at + 50, len(spans)))
    return next((spans[n].start for n in later if figures[n] is None), float("inf"))


def _neediest(seen: Sequence[Visual], span: Span, next_free: float) -> Visual:
    last_chance = [slide for slide in seen if slide.end <= next_free]
    if last_chance:
        return max(last_chance, key=lambda slide: _seconds(slide, span))
    return min(seen, key=lambda slide: slide.end)


def _seconds(slide: Visual, span: Span) -> float:
    """Of the span during which the slide is there."""
    return min(slide.end, span.end) - max(slide.start, span.start)
