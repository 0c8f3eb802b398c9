"""Words at the start of a sentence that open a topic, or tie it to the sentence before, by language.

To add a language: write its phrases in a file named after its code (ISO 639-1) and give it its place in `PHRASES`.
"""

from collections.abc import Sequence
from itertools import accumulate

from cueweave.stages.analysis.sections.markers import de, en, es, fr, it, nl, pl, pt, ru, tr
from cueweave.stages.analysis.sections.markers.phrases import Marker, Phrases

__all__ = ["LONGEST", "Marker", "marker_of"]

PHRASES: dict[str, Phrases] = {
    module.__name__.rpartition(".")[2]: module.PHRASES for module in (de, en, es, fr, it, nl, pl, pt, ru, tr)
}
LONGEST = 7
"""Words at the start of a sentence that are looked at."""
MOST_LEADS = 2


def marker_of(start: Sequence[str], language: str | None) -> Marker | None:
    """What the first words of a sentence (bare, lower case) tell; None where they tell nothing, or nothing is known.

    Words that only take a breath ("okay", "so") may stand before a phrase that opens a topic.
    """
    phrases = PHRASES.get(language or "")
    if phrases is None:
        return None
    said = list(start[:LONGEST])
    leads = 0
    while leads < min(MOST_LEADS, len(said)) and said[leads] in phrases.leads:
        leads += 1
    for skipped in range(leads + 1):
        if _begins(said[skipped:], phrases.topic):
            return Marker.TOPIC
    for marker, known in ((Marker.STEP, phrases.step), (Marker.LINK, phrases.link), (Marker.BACK, phrases.back)):
        if _begins(said, known):
            return marker
    return None


def _begins(said: Sequence[str], known: frozenset[str]) -> bool:
    return not known.isdisjoint(accumulate(said, "{} {}".format))
