"""An answer held against the text: what stands of it, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field

from cueweave.domain.analysis import Passage, Text
from cueweave.domain.keywords import Keyword
from cueweave.stages.analysis.function_words import is_function_word
from cueweave.stages.analysis.model import boundaries
from cueweave.stages.analysis.model.draft import Draft, Place, Window
from cueweave.stages.analysis.model.drawn import figure, made_up, malformed
from cueweave.stages.analysis.model.said import clean, displayed, find, is_made_of
from cueweave.stages.analysis.model.shape import Answer, ChapterTitle, FigureShape, Phrase

LONGEST_KEYWORD = 8
"""Words."""
LEAST_CHAPTER = 4
"""Sentences."""
FEWEST_PARAGRAPHS = 10
"""An answer with fewer than one paragraph in so many sentences says nothing about them."""
ENOUGH_TO_TELL = 4
"""Numbers or phrases from which on one can tell whether an answer belongs to the text."""
QUOTED = 60
"""Characters of its own that a fault shows the model."""


@dataclass(slots=True)
class Reading:
    """What came of reading an answer."""

    draft: Draft | None = None
    """What is true of it; None where nothing can be believed."""
    faults: list[str] = field(default_factory=list)
    """For the model."""
    made_up: int = 0
    """Titles, keywords and figures that the text doesn't bear out; they are not in the draft."""


def read(answer: Answer, window: Window, text: Text, cuts: Set[int]) -> Reading:
    """Hold an answer about a window against the text. `cuts`: sentences that may begin a paragraph where one must."""
    reading = Reading()
    numbers = [number - 1 for number in answer.paragraphs]
    reading.faults.extend(boundaries.faults(numbers, window))
    starts = set(boundaries.ordered(numbers, window))
    if _is_foreign(numbers, window) or len(starts) * FEWEST_PARAGRAPHS < window.stop - window.first:
        return reading
    chapters = dict(_chapters(answer.chapters, window, text, reading))
    parts = boundaries.split_long(sorted(starts | chapters.keys()), window, cuts)
    places = list(_places(answer.keywords, window, text, reading))
    if len(answer.keywords) >= ENOUGH_TO_TELL and len(places) * 2 < len(answer.keywords):
        return reading
    passages = tuple(_passages(answer, window, text, parts, reading))
    reading.draft = Draft(window, tuple(parts), chapters, tuple(places), passages)
    return reading


def _is_foreign(numbers: Sequence[int], window: Window) -> bool:
    """Whether the answer speaks of sentences that were not shown."""
    return len(numbers) >= ENOUGH_TO_TELL and sum(number in window for number in numbers) * 2 < len(numbers)


def _chapters(found: Sequence[ChapterTitle], window: Window, text: Text, reading: Reading) -> Iterator[tuple[int, str]]:
    """Those with a title that fits, at some distance from one another, in order."""
    chapters = sorted((each for each in found if each.sentence - 1 in window), key=lambda each: each.sentence)
    if len(chapters) < len(found):
        reading.faults.append("chapters: each begins with one of the sentences shown.")
    last = -LEAST_CHAPTER
    for at, chapter in enumerate(chapters):
        first = chapter.sentence - 1
        stop = chapters[at + 1].sentence - 1 if at + 1 < len(chapters) else window.stop
        if first - last < LEAST_CHAPTER:
            continue
        title = clean(chapter.title)
        said = text.words[text.sentences[first].first : text.sentences[max(stop, first + 1) - 1].stop]
        if is_made_of(title, said, text.language):
            last = first
            yield first, title
        else:
            reading.made_up += 1
            reading.faults.append(f"chapters: {title[:QUOTED]!r} is not made of words that are said in its chapter.")


def _places(found: Sequence[Phrase], window: Window, text: Text, reading: Reading) -> Iterator[Place]:
    """Keywords that are really said in a sentence of the window, the one that was named or one close by."""
    for phrase in found:
        at = phrase.sentence - 1
        near = sorted(range(max(at - 2, window.first), min(at + 3, window.stop)), key=lambda each: abs(each - at))
        spans = (find(phrase.phrase, text, text.sentences[i].first, text.sentences[i].stop) for i in near)
        span = next((span for span in spans if span), None)
        if span is None or span[1] - span[0] > LONGEST_KEYWORD:
            reading.made_up += span is None
            quoted = clean(phrase.phrase)[:QUOTED]
            reading.faults.append(
                f"keywords: {quoted!r} are not a few words of sentence {phrase.sentence} as they stand."
            )
        elif not all(is_function_word(word.text, text.language) for word in text.words[span[0] : span[1]]):
            yield Place(*span, Keyword(displayed(text.words, *span), phrase.type))


def _passages(answer: Answer, window: Window, text: Text, starts: Sequence[int], reading: Reading) -> Iterator[Passage]:
    """Figures whose every number and word is said in their paragraphs or the ones beside these."""
    shapes: list[FigureShape] = [*answer.charts, *answer.tables]
    for shape in sorted(shapes, key=lambda each: each.first_sentence):
        name = clean(shape.title)[:QUOTED]
        wrong = malformed(shape, window)
        if wrong:
            reading.faults.append(f"the chart or table {name!r}: {wrong}.")
            continue
        first, last = text.sentences[shape.first_sentence - 1], text.sentences[shape.last_sentence - 1]
        drawn = figure(shape)
        missing = made_up(drawn, text, _around(first.first, last.stop, window, text, starts))
        if missing:
            reading.made_up += 1
            listed = ", ".join(repr(each[:QUOTED]) for each in missing[:5])
            reading.faults.append(f"the chart or table {name!r}: nobody says {listed} there; leave it out.")
        else:
            yield Passage(first.first, last.stop, drawn)


def _around(first: int, stop: int, window: Window, text: Text, starts: Sequence[int]) -> tuple[int, int]:
    """The words of the paragraphs that hold these, and of one on either side."""
    edges = [text.sentences[start].first for start in starts] + [text.sentences[window.stop - 1].stop]
    return neighbourhood(first, stop, edges)


def neighbourhood(first: int, stop: int, edges: Sequence[int]) -> tuple[int, int]:
    """From the paragraph before the one that holds word `first` to the one after that which holds `stop - 1`.

    `edges` are the first words of all paragraphs and the end of the last.
    """
    before = [edge for edge in edges if edge <= first][-2:]
    after = [edge for edge in edges if edge >= stop][:2]
    return before[0], after[-1]
