"""The languages' ways of saying what isn't written as words, each a table in its own file.

To add one: write its table in a file named after its code (ISO 639-1), give it its place in `IDIOMS`, put examples
into `tests/stages/align/test_spoken.py`.
"""

from cueweave.stages.align.spoken.idiom import Idiom
from cueweave.stages.align.spoken.idioms import (
    cs,
    da,
    de,
    el,
    en,
    es,
    fi,
    fr,
    hu,
    id,
    it,
    nl,
    pl,
    pt,
    ro,
    ru,
    sv,
    tr,
    uk,
    vi,
)  # fmt: skip

IDIOMS: dict[str, Idiom] = {
    module.__name__.rpartition(".")[2]: module.IDIOM
    for module in (cs, da, de, el, en, es, fi, fr, hu, id, it, nl, pl, pt, ro, ru, sv, tr, uk, vi)
}
"""By language (ISO 639-1)."""

PLAIN = Idiom()
"""For all others: letters by their commonest names, signs unsaid."""


def idiom(language: str) -> Idiom:
    """The ways of a language."""
    return IDIOMS.get(language, PLAIN)
