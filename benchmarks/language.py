"""What language decides: where sentences end and chapters begin, which figures are said, and how its time grows.

To add a table, write a function that measures and returns rows, in a file of its own, and give it its place in `PARTS`.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from chapter_boundaries import chapter_rows
from figure_passages import figure_rows
from language_growth import growth_rows
from row import print_machine, print_table
from sentence_ends import sentence_rows
from slide_changes import slide_rows

PARTS = (sentence_rows, chapter_rows, figure_rows, growth_rows)
"""A table each: functions without arguments that measure and return rows."""


def main() -> None:
    """All of them, and slides. `BENCH_SEGMENTATION` names a folder of folders with texts in Choi's form."""
    print_machine()
    print_language()
    print_table(slide_rows())


def print_language() -> None:
    """The tables alone."""
    for part in PARTS:
        print_table(part())


if __name__ == "__main__":
    main()
