"""Two drafts whose windows overlap, made one: cut where both agree, so that nobody sees the seam."""

from __future__ import annotations

from cueweave.domain.analysis import Text
from cueweave.stages.analysis.model.draft import Draft, Window

CHAPTER_AGREED = 3.0
START_AGREED = 1.0
PER_SENTENCE_OFF = 0.05
"""What a cut loses for each sentence that it lies from the middle, where both windows know what stands around it."""


def stitch(left: Draft, right: Draft, text: Text) -> Draft:
    """One draft over both windows, which overlap by a sentence at least."""
    cut = _cut(left, right)
    edge = text.sentences[cut].first
    return Draft(
        Window(left.window.first, right.window.stop),
        (*(at for at in left.starts if at < cut), cut, *(at for at in right.starts if at > cut)),
        _chapters(left, right, cut),
        (
            *(place for place in left.places if place.stop <= edge),
            *(place for place in right.places if place.first >= edge),
        ),
        (
            *(passage for passage in left.passages if passage.first < edge),
            *(passage for passage in right.passages if passage.first >= edge),
        ),
    )


def _cut(left: Draft, right: Draft) -> int:
    """The sentence from which on the right draft counts."""
    first, stop = right.window.first, left.window.stop
    middle = (first + stop) / 2
    starts, others = set(left.starts), set(right.starts) - {first}

    def worth(at: int) -> float:
        agreed = START_AGREED * ((at in starts) + (at in others))
        both = CHAPTER_AGREED * (at in left.chapters and at in right.chapters)
        return agreed + both - PER_SENTENCE_OFF * abs(at - middle)

    return max(range(first + 1, stop), key=worth, default=stop)


def _chapters(left: Draft, right: Draft, cut: int) -> dict[int, str]:
    """The left ones before the cut and the right ones from it on, without the one boundary that two saw at two places.

    That is a chapter of the left in the overlap which the right does not know, with one of the right in the overlap
    after it: the right knows better what follows.
    """
    before = {at: title for at, title in left.chapters.items() if at < cut}
    after = {at: title for at, title in right.chapters.items() if at >= cut}
    last, following = max(before, default=0), min(after, default=left.window.stop)
    if right.window.first < last and last not in right.chapters and following < left.window.stop:
        del before[last]
    return before | after
