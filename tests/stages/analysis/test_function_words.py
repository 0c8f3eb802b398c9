"""Function words are told from words that carry a topic."""

import pytest

from cueweave.stages.analysis.function_words import WORDS, is_function_word


@pytest.mark.parametrize(
    ("language", "little", "topical"),
    [
        ("en", "The of, don’t everything", "energy panel"),
        ("de", "Der, nicht über", "Energie Tasse"),
        ("es", "El del también", "energía taza"),
        ("fr", "Les c'est qu’il d'un", "l'énergie tasse"),
        ("it", "Il dell'altro perché", "dell'energia tazza"),
        ("pt", "Os não também", "energia xícara"),
        ("nl", "Het niet ook", "energie kopje"),
        ("pl", "Który nie także", "energia kubek"),
        ("nb", "Ikke også", "energi kopp"),
        ("ru", "Который не также", "энергия чашка"),
    ],
)
def test_function_words_are_known_as_displayed(language: str, little: str, topical: str) -> None:
    assert [text for text in little.split() if not is_function_word(text, language)] == []
    assert [text for text in topical.split() if is_function_word(text, language)] == []


def test_nothing_is_a_function_word_in_a_language_without_a_list() -> None:
    assert not is_function_word("the", None)
    assert not is_function_word("the", "xx")


@pytest.mark.parametrize("language", WORDS)
def test_lists_are_in_lower_case(language: str) -> None:
    assert [word for word in WORDS[language] if word != word.lower()] == []
