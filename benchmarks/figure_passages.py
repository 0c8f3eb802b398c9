"""Figures found in spoken passages that carry data, and none in those that don't."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from row import Row, print_table

from cueweave.domain.analysis import Text
from cueweave.domain.transcript import Word
from cueweave.domain.visuals import Chart, ChartType, Figure
from cueweave.stages.analysis.figures import find_figures

FOLDER = Path(__file__).parent / "passages"
SETS = ("first", "second", "third", "fourth", "fifth")
"""In the order in which they were written; the rules were changed after each had been run."""
ARTICLES = frozenset("the a an el la le les der die das il lo i o os region".split())
ROUND = (ChartType.PIE.value, ChartType.DOUGHNUT.value)
CLOSE = 0.06
"""A third is 33.3."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What a passage should show; `kind` is a chart's type or `table`, None where there is nothing to show."""

    text: str
    language: str
    kind: str | None
    labels: tuple[str, ...]
    values: tuple[float, ...]


def passages_of(name: str) -> list[Expected]:
    """The set of that name."""
    found = tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))["passage"]
    return [
        Expected(
            each["text"],
            each.get("language", "en"),
            each.get("type"),
            tuple(each.get("labels", ())),
            tuple(each.get("values", ())),
        )
        for each in found
    ]


def figures_in(text: str, language: str) -> list[Figure]:
    """What the offline analyser shows for a text of one paragraph."""
    words = [Word(token, at, at, 1.0) for at, token in enumerate(text.split())]
    halves = [(at, min(at + 12, len(words))) for at in range(0, len(words), 12)]
    found = find_figures(Text(words, (), language), halves)
    return [passage.figure for passage in found if passage is not None]


def is_right(expected: Expected, found: Sequence[Figure]) -> bool:
    """One figure of the right type with all labels and values in order; or none."""
    if expected.kind is None or len(found) != 1:
        return expected.kind is None and not found
    kind, labels, values = _content(found[0])
    same_kind = kind == expected.kind or (kind in ROUND and expected.kind in ROUND)
    same_labels = [_bare(label) for label in labels] == [_bare(label) for label in expected.labels]
    return (
        same_kind
        and same_labels
        and len(values) == len(expected.values)
        and all(abs(one - other) < CLOSE for one, other in zip(values, expected.values, strict=True))
    )


def figure_rows() -> list[Row]:
    """A row per set: right among the passages with data, silent among those without."""
    rows = []
    for name in SETS:
        passages = passages_of(name)
        right = [is_right(each, figures_in(each.text, each.language)) for each in passages]
        data = [ok for ok, each in zip(right, passages, strict=True) if each.kind]
        clean = [ok for ok, each in zip(right, passages, strict=True) if not each.kind]
        ours = f"{sum(data)} of {len(data)} right, {sum(clean)} of {len(clean)} without a figure"
        rows.append(Row(f"passages with and without data, {name} set", ours, "limit: 24 and 28 of 30"))
    return rows


def _content(figure: Figure) -> tuple[str, list[str], list[float]]:
    if isinstance(figure, Chart):
        return figure.type.value, list(figure.labels), list(figure.values)
    cells = [re.sub(r"[^\d.-]", "", cell) for row in figure.rows for cell in row[1:]]
    return "table", [row[0] for row in figure.rows], [float(cell) for cell in cells]


def _bare(label: str) -> str:
    return " ".join(word for word in label.lower().split() if word not in ARTICLES)


if __name__ == "__main__":
    print_table(figure_rows())
