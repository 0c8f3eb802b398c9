"""`make bench`: every benchmark, as tables."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from alignment import SOURCES, print_results, results
from language import print_language
from long_medium import long_medium_rows
from long_speech import long_speech_rows
from row import print_machine, print_table
from slide_changes import slide_rows
from slides_pdf import page_rows
from slow_clients import slow_client_rows
from web_player import player_rows


def main() -> None:
    """Run all of them; `--quick` leaves out the hours."""
    print_machine()
    print_results(results(SOURCES))
    print_language()
    if "--quick" not in sys.argv:
        print_table(
            [
                *long_speech_rows(1),
                *long_medium_rows(),
                *slide_rows(),
                *page_rows(),
                *slow_client_rows(),
                *player_rows(),
            ]
        )


if __name__ == "__main__":
    main()
