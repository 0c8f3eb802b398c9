"""Sentences cover all words and end where people end them."""

from hypothesis import given
from hypothesis import strategies as st
from stages.words_of import words_of

from cueweave.domain.transcript import Word
from cueweave.stages.sentences import MOST_WORDS, split_sentences


def texts(text: str, language: str | None = "en") -> list[str]:
    words = words_of(text)
    return [" ".join(w.text for w in words[s.first : s.stop]) for s in split_sentences(words, language)]


def test_sentences_end_at_full_stops_but_not_at_abbreviations() -> None:
    assert texts("Dr. Huber spoke. Was it long? Yes, about 3.5 hours.") == [
        "Dr. Huber spoke.",
        "Was it long?",
        "Yes, about 3.5 hours.",
    ]


def test_german_is_read_as_german() -> None:
    assert texts("Das ist z. B. gut. Und dann ging er.", "de") == ["Das ist z. B. gut.", "Und dann ging er."]


def test_text_without_punctuation_is_cut_at_its_longest_pause() -> None:
    words = words_of("word " * 40)
    late = [Word(w.text, w.start + 1.0, w.end + 1.0, w.confidence) for w in words[18:]]
    assert split_sentences(words[:18] + late, "en")[0].stop == 18


@given(
    st.lists(st.text(min_size=1).filter(lambda t: t.split() == [t]), min_size=1, max_size=120),
    st.sampled_from(["en", "de", "zh", None]),
)
def test_every_word_is_in_exactly_one_sentence(tokens: list[str], language: str | None) -> None:
    words = [Word(text, at * 0.3, at * 0.3 + 0.3, 0.3) for at, text in enumerate(tokens)]
    sentences = split_sentences(words, language)
    assert [at for s in sentences for at in range(s.first, s.stop)] == list(range(len(words)))
    assert all(0 < s.stop - s.first <= MOST_WORDS for s in sentences)


def test_no_words_make_no_sentences() -> None:
    assert split_sentences([], "en") == []
