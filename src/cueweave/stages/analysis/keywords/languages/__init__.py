"""The tables of the languages whose phrases are told by grammar.

To add one: write `LANGUAGE` in a file named after its code (ISO 639-1), give it its place in `LANGUAGES`, and put
paragraphs with what a reader would mark into `tests/stages/analysis/keywords/`.
"""

from cueweave.stages.analysis.keywords.languages import de, en, es, fr, it, nl, pl, pt, ru
from cueweave.stages.analysis.keywords.languages.language import Cues, Grammar, Language, Order

__all__ = ["Cues", "Grammar", "Language", "Order", "language_tables"]

LANGUAGES: dict[str, Language] = {
    module.__name__.rpartition(".")[2]: module.LANGUAGE for module in (de, en, es, fr, it, nl, pl, pt, ru)
}
"""By language (ISO 639-1)."""

PLAIN = Language()
"""For all others: what comes again and again, and names."""


def language_tables(language: str | None) -> Language:
    """The tables of a language; where none is known, as for English, the commonest in recordings."""
    return LANGUAGES.get(language or "en", PLAIN)
