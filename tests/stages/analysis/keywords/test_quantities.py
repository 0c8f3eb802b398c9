"""Numbers matter with what they count."""

import pytest
from stages.analysis.keywords.test_keywords import found, keywords_of

from cueweave.domain.keywords import KeywordType


@pytest.mark.parametrize(
    ("language", "text", "amount"),
    [
        ("en", "The output rose by 45% again.", "45%"),
        ("en", "It stores 40 watt hours per kilogram now.", "40 watt hours per kilogram"),
        ("en", "They spent $3 million on it.", "$3 million"),
        ("en", "About forty percent of it is lost.", "forty percent"),
        ("en", "It lasts for 1,000 cycles.", "1,000 cycles"),
        ("en", "In 1923 it was found.", "1923"),
        ("fr", "Il y a 100 000 kilomètres de plus.", "100 000 kilomètres"),
        ("de", "Das sind 12 Volt.", "12 Volt"),
        ("de", "Seit 1989 ist sie offen.", "1989"),
        ("es", "Son 12 voltios.", "12 voltios"),
        ("fr", "Il y a 60 pour cent de plus.", "60 pour cent"),
        ("it", "Sono 30 chilometri.", "30 chilometri"),
        ("pt", "São 180 graus.", "180 graus"),
        ("pl", "To jest 30 kilometrów.", "30 kilometrów"),
    ],
)
def test_an_amount_comes_with_its_unit(language: str, text: str, amount: str) -> None:
    assert found(text, KeywordType.TERM, language) == [amount]


@pytest.mark.parametrize("text", ["It was 40, or 41.", "There are two of them.", "I said 1984 and then 12."])
def test_a_bare_number_is_no_keyword(text: str) -> None:
    assert keywords_of(text) == ()


def test_a_year_and_the_amount_that_follows_it_are_two() -> None:
    assert found("In 1950 eighty percent came by bike, in 1960 sixty.", KeywordType.TERM)[:2] == [
        "1950",
        "eighty percent",
    ]
