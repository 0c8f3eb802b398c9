"""Words that are the same but for their ending have one stem."""

import pytest
from hypothesis import given, strategies as st

from cueweave.stages.analysis.stems import ALGORITHMS, stem


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "panel", "Panels,"),
        ("de", "Häuser", "Häusern."),
        ("fr", "l’énergie", "énergies"),
        ("fr", "qu'électrique", "électriques"),
        ("it", "dell'energia", "energie"),
        ("es", "«células»", "célula"),
        ("pl", "książka", "książkami"),
        ("tr", "IŞIK", "ışık"),
        ("ru", "клетка", "клетки"),
    ],
)
def test_inflection_elision_case_and_punctuation_make_no_other_stem(language: str, one: str, other: str) -> None:
    assert stem(one, language) == stem(other, language)


def test_different_words_stay_apart() -> None:
    assert stem("panel", "en") != stem("paint", "en")


def test_a_language_without_stemmer_keeps_the_word() -> None:
    assert stem("Клітини,", "uk") == "клітини"
    assert stem("「光合成」", "ja") == "光合成"
    assert stem("Panels", None) == "panels"


def test_punctuation_has_no_stem() -> None:
    assert stem("—", "en") == ""


@given(st.text(), st.sampled_from([None, *ALGORITHMS]))
def test_any_text_has_a_stem(text: str, language: str | None) -> None:
    assert stem(text, language) == stem(text, language)
