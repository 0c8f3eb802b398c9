"""What is heard at one go: speech between two silences, about two minutes of it."""

from collections.abc import Sequence

from cueweave.domain.transcript import Span
from cueweave.domain.turns import CHUNK_SECONDS

Chunk = tuple[Span, ...]
"""Speech that is heard at one go: at least one span, in order."""


def plan_chunks(speech: Sequence[Span], *, longest: float = CHUNK_SECONDS) -> list[Chunk]:
    """All spans, in order. Chunks part at the widest silence in the second half of what one may span.

    `longest`: the seconds that one may span. A longer span is a chunk of its own: the engine knows where it may be cut.
    """
    chunks: list[Chunk] = []
    first = 0
    while first < len(speech):
        stop = _reach(speech, first, speech[first].start + longest)
        if stop < len(speech):
            stop = _widest_silence(speech, first, stop, speech[first].start + longest / 2)
        chunks.append(tuple(speech[first:stop]))
        first = stop
    return chunks


def _reach(speech: Sequence[Span], first: int, until: float) -> int:
    """The first span from `first` on that doesn't end in time, but never `first` itself."""
    stop = first + 1
    while stop < len(speech) and speech[stop].end <= until:
        stop += 1
    return stop


def _widest_silence(speech: Sequence[Span], first: int, stop: int, after: float) -> int:
    """The span behind the widest silence that begins after `after`; `stop` where only that one does."""
    places = [at for at in range(first + 1, stop + 1) if speech[at - 1].end >= after]
    return max(places, key=lambda at: speech[at].start - speech[at - 1].end, default=stop)
