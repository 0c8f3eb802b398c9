"""Where sentences end: by the language's punctuation, by speakers' pauses, by length where nothing else tells."""

from collections.abc import Sequence
from itertools import accumulate, pairwise

import sentencex

from cueweave.domain.transcript import Sentence, Word

MOST_WORDS = 30
"""A sentence without any punctuation is cut here at the latest."""


def split_sentences(words: Sequence[Word], language: str | None) -> list[Sentence]:
    """Sentences that cover all words, in order; none is empty."""
    ends = sorted({*_punctuated_ends(words, language), len(words)} - {0})
    cuts = [0, *ends]
    return [piece for first, stop in pairwise(cuts) for piece in _cut_long(words, first, stop)]


def _punctuated_ends(words: Sequence[Word], language: str | None) -> list[int]:
    """Word indices after which a sentence ends, from the library's character offsets."""
    index_of = {end: index + 1 for index, end in enumerate(accumulate(len(word.text) for word in words))}
    text = " ".join(word.text for word in words)
    ends: list[int] = []
    letters = 0
    for sentence in sentencex.segment(language or "en", text):
        letters += sum(len(part) for part in sentence.split())
        if letters in index_of:  # a boundary inside a word ("server.Hello") is none of ours
            ends.append(index_of[letters])
    return ends


def _cut_long(words: Sequence[Word], first: int, stop: int) -> list[Sentence]:
    """Shouted or unpunctuated text: cut at the longest pause until the pieces are short."""
    if stop - first <= MOST_WORDS:
        return [Sentence(first, stop)]
    pieces: list[Sentence] = []
    open_ = [(first, stop)]
    while open_:
        start, end = open_.pop()
        if end - start <= MOST_WORDS:
            pieces.append(Sentence(start, end))
            continue
        cut = _best_cut(words, start, end)
        open_ += [(cut, end), (start, cut)]
    return pieces


def _best_cut(words: Sequence[Word], first: int, stop: int) -> int:
    """The longest pause; among equals the one nearest to the middle. Never leaves fewer than a quarter on a side."""
    margin = max((stop - first) // 4, 1)
    middle = (first + stop) / 2
    return max(
        range(first + margin, stop - margin + 1),
        key=lambda at: (round(_pause(words, at), 2), -abs(at - middle)),
    )


def _pause(words: Sequence[Word], at: int) -> float:
    """Seconds of silence before the word at this index."""
    return words[at].start - words[at - 1].end
