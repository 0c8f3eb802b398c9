"""What it costs to tell a run of sentences in one vocabulary, for all runs of a text at once.

After Utiyama and Isahara, "A statistical model for domain-independent text segmentation" (ACL 2001): each run has its
own distribution of words, smoothed, and the text is cut so that it becomes most probable. Costs are negative natural
logarithms of probabilities. Two things are added: words that come evenly all over the text ("think", "going", and the
lecture's own subject) are smoothed towards that, or else they would hold everything together; and function words count
a little, as one multinomial with a Dirichlet prior a run (Eisenstein and Barzilay, "Bayesian unsupervised topic
segmentation", EMNLP 2008), since the manner of telling changes with the topic.
"""

from __future__ import annotations

from collections.abc import Callable
from math import log

import numpy as np
import scipy  # its parts, which are large, load where they are used
from numpy.lib.stride_tricks import as_strided
from numpy.typing import NDArray

from cueweave.stages.analysis.sections.program import Costs, run_totals
from cueweave.stages.analysis.sections.vocabulary import Integers, Occurrences

Numbers = NDArray[np.float64]
Gain = Callable[[int, Integers], Numbers]
"""What it saves in a run, for words of these kinds, to come once more after so many times."""

MOST_REPEATS = 40
"""A word that came so often before in the run gains no more by coming again."""
HOUR = 3000
"""Topic words. What costs grow with is counted over so many, about an hour of speech, so that chapters of a long
recording are as long as those of a short one."""
MINUTES, TALK = 400, 600
"""Topic words. A text of a minute would fall to pieces if its boundaries cost less than those of some minutes; from the
length of a short talk on, they cost more than their places."""
SPREAD_BLOCK = 5
"""Sentences."""
EVENNESS = 0.5
"""Pk on Choi's texts is the same with 0.0 (0.086), but where every 4th or 5th word is strewn in from 16 that people use
for want of others ("think", "going"), it is 0.246 with 0.0, 0.094 with 0.5 and 0.109 with 1.0."""
FUNCTION_SHARE = 0.2
FUNCTION_PRIOR = 300.0
"""With 0.1 to 0.3 and 100 to 1000, Pk on Choi's texts is 0.086 to 0.089; 0.090 without function words."""


def topic_costs(topics: Occurrences, longest: int) -> Costs:
    """The cost of the topic words of each run of up to `longest` sentences."""
    size = _vocabulary(topics)
    prior = 1.0 + EVENNESS * size * _evenness(topics)

    def gain(times: int, kinds: Integers) -> Numbers:
        x = prior[kinds]
        gained: Numbers = (times + 1) * np.log1p((times + 1) / x) - times * np.log1p(times / x)
        return gained

    count = run_totals(topics.per_sentence(), longest)
    return count * np.log1p(count / size) - _gains(topics, longest, gain)


def function_costs(functions: Occurrences, longest: int) -> Costs:
    """The same for function words, at the weight that they have."""
    if not len(functions.kinds):
        return np.zeros((functions.sentence_count, longest))
    prior = FUNCTION_PRIOR * np.bincount(functions.kinds) / len(functions.kinds)

    def gain(times: int, kinds: Integers) -> Numbers:
        gained: Numbers = np.log1p(times / prior[kinds])
        return gained

    count = run_totals(functions.per_sentence(), longest)
    gammaln = scipy.special.gammaln
    by_length = gammaln(count + FUNCTION_PRIOR) - gammaln(FUNCTION_PRIOR) - count * np.log(FUNCTION_PRIOR)
    costs: Costs = FUNCTION_SHARE * (by_length - _gains(functions, longest, gain))
    return costs


def boundary_cost(topics: Occurrences) -> float:
    """What a boundary costs: the logarithm of the places among which it takes one, and more the longer the text is.

    Utiyama and Isahara stop at the former; listeners of a longer talk want longer chapters, not only more of them.
    """
    places = min(max(len(topics.kinds), MINUTES), HOUR)
    return log(places) + log(places / TALK)


def _vocabulary(topics: Occurrences) -> float:
    """How many different topic words an hour has, on average; of a shorter text how many it has."""
    total = len(topics.kinds)
    if total <= HOUR:
        return float(max(topics.size, 1))
    firsts = np.linspace(0, total - HOUR, -(-total // HOUR)).astype(int)
    return float(np.mean([len(np.unique(topics.kinds[first : first + HOUR])) for first in firsts]))


def _evenness(topics: Occurrences) -> Numbers:
    """For each kind its share of all words times the share of all blocks of sentences in which it comes."""
    if not len(topics.kinds):
        return np.zeros(0)
    blocks = max(topics.sentence_count // SPREAD_BLOCK, 1)
    block = np.minimum(topics.sentences * blocks // topics.sentence_count, blocks - 1)
    seen = np.bincount(np.unique(topics.kinds * blocks + block) // blocks) / blocks
    share: Numbers = np.bincount(topics.kinds) / len(topics.kinds)
    return share * seen


def _gains(words: Occurrences, longest: int, gain: Gain) -> Numbers:
    """What the words of each run gain by coming again, summed.

    A word gains by those of its kind that came before it in the run. Which of these lie in the run depends on where it
    starts, so the gain as a function of the start is a staircase with a step at each of them: steps are written into a
    table, sentence by distance back, and summed along it, then along the sentences of the run.
    """
    rows = words.sentence_count
    steps = np.zeros(rows * longest)
    order = np.lexsort((words.sentences, words.kinds))
    kinds, sentences = words.kinds[order], words.sentences[order]
    before = gain(0, kinds)
    np.add.at(steps, sentences * longest, before)
    for times in range(1, min(MOST_REPEATS, len(kinds))):
        back = sentences[times:] - sentences[:-times]
        near = (kinds[times:] == kinds[:-times]) & (back < longest)
        if not near.any():
            break
        at = sentences[times:][near]
        repeated = kinds[times:][near]
        step = gain(times, repeated) - gain(times - 1, repeated)
        steps += np.bincount(at * longest + back[near], weights=step, minlength=len(steps))
    by_end = np.cumsum(steps.reshape(rows, longest), axis=1)
    return np.cumsum(_by_start(by_end), axis=1)


def _by_start(by_end: Numbers) -> Numbers:
    """From rows for the last sentence of a run to rows for its first; past the text there is nothing to gain."""
    longest = by_end.shape[1]
    padded = np.concatenate([by_end, np.zeros((longest - 1, longest))])
    down, along = padded.strides
    return as_strided(padded, by_end.shape, (down, down + along), writeable=False)
