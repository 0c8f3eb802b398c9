"""The charts and tables of an answer, held against what is said."""

from __future__ import annotations

from collections.abc import Sequence

from cueweave.domain.analysis import Text
from cueweave.domain.visuals import Chart, Figure, Table
from cueweave.stages.analysis.figures.grounding import ungrounded
from cueweave.stages.analysis.model.draft import Window
from cueweave.stages.analysis.model.said import clean, is_made_of
from cueweave.stages.analysis.model.shape import ChartShape, FigureShape

LONGEST_PASSAGE = 20
"""Sentences; a figure that needs more stands for no passage of speech."""
LEAST_VALUES, MOST_VALUES = 2, 40
MOST_ROWS, MOST_COLUMNS = 40, 8


def figure(shape: FigureShape) -> Figure:
    """As the domain has it."""
    title = clean(shape.title)
    if isinstance(shape, ChartShape):
        return Chart(title, shape.type, tuple(map(clean, shape.labels)), tuple(shape.values))
    headers, rows = map(clean, shape.headers), (tuple(map(clean, row)) for row in shape.rows)
    return Table(title, None, tuple(headers), tuple(rows))


def malformed(shape: FigureShape, window: Window) -> str:
    """What is wrong with its form; empty: nothing."""
    first, last = shape.first_sentence - 1, shape.last_sentence - 1
    if first not in window or last not in window or not 0 <= last - first < LONGEST_PASSAGE:
        return "its sentences are not a short run of those shown"
    if isinstance(shape, ChartShape):
        if len(shape.labels) != len(shape.values):
            return "it needs as many labels as values"
        if not LEAST_VALUES <= len(shape.values) <= MOST_VALUES or not all(map(clean, shape.labels)):
            return "it needs several values, each with a label"
        return ""
    if not 2 <= len(shape.headers) <= MOST_COLUMNS or not 1 <= len(shape.rows) <= MOST_ROWS:
        return "it needs several columns, and rows"
    if any(len(row) != len(shape.headers) for row in shape.rows):
        return "each row needs as many cells as there are headers"
    return ""


def made_up(drawn: Figure, text: Text, said: tuple[int, int]) -> Sequence[str]:
    """What the figure shows and these words (`first`, `stop`) don't say."""
    words = text.words[said[0] : said[1]]
    found = ungrounded(drawn, [word.text for word in words], text.language)
    return found if is_made_of(drawn.title, words, text.language) else [*found, drawn.title]
