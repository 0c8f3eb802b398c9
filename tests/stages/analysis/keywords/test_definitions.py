"""What a speaker defines is a term."""

import pytest
from stages.analysis.keywords.test_keywords import found

from cueweave.domain.keywords import KeywordType


@pytest.mark.parametrize(
    ("language", "text", "term"),
    [
        ("en", "A transistor is a small switch.", "transistor"),
        ("en", "Energy density is the amount of energy per kilogram.", "Energy density"),
        ("en", "This process is called osmosis.", "osmosis"),
        ("en", "We call this drift.", "drift"),
        ("en", "We call this layout the diamond frame, and it has hardly changed.", "diamond frame"),
        ("en", "It is also known as brass.", "brass"),
        ("en", "What we mean by bias is simple.", "bias"),
        ("de", "Ein Transistor ist ein kleiner Schalter.", "Transistor"),
        ("de", "Diesen Vorgang nennt man Osmose.", "Osmose"),
        ("es", "Un transistor es un interruptor.", "transistor"),
        ("es", "Este proceso se llama ósmosis.", "ósmosis"),
        ("fr", "Un transistor est un interrupteur.", "transistor"),
        ("fr", "Ce phénomène s'appelle osmose.", "osmose"),
        ("it", "Un transistor è un interruttore.", "transistor"),
        ("it", "Questo fenomeno si chiama osmosi.", "osmosi"),
        ("pt", "Um transistor é um interruptor.", "transistor"),
        ("pt", "Este fenómeno chama-se osmose.", "osmose"),
    ],
)
def test_a_defined_term_is_found(language: str, text: str, term: str) -> None:
    assert term in found(text, KeywordType.TERM, language)


def test_it_is_a_definition_only_where_a_clause_begins() -> None:
    assert "morning" not in found("Every morning is a gift.", KeywordType.TERM)
