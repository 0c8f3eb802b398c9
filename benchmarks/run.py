"""`make bench`: every benchmark, as one table."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from alignment import alignment_rows
from long_medium import long_medium_rows
from row import Row, print_table


def main() -> None:
    """Run all of them; `--quick` leaves out the hour of video."""
    rows: list[Row] = alignment_rows()
    if "--quick" not in sys.argv:
        rows += long_medium_rows()
    print_table(rows)


if __name__ == "__main__":
    main()
