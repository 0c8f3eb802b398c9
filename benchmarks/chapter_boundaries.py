"""Chapters of texts with marked boundaries, beside TextTiling and even splitting."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate, pairwise
from statistics import fmean

from boundaries import boundary_f1, even, pk, window_diff
from marked_texts import TEXTS, Marked, choi_folders, strung_texts
from row import Row
from text_tiling import is_there, tiled

from cueweave.domain.analysis import Text
from cueweave.domain.transcript import Sentence, Word
from cueweave.stages.analysis.sections import outline
from cueweave.stages.sentences import split_sentences

WORD, PAUSE = 0.4, 0.3
"""Seconds: every word and every pause is as long as any other, so that they tell nothing."""
Finder = Callable[[Marked], Iterable[int]]


def chapter_rows() -> list[Row]:
    """Means over the texts: Pk, WindowDiff and F1 of boundaries, how many chapters were found; then the others."""
    rows = []
    for folder, texts in choi_folders().items():
        rows.append(_row(f"Choi's {folder}, sentences given", texts, of_sentences))
        rows.append(_row(f"Choi's {folder}, sentences found", texts, of_words))
    ours = [(path.stem, strung_texts(path.stem)) for path in sorted(TEXTS.glob("*.txt"))]
    return rows + [_row(f"our own passages, {language}", texts, of_words) for language, texts in ours]


def of_sentences(marked: Marked) -> list[int]:
    """The chapters' first sentences, the marked sentences being given."""
    words, firsts = _words(marked)
    sentences = [Sentence(first, stop) for first, stop in pairwise([*firsts, len(words)])]
    return _lines(firsts, Text(words, sentences, marked.language))


def of_words(marked: Marked) -> list[int]:
    """The same where sentences have to be found too: the marked sentence that begins nearest to each chapter."""
    words, firsts = _words(marked)
    return _lines(firsts, Text(words, split_sentences(words, marked.language, firsts), marked.language))


def _words(marked: Marked) -> tuple[list[Word], list[int]]:
    """All words, and the index of the first one of each sentence."""
    words: list[Word] = []
    clock = 0.0
    for sentence in marked.sentences:
        clock += PAUSE
        for token in sentence.split():
            words.append(Word(token, clock, clock + WORD, 0.3))
            clock += WORD
    lengths = [len(sentence.split()) for sentence in marked.sentences]
    return words, [0, *accumulate(lengths[:-1])]


def _lines(firsts: Sequence[int], text: Text) -> list[int]:
    return sorted({_nearest(firsts, first) for first, _ in outline(text).chapter_spans()} - {0})


def _nearest(firsts: Sequence[int], word: int) -> int:
    after = bisect_left(firsts, word)
    near = [at for at in (after - 1, after) if 0 <= at < len(firsts)]
    return min(near, key=lambda at: abs(firsts[at] - word))


def _row(name: str, texts: Sequence[Marked], ours: Finder) -> Row:
    evenly = [even(len(text.sentences), len(text.boundaries) + 1) for text in texts]
    tiles = _told(texts, tiled(texts)) if is_there() else "not set up (`make peers`)"
    beside = f"even, told the number: {_told(texts, evenly)}; TextTiling: {tiles}"
    return Row(f"chapters, {name}", _told(texts, [ours(text) for text in texts]), beside)


def _told(texts: Sequence[Marked], found: Sequence[Iterable[int]]) -> str:
    judged = [(len(text.sentences), text.boundaries, list(own)) for text, own in zip(texts, found, strict=True)]
    chapters = fmean(len(own) + 1 for _, _, own in judged)
    true = fmean(len(truth) + 1 for _, truth, _ in judged)
    return (
        f"Pk {fmean(pk(*one) for one in judged):.3f}, WindowDiff {fmean(window_diff(*one) for one in judged):.3f}, "
        f"F1 {fmean(boundary_f1(truth, own) for _, truth, own in judged):.2f}, {chapters:.1f} of {true:.1f}"
    )
