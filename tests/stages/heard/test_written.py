"""Text without capitals and stops is written as sentences; other text stays as the engine wrote it."""

import pytest
from stages.words_of import words_of

from cueweave.domain.transcript import Sentence
from cueweave.stages.heard import written


def texts(text: str, *sentences: Sentence, language: str = "en") -> str:
    return " ".join(word.text for word in written(words_of(text), sentences, language))


def test_sentences_begin_with_a_capital_and_end_with_a_stop() -> None:
    assert texts("so i said yes and i'm glad", Sentence(0, 4), Sentence(4, 7)) == "So I said yes. And I'm glad."


@pytest.mark.parametrize("text", ["so Ann said yes and left", "so she said yes. and left", "是 的", "42 7"])
def test_what_has_capitals_stops_or_no_small_letters_stays(text: str) -> None:
    count = len(text.split())
    assert texts(text, Sentence(0, count)) == text
