"""Text that an engine wrote and times that it gave, brought together as words that each have a time.

The two differ: OpenAI's timed words have no punctuation, Whisper's are pieces of words where a script has no spaces,
and some servers time nothing smaller than a sentence, or nothing at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from statistics import fmean
from typing import Protocol

from cueweave.domain.transcript import Span, Word


class Cut(Protocol):
    """Cuts a text, whose language (ISO 639-1) may be known, into words."""

    def __call__(self, text: str, language: str | None) -> list[str]: ...


UNSURE = 0.5
"""The confidence of a word of which the engine says nothing."""


MOST_COMPARED = 4_000_000
"""Pairs of letters: two minutes of speech have some 2,000. An engine that repeats itself makes more, of few letters,
and comparing takes time by the square of that.
"""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter or digit that was timed, as part of its word."""

    text: str
    start: float
    end: float
    confidence: float


def placed(texts: Sequence[str], timed: Sequence[Word], within: Span, speech: Sequence[Span]) -> list[Word]:
    """Each text as a word, in order and inside `within`: with the times of the same letters among the timed words.

    Where there are none, the words share what is left between their neighbours: speech, if there is some, by letters.
    """
    letters = [letter for word in timed for letter in _letters(word)]
    words = _matched(texts, letters)
    at, done = within.start, list[Word]()
    for known, group in groupby(range(len(texts)), key=lambda index: words[index] is not None):
        run = list(group)
        if known:
            done += in_order([word for index in run if (word := words[index])], at, within.end)
        else:
            following = words[run[-1] + 1] if run[-1] + 1 < len(texts) else None
            until = min(following.start, within.end) if following else within.end
            done += spread([texts[index] for index in run], Span(at, max(at, until)), speech)
        at = done[-1].end
    return done


def _letters(word: Word) -> Iterator[Letter]:
    found = _normal(word.text)
    share = (word.end - word.start) / max(len(found), 1)
    for at, letter in enumerate(found):
        yield Letter(letter, word.start + at * share, word.start + (at + 1) * share, word.confidence)


def _normal(text: str) -> list[str]:
    return [letter for letter in text.casefold() if letter.isalnum()]


def _matched(texts: Sequence[str], letters: Sequence[Letter]) -> list[Word | None]:
    """The texts as words with the times of their letters; None where none of a text's letters is found."""
    owners = [(owner, letter) for owner, text in enumerate(texts) for letter in _normal(text)]
    found: list[list[Letter]] = [[] for _ in texts]
    for ours, theirs in _same([letter for _, letter in owners], [letter.text for letter in letters]):
        found[owners[ours][0]].append(letters[theirs])
    return [
        Word(text, own[0].start, own[-1].end, fmean(letter.confidence for letter in own)) if own else None
        for text, own in zip(texts, found, strict=True)
    ]


def _same(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs of places where the same letter stands, in order: mostly all of them, from both ends."""
    least = min(len(ours), len(theirs))
    head = next((at for at in range(least) if ours[at] != theirs[at]), least)
    tail = next((at for at in range(least - head) if ours[-1 - at] != theirs[-1 - at]), least - head)
    yield from ((at, at) for at in range(head))
    one, other = ours[head : len(ours) - tail], theirs[head : len(theirs) - tail]
    if len(one) * len(other) <= MOST_COMPARED:
        for block in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks():
            yield from ((head + block.a + at, head + block.b + at) for at in range(block.size))
    yield from ((len(ours) - at, len(theirs) - at) for at in range(tail, 0, -1))


def in_order(words: Sequence[Word], at: float, end: float) -> Iterator[Word]:
    """The same with times that never run backwards, from `at` to `end`."""
    for word in words:
        start = min(max(word.start, at), end)
        at = min(max(word.end, start), end)
        yield Word(word.text, start, at, word.confidence)


def spread(texts: Sequence[str], within: Span, speech: Sequence[Span]) -> list[Word]:
    """The texts as words one after the other where somebody speaks in there, each as long as it has letters."""
    inside = [Span(max(each.start, within.start), min(each.end, within.end)) for each in speech]
    spans = [each for each in inside if each.end > each.start] or [within]
    lengths = [max(len(text), 1) for text in texts]
    each = sum(span.end - span.start for span in spans) / max(sum(lengths), 1)
    words, done, end = list[Word](), 0, within.start
    for text, length in zip(texts, lengths, strict=True):
        start = min(max(_moment(spans, done * each, ending=False), end), within.end)
        done += length
        end = min(max(_moment(spans, done * each, ending=True), start), within.end)
        words.append(Word(text, start, end, UNSURE))
    return words


def _moment(spans: Sequence[Span], spoken: float, *, ending: bool) -> float:
    """When so many seconds have been spoken: where a span ends and the next one starts, the one or the other."""
    for span in spans:
        length = span.end - span.start
        if spoken < length or (ending and spoken <= length):
            return span.start + spoken
        spoken -= length
    return spans[-1].end
