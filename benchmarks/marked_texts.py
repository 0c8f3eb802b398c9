"""Texts with marked topic boundaries: pieces of our own strung together, and Choi's where somebody has them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

TEXTS = Path(__file__).parent / "texts"
MARK = "=========="
STRINGS = 20
"""Texts made for each language."""
FEWEST = 3
"""Sentences of a piece."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Sentences, and those of them before which a boundary stands, in order; the text's beginning is none."""

    sentences: tuple[str, ...]
    boundaries: tuple[int, ...]
    language: str


def strung_texts(language: str) -> list[Marked]:
    """The passages of a language's text in other orders, of each its first sentences; the same each time."""
    passages = [text.split("\n") for text in (TEXTS / f"{language}.txt").read_text("utf-8").strip().split("\n\n")]
    chance = Random(1)  # noqa: S311 - nothing secret
    found = []
    for _ in range(STRINGS):
        order = chance.sample(passages, len(passages))
        found.append(_joined([piece[: chance.randint(FEWEST, len(piece))] for piece in order], language))
    return found


def choi_folders() -> dict[str, list[Marked]]:
    """By name the folders of `BENCH_SEGMENTATION`, each with texts in Choi's form; none where it isn't set.

    A sentence a line, its tokens apart, ten equals signs between pieces: Choi, "Advances in domain independent linear
    text segmentation", NAACL 2000.
    """
    root = os.environ.get("BENCH_SEGMENTATION")
    folders = sorted(path for path in Path(root).iterdir() if path.is_dir()) if root else []
    return {folder.name: [_choi(file) for file in sorted(folder.glob("*.ref"))] for folder in folders}


def _choi(file: Path) -> Marked:
    text = file.read_text("utf-8", errors="replace")
    return _joined([piece for part in text.split(MARK) if (piece := list(_lines(part)))], "en")


def _lines(part: str) -> Iterator[str]:
    for line in part.splitlines():
        if joined := rejoined(line):
            yield joined


def rejoined(line: str) -> str:
    """Words and signs as they are printed: "said ." becomes "said."."""
    line = re.sub(r"\s+([.,;:?!)\]}]|'')", r"\1", line.strip())
    line = re.sub(r"([(\[{]|``)\s+", r"\1", line)
    line = re.sub(r"\s+('(?:s|re|ve|ll|d|m)|n't)\b", r"\1", line)
    return re.sub(r"``|''", '"', line)


def _joined(pieces: list[list[str]], language: str) -> Marked:
    sentences: list[str] = []
    boundaries: list[int] = []
    for piece in pieces:
        boundaries.append(len(sentences))
        sentences += piece
    return Marked(tuple(sentences), tuple(boundaries[1:]), language)
