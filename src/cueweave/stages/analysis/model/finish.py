"""From the draft of a whole text to its sections: every promise about them is made true here."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice, pairwise

from cueweave.domain.analysis import Passage, Section, Text
from cueweave.domain.keywords import Keyword
from cueweave.stages.analysis.function_words import is_function_word
from cueweave.stages.analysis.model.draft import Draft, Place
from cueweave.stages.analysis.model.drawn import made_up
from cueweave.stages.analysis.model.read import LEAST_CHAPTER, neighbourhood
from cueweave.stages.analysis.stems import stem

MOST_KEYWORDS = 6
Titles = Callable[[Sequence[tuple[int, int]]], Mapping[int, str]]
"""Titles drawn from the words `first` up to and without `stop` of each chapter, by its first word."""


def sections(draft: Draft, text: Text, draw_titles: Titles) -> tuple[list[Section], int]:
    """The sections, and how many figures were left out since their neighbourhood doesn't bear them out after all."""
    edges = [text.sentences[start].first for start in draft.starts] + [len(text.words)]
    titles = _titles(draft, text, draw_titles)
    figures, lost = _figures(draft.passages, text, edges)
    places = _by_paragraph(draft.places, edges)
    return [
        Section(first, stop, titles.get(first), tuple(_keywords(places[first], stop, text)), figures.get(first))
        for first, stop in pairwise(edges)
    ], lost


def _titles(draft: Draft, text: Text, draw_titles: Titles) -> dict[int, str]:
    """By first word. The text begins with a chapter; no two titles are the same, and none follows close on another."""
    firsts = list(_chapter_starts(draft.chapters))
    given = {at: draft.chapters[at] for at in _first_of_each(draft.chapters, firsts)}
    ends = dict(pairwise([*firsts, len(text.sentences)]))
    spans = {at: (text.sentences[at].first, text.sentences[ends[at] - 1].stop) for at in firsts}
    drawn = draw_titles([span for at, span in spans.items() if at not in given])
    taken = Counter(title.casefold() for title in given.values())
    return {span[0]: given[at] if at in given else _fresh(drawn[span[0]], taken) for at, span in spans.items()}


def _first_of_each(chapters: Mapping[int, str], firsts: Sequence[int]) -> Iterator[int]:
    """The chapters whose title no chapter before them has."""
    seen: set[str] = set()
    for at in firsts:
        if at in chapters and chapters[at].casefold() not in seen:
            seen.add(chapters[at].casefold())
            yield at


def _chapter_starts(chapters: Mapping[int, str]) -> Iterator[int]:
    """Without those that go on under the same title, or begin where another has hardly begun."""
    last, title = 0, chapters.get(0, "")
    yield 0
    for at in sorted(chapters.keys() - {0}):
        if at - last >= LEAST_CHAPTER and chapters[at].casefold() != title.casefold():
            last, title = at, chapters[at]
            yield at


def _fresh(title: str, taken: Counter[str]) -> str:
    """The title, with a number where it stands already; `taken` counts how often each did."""
    fresh = title
    while fresh.casefold() in taken:
        taken[title.casefold()] += 1
        fresh = f"{title} ({taken[title.casefold()]})"
    taken[fresh.casefold()] = 1
    return fresh


def _by_paragraph(places: Sequence[Place], edges: Sequence[int]) -> Mapping[int, list[Place]]:
    """By the first word of the paragraph in which they begin."""
    found: defaultdict[int, list[Place]] = defaultdict(list)
    for place in places:
        found[_paragraph(place.first, edges)].append(place)
    return found


def _paragraph(word: int, edges: Sequence[int]) -> int:
    """The first word of its paragraph."""
    return edges[bisect_right(edges, word) - 1]


def _keywords(places: Sequence[Place], stop: int, text: Text) -> Iterator[Keyword]:
    """Those that end before `stop`, no two of which differ by inflection alone."""
    return islice(_different((place for place in places if place.stop <= stop), text), MOST_KEYWORDS)


def _different(places: Iterator[Place], text: Text) -> Iterator[Keyword]:
    seen: set[tuple[str, ...]] = set()
    for place in places:
        words = [word.text for word in text.words[place.first : place.stop]]
        key = tuple(stem(word, text.language) for word in words if not is_function_word(word, text.language))
        if key not in seen:
            seen.add(key)
            yield place.keyword


def _figures(passages: Sequence[Passage], text: Text, edges: Sequence[int]) -> tuple[dict[int, Passage], int]:
    """By the first word of their paragraph, one for each; and how many don't stand by what is said there."""
    found: dict[int, Passage] = {}
    lost = 0
    for passage in passages:
        paragraph = _paragraph(passage.first, edges)
        if made_up(passage.figure, text, neighbourhood(passage.first, passage.stop, edges)):
            lost += 1
        else:
            found.setdefault(paragraph, passage)
    return found, lost
