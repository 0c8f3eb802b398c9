"""`make bench`: every benchmark, as one table."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from alignment import ALL, print_alignment
from corpus import VOICES
from long_medium import long_medium_rows
from row import print_machine, print_table


def main() -> None:
    """Run all of them; `--quick` leaves out the hour of video."""
    print_machine()
    print_alignment(list(VOICES), ALL)
    if "--quick" not in sys.argv:
        print_table(long_medium_rows())


if __name__ == "__main__":
    main()
