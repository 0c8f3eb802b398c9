"""Engines' words as words are here: one token each, with a letter or a mark in it, in the script's own words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from unicodedata import category

from cueweave.domain.transcript import Utterance, Word, is_unspaced, join_words

Cut = Callable[[str], Sequence[str]]
"""From a text to its words, which hold all its characters but white space."""
UNPRINTED = ("Cc", "Cs")
"""Categories of Unicode: controls, and halves of characters."""


def tidied(heard: Sequence[Utterance], cut: Cut) -> list[Utterance]:
    """No white space and no control in a word, none that is empty; a script without spaces is cut into its words.

    Such an engine gives characters or pieces of words, each with a time; the time of a word is theirs.
    """
    tidy = (replace(utterance, words=tuple(_tidy(utterance.words, cut))) for utterance in heard)
    return [utterance for utterance in tidy if utterance.words]


def _tidy(words: Sequence[Word], cut: Cut) -> Iterator[Word]:
    clean = [word for given in words for word in _split(given)]
    if not any(is_unspaced(letter) for word in clean for letter in word.text):
        yield from clean
        return
    times = [(word, at) for word in clean for at in range(len(word.text))]
    texts = cut(join_words([word.text for word in clean]))
    for text, end in zip(texts, accumulate(map(len, texts)), strict=True):
        own = times[end - len(text) : end]
        yield Word(
            text, _time(*own[0], late=False), _time(*own[-1], late=True), min(word.confidence for word, _ in own)
        )


def _split(word: Word) -> Iterator[Word]:
    """By white space, each with its share of the time."""
    parts = "".join(" " if category(letter) in UNPRINTED else letter for letter in word.text).split()
    total = sum(map(len, parts))
    said = 0
    for part in parts:
        start, said = said / total, said + len(part)
        length = word.end - word.start
        yield replace(word, text=part, start=word.start + length * start, end=word.start + length * said / total)


def _time(word: Word, at: int, *, late: bool) -> float:
    """When the character `at` of a word begins, or is over."""
    return word.start + (word.end - word.start) * (at + late) / len(word.text)
