"""Seconds and memory of the offline analyser for short and long texts, each in a process of its own."""

from __future__ import annotations

import sys
from collections.abc import Callable
from math import log
from pathlib import Path
from time import perf_counter

from child import run
from made_text import made_text
from row import Row

from cueweave.stages.analysis.function_words import is_function_word
from cueweave.stages.analysis.offline import analyse_offline
from cueweave.stages.analysis.sections import outline
from cueweave.stages.analysis.stems import stem

SIZES = (1_000, 10_000, 100_000)
"""Words."""
LIMITS = {1_000: "-", 10_000: "limit: 2 s, aim: 0.5 s", 100_000: "limit: 12 times the tenth of it"}
RUNS = 3
"""The fastest counts: what else the machine does is nobody's fault."""
WARM_UP = 300
"""Words: what is loaded once is not charged to a text."""


def growth_rows() -> list[Row]:
    """The whole analyser, and how its time grows."""
    rows, seconds = [], {}
    for size in SIZES:
        printed, peak = run(_command(size))
        seconds[size], outlining = map(float, printed.split())
        told = f"{seconds[size]:.3f} s, of these {outlining:.3f} s for chapters and paragraphs; {peak / 1024**2:.0f} MB"
        rows.append(Row(f"analyse {size:,} words offline", told, LIMITS[size]))
    times = seconds[100_000] / seconds[10_000]
    return [
        *rows,
        Row("growth from 10,000 to 100,000 words", f"{times:.1f} times, n^{log(times, 10):.2f}", "limit: 12 times"),
    ]


def words_seconds(size: int) -> float:
    """Of the whole analyser, for so many words."""
    printed, _ = run(_command(size))
    return float(printed.split()[0])


def _command(size: int) -> list[str]:
    return [sys.executable, str(Path(__file__)), str(size)]


def main() -> None:
    """Print the seconds that so many words take, and those of them that chapters and paragraphs take."""
    warm, text = made_text(WARM_UP), made_text(int(sys.argv[1]))
    analyse_offline(warm, _ignore)
    print(
        min(_seconds(lambda: analyse_offline(text, _ignore)) for _ in range(RUNS)),
        min(_seconds(lambda: outline(text)) for _ in range(RUNS)),
    )


def _seconds(work: Callable[[], object]) -> float:
    """With the words yet to be looked at."""
    stem.cache_clear()
    is_function_word.cache_clear()
    start = perf_counter()
    work()
    return perf_counter() - start


def _ignore(_share: float) -> None:
    """Progress interests nobody here."""


if __name__ == "__main__":
    main()
