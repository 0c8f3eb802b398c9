"""Words without punctuation cut into sentences: by pauses, cues and clauses, in one dynamic program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from cueweave.domain.transcript import Word
from cueweave.stages.sentences.clauses import Clauses
from cueweave.stages.sentences.punctuated import ends_with_stop

MOST_WORDS = 40
"""Of a sentence that no punctuation ends."""
WRITTEN_MOST = 80
"""Of one that has its marks inside and at its end."""
SHORT_RUN = 14
"""So few words are one sentence, with or without a mark at their end."""
LONG = 60
"""A sentence of up to so many words is believed if it begins with a capital and ends with a stop."""
MARKED_EVERY = 25
"""A longer one has a comma or the like at least every so many words."""
COMMAS = (",", ";", ":", "–", "—", "、", "，", "،", "؛")
MEDIAN, SPREAD = 12.0, 0.65
"""Of the logarithm of the lengths of spoken sentences, in words."""
SHORTEST_PAUSE = 0.15
"""Seconds: the least that counts as a pause, however fluent the speaker."""
USUAL = 0.8
"""Of the speaker's median pause: from there on a pause speaks for an end."""
STRAY = ((1, 0.5), (2, 0.3))
"""A pause inside a cue is only estimated: it counts for its neighbours too, by so much."""
LONGEST_PAUSE_SCORE, NO_PAUSE_SCORE = 4.0, -0.8
CUE_AT_LEAST, CUE, OPENER, LIKELY, PAIR, COMMA = 0.2, 2.5, 1.6, 1.1, 1.6, 0.3
NEVER_LAST, NEVER_FIRST = -9.0, -3.0
CAPITAL, SMALL = 3.0, -2.0
CAPITALS_EVERY = 60
"""Words: capitals at least so often that can't be names tell that the text writes them at sentence starts."""

Scores = NDArray[np.float64]


def is_written(texts: Sequence[str], first: int, stop: int) -> bool:
    """Whether words are a sentence as punctuation has it, or too few to be cut."""
    count = stop - first
    if count <= SHORT_RUN:
        return True
    if not ends_with_stop(texts[stop - 1]) or count > WRITTEN_MOST:
        return False
    if count <= MOST_WORDS or (count <= LONG and texts[first].istitle()):
        return True
    return sum(text.endswith(COMMAS) for text in texts[first:stop]) * MARKED_EVERY >= count


def boundary_scores(words: Sequence[Word], starts: Collection[int], clauses: Clauses) -> Scores:
    """How much speaks for a sentence's end before each word, about as logarithms of odds; against it below 0."""
    texts = [word.text for word in words]
    bare = [text.lower().replace("’", "'").strip('.,;:!?…-–—"“”„«»()[]¿¡') for text in texts]
    scores = _pause_scores(words, starts) + _capital_scores(texts)
    for at in range(1, len(words)):
        scores[at] += _clause_score(bare, at, clauses)
        scores[at] += COMMA * texts[at - 1].endswith(COMMAS)
    scores[list(starts)] += _cue_score(words, starts)
    return scores


def cut_run(scores: Scores, first: int, stop: int) -> list[tuple[int, int]]:
    """Pieces of at most `MOST_WORDS` words whose lengths and boundaries are together the likeliest."""
    count = stop - first
    lengths = np.arange(MOST_WORDS, 0, -1)
    fitness = -0.5 * ((np.log(lengths) - np.log(MEDIAN)) / SPREAD) ** 2 - np.log(lengths)
    best = np.full(count + 1, -np.inf)
    best[0] = 0.0
    origin = np.zeros(count + 1, dtype=np.int64)
    for end in range(1, count + 1):
        low = max(end - MOST_WORDS, 0)
        values = best[low:end] + fitness[MOST_WORDS - (end - low) :]
        at = int(values.argmax())
        origin[end] = low + at
        best[end] = values[at] + (scores[first + end] if end < count else 0.0)
    cuts = [count]
    while cuts[-1] > 0:
        cuts.append(int(origin[cuts[-1]]))
    cuts.reverse()
    return [(first + a, first + b) for a, b in pairwise(cuts)]


def _pause_scores(words: Sequence[Word], starts: Collection[int]) -> Scores:
    """By the pause before each word against the speaker's own, and the more the longer."""
    real = _gaps(words)
    estimated = np.maximum(_pauses_inside_cues(words, sorted(starts)), real)
    estimated[list(starts)] = 0.0  # the time of a cue is known
    gaps = np.maximum(estimated, real)
    pauses = gaps[gaps >= SHORTEST_PAUSE]
    if not len(pauses):
        return np.zeros(len(words))  # times that tell nothing
    usual = USUAL * float(np.median(pauses))
    for distance, share in STRAY:
        for moved in (np.roll(estimated, distance), np.roll(estimated, -distance)):
            gaps = np.maximum(gaps, share * moved)
    with np.errstate(divide="ignore"):
        scores = 1.0 + 1.5 * np.log(gaps / usual)
    return np.asarray(np.clip(scores, NO_PAUSE_SCORE, LONGEST_PAUSE_SCORE), dtype=np.float64)


def _gaps(words: Sequence[Word]) -> Scores:
    """Seconds before each word since the one before."""
    times = np.array([(word.start, word.end) for word in words])
    gaps = np.zeros(len(words))
    gaps[1:] = np.maximum(times[1:, 0] - times[:-1, 1], 0.0)
    return gaps


def _cue_score(words: Sequence[Word], starts: Collection[int]) -> float:
    """The more cues begin after a pause, the more they begin where the sense does: a machine breaks by length."""
    gaps = _gaps(words)[list(starts)]
    return CUE_AT_LEAST + CUE * float(np.mean(gaps > SHORTEST_PAUSE)) if len(gaps) else 0.0


def _pauses_inside_cues(words: Sequence[Word], starts: Sequence[int]) -> Scores:
    """Seconds of silence about each word that it spans: words spread by letters lie across pauses.

    Such a word lasts longer than its letters take elsewhere in the cue; the pause is before or after it.
    """
    rates = np.array([(word.end - word.start) / (len(word.text) + 1) for word in words])
    excess = np.zeros(len(words) + 1)
    for first, stop in pairwise([*starts, len(words)] if starts else []):
        letters = np.array([len(word.text) + 1 for word in words[first:stop]])
        excess[first:stop] = (rates[first:stop] - rates[first:stop].min()) * letters
    pauses = excess[:-1].copy()
    pauses[1:] = np.maximum(pauses[1:], excess[:-2])
    return pauses


def _clause_score(bare: Sequence[str], at: int, clauses: Clauses) -> float:
    """By the words on both sides."""
    word, last = bare[at], bare[at - 1]
    head = word[: word.find("'") + 1]
    score = 0.0
    if word in clauses.openers:
        score += OPENER
    elif at + 1 < len(bare) and f"{word} {bare[at + 1]}" in clauses.pairs:
        score += PAIR
    elif word in clauses.likely or head in clauses.likely:
        score += LIKELY
    if last in clauses.never_last:
        score += NEVER_LAST
    if word in clauses.never_first:
        score += NEVER_FIRST
    return score


def _capital_scores(texts: Sequence[str]) -> Scores:
    """Where full stops are lost but capitals aren't: a capital of a word that is written small elsewhere tells."""
    small = Counter(text.strip(",") for text in texts if text.islower())
    told = np.array([text[:1].isupper() and text.strip(",").lower() in small for text in texts], dtype=np.float64)
    told[1:] *= [not ends_with_stop(text) for text in texts[:-1]]  # a stop explains the capital after it
    if told.sum() * CAPITALS_EVERY < len(texts):
        return np.zeros(len(texts))
    capital = np.array([text[:1].isupper() or not text[:1].isalpha() for text in texts])
    return np.where(told > 0, CAPITAL, np.where(capital, 0.0, SMALL))
