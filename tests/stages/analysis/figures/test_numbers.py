"""Numbers as people say and write them."""

import pytest
from hypothesis import given, strategies as st

from cueweave.stages.analysis.figures.numbers import Kind, Number, spoken_numbers

FIFTEEN_MILLION = [
    ("en", "fifteen million"),
    ("en", "15,000,000"),
    ("en", "15M"),
    ("en", "15 million"),
    ("de", "15.000.000"),
    ("de", "fünfzehn Millionen"),
    ("de", "15 Mio."),
    ("es", "quince millones"),
    ("fr", "15 000 000"),
    ("fr", "quinze millions"),
    ("it", "quindici milioni"),
    ("pt", "quinze milhões"),
    (None, "15,000,000"),
    ("ru", "15 миллионов"),
    ("pl", "15 mln"),
    ("sv", "15 miljoner"),
    ("tr", "15 milyon"),
]
SAID = [
    ("en", "two and a half million", 2.5e6),
    ("en", "half a million", 5e5),
    ("en", "a quarter", 0.25),
    ("en", "three point five", 3.5),
    ("en", "half a dozen", 6),
    ("en", "minus five", -5),
    ("en", "five degrees below zero", -5),
    ("en", "2 million 300 thousand", 2.3e6),
    ("de", "1,5 Millionen", 1.5e6),
    ("de", "eins Komma fünf Millionen", 1.5e6),
    ("de", "dreieinhalb Millionen", 3.5e6),
    ("de", "eine halbe Million", 5e5),
    ("es", "un millón y medio", 1.5e6),
    ("es", "dos coma cinco", 2.5),
    ("fr", "quatre-vingt-dix-sept", 97),
    ("fr", "un million et demi", 1.5e6),
    ("it", "due milioni e mezzo", 2.5e6),
    ("pt", "dois milhões e meio", 2.5e6),
]
UNITS = [
    ("en", "$3.2 million", 3.2e6, "$", Kind.MONEY),
    ("en", "three dollars fifty", 3.5, "$", Kind.MONEY),
    ("de", "3 Euro fünfzig", 3.5, "€", Kind.MONEY),
    ("es", "dos millones de euros", 2e6, "€", Kind.MONEY),
    ("en", "forty percent", 40, "%", Kind.PERCENT),
    ("fr", "deux virgule cinq pour cent", 2.5, "%", Kind.PERCENT),
    ("es", "el veinte por ciento", 20, "%", Kind.PERCENT),
    ("it", "il venti per cento", 20, "%", Kind.PERCENT),
    ("pt", "vinte por cento", 20, "%", Kind.PERCENT),
    ("en", "two thirds", 2 / 3, None, Kind.PART),
    ("en", "twenty nineteen", 2019, None, Kind.YEAR),
    ("en", "nineteen ninety-nine", 1999, None, Kind.YEAR),
    ("en", "in nineteen oh five", 1905, None, Kind.YEAR),
    ("de", "neunzehnhundertneunundneunzig", 1999, None, Kind.YEAR),
    ("fr", "deux mille dix-neuf", 2019, None, Kind.YEAR),
    ("en", "the 2nd", 2, None, Kind.ORDINAL),
    ("en", "twice", 2, None, Kind.TIMES),
]


def only(text: str, language: str | None) -> Number:
    """The one number of a text."""
    (found,) = spoken_numbers(text.split(), language)
    return found


@pytest.mark.parametrize(("language", "text"), FIFTEEN_MILLION)
def test_fifteen_million_is_the_same_however_it_is_said(language: str | None, text: str) -> None:
    assert only(text, language).value == 15_000_000


@pytest.mark.parametrize(("language", "text", "value"), SAID)
def test_parts_of_a_number_come_together(language: str, text: str, value: float) -> None:
    assert only(text, language).value == value


@pytest.mark.parametrize(("language", "text", "value", "unit", "kind"), UNITS)
def test_a_number_knows_what_it_is(language: str, text: str, value: float, unit: str | None, kind: Kind) -> None:
    found = only(text, language)
    assert (found.value, found.unit, found.kind) == (value, unit, kind)


def test_punctuation_at_words_parts_numbers_and_hides_none() -> None:
    found = spoken_numbers("(Fifteen, “twenty-two”; and 3.5 percent!)".split(), "en")
    assert [(number.first, number.stop, number.value) for number in found] == [(0, 1, 15), (1, 2, 22), (3, 5, 3.5)]


def test_both_ends_of_a_range_are_marked_and_share_a_scale() -> None:
    found = spoken_numbers("between ten and fifteen million".split(), "en")
    assert [(number.value, number.ranges) for number in found] == [(10e6, True), (15e6, True)]


@pytest.mark.parametrize("text", ["10:30", "3.1.2", "12/05/2019", "10.0.0.1", "A4", "covid-19"])
def test_times_versions_dates_and_names_are_no_numbers(text: str) -> None:
    assert spoken_numbers([text], "en") == []


@pytest.mark.parametrize(("language", "text"), [("de", "ein Haus"), ("fr", "une maison"), ("en", "the blue one")])
def test_articles_and_pronouns_count_nothing(language: str, text: str) -> None:
    assert spoken_numbers(text.split(), language) == []


@pytest.mark.parametrize(
    ("language", "text"), [("es", "al menos cinco"), ("fr", "au moins cinq"), ("pt", "pelo menos cinco")]
)
def test_at_least_five_is_not_negative(language: str, text: str) -> None:
    assert only(text, language).value == 5


@given(st.integers(0, 10**9), st.sampled_from(["en", "de", "es", "fr", "it", "pt"]))
def test_digits_are_read_with_the_marks_of_their_language(value: int, language: str) -> None:
    mark = {"en": ",", "fr": "\u202f"}.get(language, ".")
    assert only(f"{value:,}".replace(",", mark), language).value == value


@given(
    st.lists(st.text(max_size=12), max_size=30), st.sampled_from(["en", "de", "es", "fr", "it", "pt", "nl", "ru", None])
)
def test_any_words_can_be_heard_and_spans_lie_in_them_in_order(tokens: list[str], language: str | None) -> None:
    found = spoken_numbers(tokens, language)
    assert all(0 <= number.first < number.stop <= len(tokens) for number in found)
    assert [number.first for number in found] == sorted(number.first for number in found)
