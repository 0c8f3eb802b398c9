"""A line of the table that `make bench` prints."""

import os
import platform
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured: ours beside a peer or a limit, in the same run."""

    what: str
    ours: str
    beside: str


def print_machine() -> None:
    """What it was measured on."""
    print(f"\n{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}\n")


def print_table(rows: list[Row]) -> None:
    """As Markdown."""
    print("\n| what | ours | beside it |\n| --- | --- | --- |")
    for row in rows:
        print_row(row)


def print_row(row: Row) -> None:
    """One more line of the table, as soon as it is there."""
    print(f"| {row.what} | {row.ours} | {row.beside} |", flush=True)
