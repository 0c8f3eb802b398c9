"""A line of the table that `make bench` prints, and writes into `benchmarks/results`."""

import math
import os
import platform
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

STEEPEST = 1.1


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured: ours beside a peer or a limit, in the same run."""

    what: str
    ours: str
    beside: str
    ratio: float | None = None
    """Ours by the peer's or the limit's; None where the texts say all."""
    spread: float | None = None
    """Of several runs of ours: the worst less the best, by the median; None where there was one."""


def compared(what: str, ours: Sequence[float], beside: Sequence[float], unit: str, *, peer: str) -> Row:
    """Medians of several runs of both, which took turns."""
    mine, theirs = statistics.median(ours), statistics.median(beside)
    return Row(what, f"{figure(mine)} {unit}", f"{peer}: {figure(theirs)} {unit}", mine / theirs, _spread(ours))


def limited(what: str, ours: Sequence[float], limit: float, unit: str) -> Row:
    """The median of several runs beside what it must not exceed."""
    mine = statistics.median(ours)
    return Row(what, f"{figure(mine)} {unit}", f"limit: {figure(limit)} {unit}", mine / limit, _spread(ours))


def growing(what: str, sizes: Sequence[float], costs: Sequence[float], unit: str) -> Row:
    """What things cost at several sizes, and by which power of the size: beside what is allowed."""
    found = exponent(sizes, costs)
    at = ", ".join(f"{size:,}" for size in sizes)
    cost = ", ".join(map(figure, costs))
    return Row(f"{what}: {at}", f"{cost} {unit}; n^{found:.2f}", f"limit: n^{STEEPEST}", found / STEEPEST)


def exponent(sizes: Sequence[float], costs: Sequence[float]) -> float:
    """Of the power of the size that fits the costs best."""
    logs = [math.log(size) for size in sizes]
    return statistics.linear_regression(logs, [math.log(cost) for cost in costs]).slope


def figure(value: float) -> str:
    """To three digits."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def _spread(runs: Sequence[float]) -> float | None:
    return (max(runs) - min(runs)) / statistics.median(runs) if len(runs) > 1 else None


def machine() -> str:
    """What it was measured on."""
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"


def print_machine() -> None:
    """A line of its own."""
    print(f"\n{machine()}\n")


def table(rows: Sequence[Row]) -> str:
    """As Markdown."""
    return "\n".join(
        ["| what | ours | beside it | ratio | spread |", "| --- | --- | --- | --- | --- |", *map(_line, rows)]
    )


def print_table(rows: Sequence[Row]) -> None:
    """As Markdown."""
    print(f"\n{table(rows)}")


def print_row(row: Row) -> None:
    """One more line of the table, as soon as it is there."""
    print(_line(row), flush=True)


def _line(row: Row) -> str:
    ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
    spread = "" if row.spread is None else f"{100 * row.spread:.0f}%"
    return f"| {row.what} | {row.ours} | {row.beside} | {ratio} | {spread} |"
