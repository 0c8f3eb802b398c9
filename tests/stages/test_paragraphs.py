"""Paragraphs of two or three sentences, with titles where topics start."""

from hypothesis import given
from hypothesis import strategies as st
from stages.words_of import words_of

from cueweave.domain.transcript import Sentence, Word
from cueweave.stages.paragraphs import group_sentences
from cueweave.stages.sentences import split_sentences


@given(st.integers(1, 80))
def test_paragraphs_cover_all_sentences_and_have_two_or_three(count: int) -> None:
    words = words_of("alpha beta gamma. " * count)
    sections = group_sentences(words, split_sentences(words, "en"))
    assert [at for s in sections for at in range(s.first, s.stop)] == list(range(len(words)))
    sizes = {(s.stop - s.first) // 3 for s in sections}
    assert sizes <= ({2, 3} if count > 1 else {1})
    assert sections[0].title


def test_a_long_pause_parts_paragraphs() -> None:
    words = words_of("One thing here. Two things here. Three things here. Four things here. Five things here.")
    late = [Word(w.text, w.start + 5, w.end + 5, 0.3) for w in words[6:]]
    sections = group_sentences(words[:6] + late, [Sentence(at, at + 3) for at in range(0, 15, 3)])
    assert [s.first for s in sections] == [0, 6]


def test_a_title_is_drawn_from_the_text() -> None:
    words = words_of("The harbour bridge was built late. The harbour bridge is long.")
    [section] = group_sentences(words, split_sentences(words, "en"))
    assert section.title == "Harbour bridge"


def test_no_sentences_make_no_paragraphs() -> None:
    assert group_sentences([], []) == []
