"""What can have been said there, by the clock and by where somebody speaks."""

from __future__ import annotations

from collections.abc import Sequence

from cueweave.domain.transcript import Span, Utterance
from cueweave.stages.heard.drops import Sifted
from cueweave.stages.heard.haste import drop_hurried
from cueweave.stages.heard.loops import drop_loops
from cueweave.stages.heard.silence import drop_unvoiced


def plausible(heard: Sequence[Utterance], speech: Sequence[Span]) -> Sifted:
    """Without loops, haste and words where nobody speaks. `heard` in order, `speech` too.

    Loops first: what is left of one may then be judged by itself.
    """
    kept, loops = drop_loops(heard, speech)
    kept, hurried = drop_hurried(kept)
    kept, unvoiced = drop_unvoiced(kept, speech)
    return kept, [*loops, *hurried, *unvoiced]
