"""What runs of sentences cost, against counting them one by one."""

from collections import Counter
from math import lgamma, log

import numpy as np
from hypothesis import given, strategies as st

from cueweave.stages.analysis.sections import cohesion
from cueweave.stages.analysis.sections.vocabulary import Occurrences

SENTENCES = st.lists(st.lists(st.integers(0, 5), max_size=6), min_size=1, max_size=12).filter(any)


def occurrences(sentences: list[list[int]]) -> Occurrences:
    words = [word for sentence in sentences for word in sentence]
    numbers = {word: number for number, word in enumerate(dict.fromkeys(words))}
    places = [index for index, sentence in enumerate(sentences) for _ in sentence]
    return Occurrences(np.array([numbers[word] for word in words]), np.array(places), len(sentences))


@given(SENTENCES, st.integers(1, 12))
def test_topic_words_cost_what_counting_each_run_says(sentences: list[list[int]], longest: int) -> None:
    words = occurrences(sentences)
    costs = cohesion.topic_costs(words, longest)
    totals = Counter(words.kinds.tolist())
    blocks = max(len(sentences) // cohesion.SPREAD_BLOCK, 1)
    seen = Counter(kind for kind, _ in {(k, min(s * blocks // len(sentences), blocks - 1)) for k, s in pairs(words)})
    prior = {k: 1 + 0.5 * words.size * totals[k] / len(words.kinds) * seen[k] / blocks for k in totals}
    for first in range(len(sentences)):
        for stop in range(first + 1, min(first + longest, len(sentences)) + 1):
            run = Counter(kind for kind, sentence in pairs(words) if first <= sentence < stop)
            count = sum(run.values())
            gained = sum(n * log((n + prior[k]) / prior[k]) for k, n in run.items())
            expected = count * log((count + words.size) / words.size) - gained
            assert abs(costs[first, stop - first - 1] - expected) < 1e-6


@given(SENTENCES, st.integers(1, 12))
def test_function_words_cost_what_counting_each_run_says(sentences: list[list[int]], longest: int) -> None:
    words = occurrences(sentences)
    costs = cohesion.function_costs(words, longest)
    prior = {k: cohesion.FUNCTION_PRIOR * n / len(words.kinds) for k, n in Counter(words.kinds.tolist()).items()}
    for first in range(len(sentences)):
        for stop in range(first + 1, min(first + longest, len(sentences)) + 1):
            run = Counter(kind for kind, sentence in pairs(words) if first <= sentence < stop)
            expected = log_odds(run, prior) * cohesion.FUNCTION_SHARE
            assert abs(costs[first, stop - first - 1] - expected) < 1e-6


def log_odds(run: Counter[int], prior: dict[int, float]) -> float:
    """Of the words of a run by the text's own shares, against those by a distribution of the run's own."""
    whole = sum(prior.values())
    count = sum(run.values())
    own = lgamma(whole) - lgamma(count + whole) + sum(lgamma(n + prior[k]) - lgamma(prior[k]) for k, n in run.items())
    return sum(n * log(prior[k] / whole) for k, n in run.items()) - own


def pairs(words: Occurrences) -> list[tuple[int, int]]:
    return list(zip(words.kinds.tolist(), words.sentences.tolist(), strict=True))


def test_time_and_memory_grow_with_the_text_and_not_with_its_square() -> None:
    """The table of costs is as wide for a long text as for a short one."""
    short, long = (occurrences([[1, 2], [3, 4]] * count) for count in (100, 1000))
    assert cohesion.topic_costs(long, 120).size == 10 * cohesion.topic_costs(short, 120).size
