"""What was heard beside what was said: how many words are wrong, and when those begin that were heard right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import jiwer

from cueweave.domain.promises import bare
from cueweave.stages.align.spoken import spoken_texts


@dataclass(frozen=True, slots=True)
class Timed:
    """A word as it is written, and when it starts (seconds); None where nobody knows."""

    text: str
    start: float | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """`rate` is 1.0 where as many words are wrong, missing or too many as were said; `right` pairs the times of words
    heard right: what was heard, what is true."""

    rate: float
    right: tuple[tuple[float, float], ...]


def compare(heard: Sequence[Timed], said: Sequence[Timed], language: str) -> Comparison:
    """By words as they are spoken: `1923` and `nineteen twenty three` are the same, case and marks don't count."""
    hypothesis, reference = _spoken(heard, language), _spoken(said, language)
    if not hypothesis:
        return Comparison(1.0, ())
    found = jiwer.process_words(
        [" ".join(word.text for word in reference)], [" ".join(word.text for word in hypothesis)]
    )
    pairs = [
        (hypothesis[chunk.hyp_start_idx + at].start, reference[chunk.ref_start_idx + at].start)
        for chunk in found.alignments[0]
        if chunk.type == "equal"
        for at in range(chunk.ref_end_idx - chunk.ref_start_idx)
    ]
    right = tuple((ours, true) for ours, true in pairs if ours is not None and true is not None)
    return Comparison(found.wer, right)


def _spoken(words: Sequence[Timed], language: str) -> list[Timed]:
    """Each spoken word; the first of a written one has its time."""
    texts = spoken_texts([word.text for word in words], language)
    return [
        Timed(text, word.start if at == 0 else None)
        for word, parts in zip(words, texts, strict=True)
        for at, part in enumerate(parts)
        if (text := bare(part).casefold().replace("’", "'").replace(" ", "-"))
    ]
