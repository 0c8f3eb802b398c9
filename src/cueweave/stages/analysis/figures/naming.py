"""Titles of figures, from words that are said near them."""

from __future__ import annotations

from collections.abc import Sequence

from cueweave.stages.analysis.figures.chunks import Chunk, chunks, elided
from cueweave.stages.analysis.figures.lexicon import LINKS
from cueweave.stages.analysis.figures.speech import Speech
from cueweave.stages.analysis.figures.values import Value

MOST_WORDS = 6
BACK = 30
"""Words before the passage in which a title is looked for."""


def title(
    first: int,
    values: Sequence[Value],
    labels: Sequence[str],
    rest: Sequence[Chunk],
    speech: Speech,
    language: str | None,
) -> str:
    """What it is about: a name in its first clause, the thing counted, a name in the sentence before, its labels.

    The unit follows in brackets, so that bare numbers can be read.
    """
    measure = _word(values, speech)
    text = _about(first, values, rest, speech, language) or (measure or ", ".join(labels[:3]))
    unit = (
        "%"
        if any(value.measure == "%" for value in values)
        else next((value.measure for value in values if value.number.unit), measure)
    )
    text = text[:1].upper() + text[1:]
    return f"{text} ({unit})" if unit and unit.lower() not in text.lower() else text


def _about(first: int, values: Sequence[Value], rest: Sequence[Chunk], speech: Speech, language: str | None) -> str:
    fitting = [chunk for chunk in rest if chunk.stop - chunk.first <= MOST_WORDS]
    if fitting:
        return fitting[0].shown(speech)
    for value in values:
        own = (
            chunks(value.stop, min(value.stop + MOST_WORDS, len(speech.plain)), speech, language)
            if value.noun or _has_whole(value, speech)
            else []
        )
        if own:
            return own[0].shown(speech)
    return "" if _word(values, speech) else _before(first, speech, language)


def _has_whole(value: Value, speech: Speech) -> bool:
    """Whether it is said what the share is of: eighty percent of all trips."""
    return value.measure == "%" and speech.joined(value.stop) and speech.plain[value.stop] in LINKS


def _before(first: int, speech: Speech, language: str | None) -> str:
    """The longest name in the sentence before."""
    start = first
    while start > max(0, first - BACK) and (start == first or not speech.ends_sentence(start - 1) or start > first - 2):
        start -= 1
    found = [chunk for chunk in chunks(start, first, speech, language) if chunk.stop - chunk.first <= MOST_WORDS]
    return max(found, key=lambda chunk: chunk.stop - chunk.first).shown(speech) if found else ""


def _word(values: Sequence[Value], speech: Speech) -> str:
    """The measure as it is said: calories, kilometers."""
    for value in values:
        if value.measure and not value.number.unit and value.stop > value.number.stop:
            return measure_word(value, speech).lower()
    return ""


def measure_word(value: Value, speech: Speech) -> str:
    """What stands after the number as its measure, without links around it: abitanti of "milioni di abitanti"."""
    words = list(speech.shown[value.number.stop : value.stop])
    while words and words[0].lower() in LINKS:
        words.pop(0)
    while words and words[-1].lower() == "per":
        words.pop()
    return elided(" ".join(words))
