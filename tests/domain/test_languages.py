"""Names of languages."""

import re

import pytest
from hypothesis import given, strategies as st

from cueweave.domain.languages import LONGEST, PATTERN, check_language, primary_language
from cueweave.errors import BadLanguage


@pytest.mark.parametrize(
    ("tag", "primary"),
    [
        ("en", "en"),
        ("pt-BR", "pt"),
        ("zh-Hans", "zh"),
        ("DE-at", "de"),
        ("fil", "fil"),
        ("und", None),
        ("und-Latn", None),
    ],
)
def test_the_language_stands_first(tag: str, primary: str | None) -> None:
    assert check_language(tag) == tag
    assert primary_language(tag) == primary


def test_an_empty_one_is_not_told() -> None:
    assert check_language("") is None


@given(st.text(max_size=40) | st.from_regex(r"[a-zA-Z0-9-]{1,40}", fullmatch=True))
def test_what_the_pattern_says_is_what_is_taken(text: str) -> None:
    matches = re.search(PATTERN, text) and "\n" not in text and len(text) <= LONGEST
    try:
        check_language(text)
    except BadLanguage:
        assert not matches
    else:
        assert matches
