"""Where sentences end: by speakers, by punctuation, and by pauses and clauses where there is none.

`find_turns` tells where another speaker begins, `find_speakers` who it is, `split_sentences` where sentences begin.
To improve one language: its abbreviations stand in `abbreviations.py`, the words that open clauses, or can't end one,
in `clauses.py`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import accumulate, pairwise

from cueweave.domain.transcript import Cue, Sentence, Word
from cueweave.stages.sentences.clauses import clauses_of
from cueweave.stages.sentences.punctuated import punctuated_ends
from cueweave.stages.sentences.runs import MOST_WORDS, WRITTEN_MOST, boundary_scores, cut_run, is_written
from cueweave.stages.sentences.turns import find_speakers, find_turns

__all__ = ["MOST_WORDS", "WRITTEN_MOST", "cue_starts", "find_speakers", "find_turns", "split_sentences"]


def cue_starts(cues: Sequence[Cue]) -> list[int]:
    """The index of each cue's first word among the words of all cues."""
    return list(accumulate((len(cue.text.split()) for cue in cues[:-1]), initial=0)) if cues else []


def split_sentences(
    words: Sequence[Word],
    language: str | None,
    starts: Collection[int] = (),
    turns: Collection[int] = (),
) -> list[Sentence]:
    """Sentences that cover all words, in order; none is empty.

    `starts` holds the index of each cue's first word, `turns` where another speaker begins: there begins a sentence.
    What is written with punctuation ends where that ends it, and is cut beyond `WRITTEN_MOST` words; all else is
    cut into at most `MOST_WORDS` words.
    """
    texts = [word.text for word in words]
    inner = {turn for turn in turns if 0 < turn < len(words)}
    bounds = sorted({0, *punctuated_ends(texts, language, inner, frozenset(starts)), *inner, len(words)})
    runs = list(pairwise(bounds))
    if all(is_written(texts, first, stop) for first, stop in runs):
        return [Sentence(first, stop) for first, stop in runs]
    scores = boundary_scores(words, starts, clauses_of(language))
    return [
        Sentence(*piece)
        for first, stop in runs
        for piece in ([(first, stop)] if is_written(texts, first, stop) else cut_run(scores, first, stop))
    ]
