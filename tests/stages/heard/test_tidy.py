"""Engines' words become words as they are here."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from hypothesis import given, strategies as st
from stages.heard.utterances import texts_of

from cueweave.domain.transcript import Utterance, Word
from cueweave.stages.heard import tidied
from cueweave.stages.words import cut_words

cut = partial(cut_words, language=None)


def heard(*texts: str) -> list[Utterance]:
    """A word a second."""
    return [Utterance(tuple(Word(text, at, at + 1.0, 0.5) for at, text in enumerate(texts)))]


def texts(utterances: Sequence[Utterance]) -> list[str]:
    return [word.text for each in utterances for word in each.words]


def test_blanks_and_controls_part_words_and_empty_ones_go() -> None:
    assert texts(tidied(heard(" Three", " 3 000", "", "\x00", "men\ud800"), cut)) == ["Three", "3", "000", "men"]


def test_an_utterance_without_any_word_goes() -> None:
    assert tidied(heard(" ", "\n"), cut) == []


def test_characters_of_chinese_become_words_with_the_time_of_theirs() -> None:
    (whole,) = tidied(heard(*"今天我们来谈谈电池。"), cut)
    assert "".join(texts([whole])) == "今天我们来谈谈电池。"
    assert len(whole.words) < 8
    assert whole.words[0].start == 0.0
    assert whole.words[-1].end == 10.0
    assert all(a.end == b.start for a, b in pairwise(whole.words))


def test_a_joiner_inside_a_persian_word_stays() -> None:
    assert texts_of(tidied(heard("می‌خواهم"), cut)) == ["می‌خواهم"]


@given(st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=6), max_size=8))
def test_no_letter_is_lost_or_moved(given: list[str]) -> None:
    tidy = tidied(heard(*given), cut)
    assert "".join(texts(tidy)) == "".join("".join(given).split())
    assert all(text and text.split() == [text] for text in texts(tidy))
    times = [time for each in tidy for word in each.words for time in (word.start, word.end)]
    assert times == sorted(times)
