"""Titles are drawn from the text."""

from stages.words_of import words_of

from cueweave.domain.analysis import Text
from cueweave.stages.analysis.titles import chapter_titles
from cueweave.stages.sentences import split_sentences


def test_a_title_is_drawn_from_the_text() -> None:
    words = words_of("The harbour bridge was built late. The harbour bridge is long.")
    text = Text(words, split_sentences(words, "en"), "en")
    assert chapter_titles(text, [(0, len(words))]) == {0: "Harbour bridge"}
