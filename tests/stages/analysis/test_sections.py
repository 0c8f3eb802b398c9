"""Paragraphs of two or three sentences, and chapters above them."""

from hypothesis import given
from hypothesis import strategies as st
from stages.words_of import words_of

from cueweave.domain.analysis import Text
from cueweave.domain.transcript import Sentence, Word
from cueweave.stages.analysis.sections import outline
from cueweave.stages.sentences import split_sentences


@given(st.integers(1, 80))
def test_paragraphs_cover_all_sentences_and_have_two_or_three(count: int) -> None:
    words = words_of("alpha beta gamma. " * count)
    found = outline(Text(words, split_sentences(words, "en"), "en"))
    assert [at for first, stop in found.paragraphs for at in range(first, stop)] == list(range(len(words)))
    sizes = {(stop - first) // 3 for first, stop in found.paragraphs}
    assert sizes <= ({2, 3} if count > 1 else {1})
    assert found.chapters[0] == 0


def test_a_long_pause_parts_paragraphs() -> None:
    words = words_of("One thing here. Two things here. Three things here. Four things here. Five things here.")
    late = [Word(w.text, w.start + 5, w.end + 5, 0.3) for w in words[6:]]
    text = Text(words[:6] + late, [Sentence(at, at + 3) for at in range(0, 15, 3)], "en")
    assert [first for first, _ in outline(text).paragraphs] == [0, 6]


def test_no_sentences_make_no_paragraphs() -> None:
    assert outline(Text([], [], "en")).paragraphs == ()
