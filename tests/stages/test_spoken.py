"""Tokens become what is spoken for them, and that can be pronounced."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cueweave.stages.align.pronunciations import pronounce
from cueweave.stages.align.spoken import spoken, spoken_texts


@pytest.mark.parametrize(
    ("token", "words"),
    [
        ("Hello,", "hello"),
        ("don’t", "don't"),
        ("well-known", "well known"),
        ("42%", "forty two percent"),
        ("1987", "nineteen eighty seven"),
        ("2,500", "two thousand five hundred"),
        ("3.14", "three point one four"),
        ("21st", "twenty first"),
        ("$5", "five dollars"),
        ("Dr.", "doctor"),
        ("e.g.", "for example"),
        ("naïve", "naive"),
        ("—", ""),
        ("♪", ""),
        ("[applause]", ""),
    ],
)
def test_a_token_becomes_what_is_spoken(token: str, words: str) -> None:
    assert spoken(token) == words.split()


@given(st.text(max_size=60))
def test_whatever_is_displayed_becomes_letters_that_can_be_pronounced(token: str) -> None:
    for word in spoken(token):
        assert word.isascii()
        assert pronounce(word)


@pytest.mark.parametrize(
    ("word", "phones"), [("brick", "B R IH K"), ("xml", "EH K S EH M EH L"), ("nation", "N AE SH AH N")]
)
def test_unknown_words_are_pronounced_by_rule(word: str, phones: str) -> None:
    assert pronounce(word) == phones


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[upbeat music playing] Hello there", ["", "", "", "hello", "there"]),
        ("[Applause] Thank [laughs softly] you", ["", "thank", "", "", "you"]),
        ("[an open bracket", ["an", "open", "bracket"]),
        ("in [1] we", ["in", "", "we"]),
    ],
)
def test_notes_of_several_words_are_not_spoken(text: str, said: list[str]) -> None:
    assert [" ".join(words) for words in spoken_texts(text.split())] == said


@given(st.lists(st.text("[]ab", min_size=1), max_size=30))
def test_every_token_gets_its_own_entry(tokens: list[str]) -> None:
    assert len(spoken_texts(tokens)) == len(tokens)


def test_a_bracket_that_is_never_closed_silences_nothing() -> None:
    assert all(spoken_texts(["[so", *["word"] * 40, "end]"]))
