"""Paragraphs of two or three sentences, and chapters above them: one dynamic program each."""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from math import sqrt

from cueweave.domain.promises import bare
from cueweave.domain.transcript import Section, Sentence, Word

PAUSE_THAT_COUNTS = 2.0
"""Seconds; a longer pause parts no more than this one."""
MARKERS = (
    "now",
    "next",
    "so",
    "finally",
    "first",
    "second",
    "third",
    "let's",
    "let",
    "another",
    "to sum up",
    "in summary",
)
CHAPTER_PARAGRAPHS = (3, 9)
TITLE_WORDS = 6
PUNCTUATION = ".,;:!?…"


def group_sentences(words: Sequence[Word], sentences: Sequence[Sentence]) -> list[Section]:
    """Sections that cover all sentences in order; the first of each chapter has a title.

    A section has two or three sentences, or one where the whole text has no more.
    """
    strength = [_boundary(words, sentences, at) for at in range(1, len(sentences))]
    cuts = _best_cuts(len(sentences), (2, 3), strength)
    sections = [Section(sentences[a].first, sentences[b - 1].stop) for a, b in pairwise(cuts)]
    inner = [strength[cut - 1] for cut in cuts[1:-1]]
    chapters = _best_cuts(len(sections), CHAPTER_PARAGRAPHS, inner)
    starts = dict(pairwise(chapters))
    return [
        Section(section.first, section.stop, title=_title(words, section.first, sections[starts[at] - 1].stop))
        if at in starts
        else section
        for at, section in enumerate(sections)
    ]


def _best_cuts(count: int, size: tuple[int, int], strength: Sequence[float]) -> list[int]:
    """Where to cut `count` units into runs of the given sizes so that the cuts are the strongest; with 0 and `count`.

    Runs of other sizes are possible where nothing else works out, at a price.
    """
    least, most = size
    best: list[tuple[float, int]] = [(0.0, 0)]

    def value(end: int, length: int) -> float:
        gain = strength[end - 1] if end < count else 0.0
        return best[end - length][0] + gain - (0.0 if length >= least else 10.0) - 0.5

    for end in range(1, count + 1):
        length = max(range(1, min(most, end) + 1), key=_with(value, end))
        best.append((value(end, length), length))
    cuts = [count]
    while cuts[-1] > 0:
        cuts.append(cuts[-1] - best[cuts[-1]][1])
    return cuts[::-1]


def _with(value: Callable[[int, int], float], end: int) -> Callable[[int], float]:
    return lambda length: value(end, length)


def _boundary(words: Sequence[Word], sentences: Sequence[Sentence], at: int) -> float:
    """How good it is to start a paragraph at this sentence: pause, new vocabulary, a word that opens a topic."""
    here = sentences[at].first
    pause = min(words[here].start - words[here - 1].end, PAUSE_THAT_COUNTS) / PAUSE_THAT_COUNTS
    before = _vocabulary(words, sentences[max(at - 3, 0)].first, here)
    after = _vocabulary(words, here, sentences[min(at + 2, len(sentences) - 1)].stop)
    opening = " ".join(bare(word.text).lower() for word in words[here : here + 3])
    marked = any(opening == marker or opening.startswith(marker + " ") for marker in MARKERS)
    return max(pause, 0.0) + (1.0 - _cosine(before, after)) * 0.8 + 0.4 * marked


def _vocabulary(words: Sequence[Word], first: int, stop: int) -> Counter[str]:
    """Longer words by stem; short ones carry no topic."""
    texts = (bare(word.text).lower() for word in words[first:stop])
    return Counter(text[:6] for text in texts if len(text) > 3)


def _cosine(one: Counter[str], other: Counter[str]) -> float:
    norm = sqrt(sum(n * n for n in one.values()) * sum(n * n for n in other.values()))
    return sum(n * other[text] for text, n in one.items()) / norm if norm else 0.0


def _title(words: Sequence[Word], first: int, stop: int) -> str:
    """The chapter's own words: the two that most often follow each other in it, else the one that comes most often."""
    texts = [bare(word.text) for word in words[first:stop]]
    often = _vocabulary(words, first, stop)
    pairs = Counter(
        (one.lower(), other.lower())
        for (one, other), word in zip(pairwise(texts), words[first:stop], strict=False)
        if min(len(one), len(other)) > 3 and word.text[-1] not in PUNCTUATION
    )
    pair, count = max(pairs.items(), key=lambda item: item[1], default=(("",), 0))
    if count > 1:
        title = " ".join(pair)
    elif often:
        stem = max(often, key=lambda text: (often[text], len(text)))
        title = next(text for text in texts if text.lower().startswith(stem))
    else:
        title = " ".join(text for text in texts[:TITLE_WORDS] if text) or words[first].text
    return title[:1].upper() + title[1:]
