"""Tables on a page: text in rows and columns between rules that begin and end at the same places.

Rules must be there, since two columns of bullets look like a table without them. They are thin strokes and bars, and
the edges of cells with a colour of their own. Three are the least, as in a printed table: above and below the headers,
and at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

import pypdfium2
import pypdfium2.raw

from cueweave.domain.visuals import Table
from cueweave.stages.pages.text import Piece, shortened

MOST_SHAPES, DEEPEST = 3000, 3
"""Shapes of a page that are looked at, and groups within groups: a map or a plot has tens of thousands."""
THIN = 3.0
"""Points: a thicker bar is a cell."""
SHORTEST_RULE = 0.08
"""Of the page's width: shorter ones underline a word or mark an axis."""
NEAR = 0.012
"""Of the page's width, by which ends of rules of one table may differ, and of its height by which one rule may."""
LEAST_RULES, LEAST_ROWS, LEAST_COLUMNS = 3, 2, 2
MOST_ROWS, MOST_COLUMNS, LONGEST_CELL = 60, 12, 200
FILLED = 0.6
"""Share of cells with text."""
TALLEST_LINE = 0.5
"""Of a line's height, by which middles of pieces of one line may differ."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal line at a height, in points."""

    height: float
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Area:
    """What rules enclose: their heights from the top, and where they begin and end."""

    heights: tuple[float, ...]
    left: float
    right: float

    def holds(self, piece: Piece) -> bool:
        """Whether the piece lies in it."""
        across = self.left - THIN <= piece.left and piece.right <= self.right + THIN
        return across and self.heights[-1] < piece.middle < self.heights[0]


def tables_of(page: pypdfium2.PdfPage, pieces: Sequence[Piece], title: str) -> tuple[tuple[Table, ...], float]:
    """The page's tables from above, with its title, and the share of the page's text that stands in them."""
    width, height = page.get_size()
    tables: list[Table] = []
    inside = 0
    for area in _areas(_rules(_shapes(page), width, height), width, height):
        held = [piece for piece in pieces if area.holds(piece)]
        if table := _table(_rows(area, held), title):
            tables.append(table)
            inside += sum(len(piece.text) for piece in held)
    return tuple(tables), inside / max(sum(len(piece.text) for piece in pieces), 1)


def _shapes(page: pypdfium2.PdfPage) -> list[tuple[float, float, float, float]]:
    """Left, bottom, right, top of each."""
    objects = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH], max_depth=DEEPEST)
    shapes: list[tuple[float, float, float, float]] = []
    for shape in islice(objects, MOST_SHAPES):
        try:
            shapes.append(shape.get_bounds())
        except pypdfium2.PdfiumError:  # nothing that is drawn
            continue
    return shapes


def _rules(shapes: Iterable[tuple[float, float, float, float]], width: float, height: float) -> list[Rule]:
    """Each once and whole, from above: what touches at one height is one."""
    single: list[Rule] = []
    for left, bottom, right, top in shapes:
        if right - left > 0.97 * width and top - bottom > 0.97 * height:
            continue  # the paper
        edges = [(top + bottom) / 2] if top - bottom <= THIN else [top, bottom]
        if right - left > THIN:
            single += [Rule(edge, left, right) for edge in edges]
    near_height, near_width = NEAR * height, NEAR * width
    levels: list[list[Rule]] = []
    for rule in sorted(single, key=lambda rule: -rule.height):
        if levels and levels[-1][0].height - rule.height <= near_height / 2:
            levels[-1].append(rule)
        else:
            levels.append([rule])
    joined = [rule for level in levels for rule in _joined(level, near_width)]
    return [rule for rule in joined if rule.right - rule.left >= SHORTEST_RULE * width]


def _joined(level: Sequence[Rule], near: float) -> list[Rule]:
    found: list[Rule] = []
    for rule in sorted(level, key=lambda rule: rule.left):
        if found and rule.left - found[-1].right <= near:
            found[-1] = Rule(found[-1].height, found[-1].left, max(found[-1].right, rule.right))
        else:
            found.append(rule)
    return found


def _areas(rules: Sequence[Rule], width: float, height: float) -> list[Area]:
    """Of rules that begin and end alike, from above."""
    near = NEAR * width
    groups: list[list[Rule]] = []
    for rule in rules:
        alike = (
            group
            for group in groups
            if abs(group[0].left - rule.left) <= near and abs(group[0].right - rule.right) <= near
        )
        group = next(alike, None)
        if group is None:
            groups.append([rule])
        elif group[-1].height - rule.height > NEAR * height / 2:
            group.append(rule)
    return [
        Area(tuple(rule.height for rule in group), group[0].left, group[0].right)
        for group in groups
        if len(group) >= LEAST_RULES
    ]


def _rows(area: Area, pieces: Sequence[Piece]) -> list[list[str]]:
    """Cells with their text, row by row; a row stands between two rules, or is a line where there are few."""
    columns = _columns(pieces)
    if not LEAST_COLUMNS <= len(columns) <= MOST_COLUMNS:
        return []
    bands = [[piece for piece in pieces if low < piece.middle <= high] for high, low in pairwise(area.heights)]
    lines = [line for band in bands for line in _lines(band)]
    ruled = [band for band in bands if band]
    rows = ruled if 2 * len(ruled) > len(lines) else lines
    return [_cells(row, columns) for row in rows]


def _columns(pieces: Sequence[Piece]) -> list[tuple[float, float]]:
    """Where text stands one below the other; what reaches over several columns, as a heading does, is no help."""
    widest = max((piece.right - piece.left for piece in pieces), default=0.0)
    span = max((piece.right for piece in pieces), default=0.0) - min((piece.left for piece in pieces), default=0.0)
    narrow = [piece for piece in pieces if piece.right - piece.left <= span / 2] if widest > span / 2 else pieces
    columns: list[tuple[float, float]] = []
    for piece in sorted(narrow or pieces, key=lambda piece: piece.left):
        if columns and piece.left <= columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], piece.right))
        else:
            columns.append((piece.left, piece.right))
    return columns


def _lines(pieces: Sequence[Piece]) -> list[list[Piece]]:
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: -piece.middle):
        if lines and lines[-1][0].middle - piece.middle <= TALLEST_LINE * piece.height:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return lines


def _cells(row: Sequence[Piece], columns: Sequence[tuple[float, float]]) -> list[str]:
    """The row's text, column by column; what reaches over several stands in the first."""
    cells: list[list[str]] = [[] for _ in columns]
    for line in _lines(row):
        for piece in sorted(line, key=lambda piece: piece.left):
            at = next((at for at, (_, right) in enumerate(columns) if piece.left <= right), len(columns) - 1)
            cells[at].append(piece.text)
    return [shortened(" ".join(cell), LONGEST_CELL) for cell in cells]


def _table(rows: Sequence[Sequence[str]], title: str) -> Table | None:
    """None where it is too small, too large or too empty for one."""
    if not LEAST_ROWS <= len(rows) <= MOST_ROWS:
        return None
    cells = [cell for row in rows for cell in row]
    if sum(map(bool, cells)) < FILLED * len(cells) or not any(rows[0]):
        return None
    return Table(title, None, tuple(rows[0]), tuple(tuple(row) for row in rows[1:]))
