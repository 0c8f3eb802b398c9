"""Capitals as running text has them, where the subtitles have them all or none."""

import pytest
from hypothesis import given, strategies as st

from cueweave.domain.casing import true_cased
from cueweave.domain.transcript import Sentence, Word


def cased(*sentences: str, language: str | None = "en") -> str:
    words: list[Word] = []
    spans: list[Sentence] = []
    for sentence in sentences:
        first = len(words)
        words += [Word(text, 0.0, 0.0, 0.3) for text in sentence.split()]
        spans.append(Sentence(first, len(words)))
    return " ".join(true_cased(words, spans, language))


def test_shouted_sentences_become_small_but_for_their_start_and_the_english_i() -> None:
    assert cased("WELCOME, I'M GLAD.", "NOW I BEGIN HERE.") == "Welcome, I'm glad. Now I begin here."


def test_acronyms_keep_their_capitals() -> None:
    assert cased("NASA SENDS HTML BY THE U.S. NET AS MP3.") == "NASA sends HTML by the U.S. net as MP3."


def test_words_without_a_vowel_that_are_none_become_small() -> None:
    assert cased("HMM, WHY DO DR. MILLER AND MY SKY SAY SHH?") == "Hmm, why do Dr. Miller and my sky say shh?"


def test_names_are_known_from_sentences_that_have_capitals() -> None:
    assert cased("We saw Ann with an iPhone.", "ANN LIKES HER IPHONE.").endswith("Ann likes her iPhone.")


def test_sentences_with_capitals_of_their_own_stay_as_they_are() -> None:
    text = "That is VERY good, said Ann of ACME."
    assert cased(text) == text


def test_text_without_capitals_gets_one_at_the_start_of_each_sentence() -> None:
    assert cased("so i'm here today", "and i think so") == "So I'm here today And I think so"


def test_a_few_letters_are_judged_by_the_whole_text() -> None:
    assert cased("IT WAS VERY LATE.", "NO.") == "It was very late. No."
    assert cased("It was very late.", "NO.") == "It was very late. NO."


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("tr", "İSTANBUL IŞIK DOLU BİR ŞEHİR", "İstanbul ışık dolu bir şehir"),
        ("de", "DAS ZDF ZEIGT ÄHNLICHES", "Das ZDF zeigt ähnliches"),
        ("cs", "STRČ PRST SKRZ KRK", "Strč prst skrz krk"),
        ("ru", "СССР БЫЛ ОГРОМЕН", "СССР был огромен"),
        ("zh", "今天 我们", "今天 我们"),
    ],
)
def test_other_languages_have_their_own_letters(language: str, text: str, expected: str) -> None:
    assert cased(text, language=language) == expected


@given(st.lists(st.text(min_size=1, max_size=9), max_size=40), st.sampled_from(["en", "de", "tr", None]))
def test_each_word_keeps_its_letters(texts: list[str], language: str | None) -> None:
    words = [Word(text, 0.0, 0.0, 0.3) for text in texts]
    spans = [Sentence(at, min(at + 5, len(texts))) for at in range(0, len(texts), 5)]
    new = true_cased(words, spans, language)
    dotless = str.maketrans("İı", "ii")
    assert [a.translate(dotless).lower() for a in new] == [b.translate(dotless).lower() for b in texts]
