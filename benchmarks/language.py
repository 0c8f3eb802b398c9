"""What language decides: where chapters begin, and how the analyser's time grows.

To add a table, write a function that measures and returns rows, in a file of its own, and give it its place in `PARTS`.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from chapter_boundaries import chapter_rows
from language_growth import growth_rows
from row import print_machine, print_table

PARTS = (chapter_rows, growth_rows)
"""A table each: functions without arguments that measure and return rows."""


def main() -> None:
    """All of them. `BENCH_SEGMENTATION` names a folder of folders with texts in Choi's form."""
    print_machine()
    print_language()


def print_language() -> None:
    """The tables alone."""
    for part in PARTS:
        print_table(part())


if __name__ == "__main__":
    main()
