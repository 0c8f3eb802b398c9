"""`make bench`: every benchmark, as tables, and written into `benchmarks/results`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from alignment import SOURCES, print_results, results
from cold_start import cold_start_rows
from events import event_rows
from full_hd import full_hd_rows
from growth import growth_rows
from language import print_language
from long_medium import long_medium_rows
from long_speech import long_speech_rows
from result_serving import serving_rows
from row import Row, machine, print_machine, print_row, table
from service_overhead import overhead_rows
from slide_changes import slide_rows
from slow_clients import slow_client_rows
from start_latency import latency_rows
from status_polling import polling_rows
from upload_speed import upload_rows
from web_player import player_rows

OUT = Path(__file__).parent / "results"
SERVICE: dict[str, Callable[[], list[Row]]] = {
    "status": polling_rows,
    "upload": upload_rows,
    "start": latency_rows,
    "events": event_rows,
    "cold": cold_start_rows,
    "result": serving_rows,
    "overhead": overhead_rows,
    "growth": growth_rows,
    "slow": slow_client_rows,
}
MEDIA: dict[str, Callable[[], list[Row]]] = {
    "speech": lambda: long_speech_rows(1),
    "lengths": long_medium_rows,
    "hour": full_hd_rows,
    "slides": slide_rows,
    "player": player_rows,
}


def main() -> None:
    """Run what is asked for: all of it takes hours."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="only alignment and language")
    parser.add_argument("--only", nargs="+", choices=[*SERVICE, *MEDIA], help="only these rows")
    asked = parser.parse_args()
    print_machine()
    if not asked.only:
        print_results(results(SOURCES))
        print_language()
    if not asked.quick:
        write(rows_of(asked.only or [*SERVICE, *MEDIA]))


def rows_of(names: Sequence[str]) -> list[Row]:
    """Each row is printed as soon as it is there."""
    print(f"\n{table([])}", flush=True)
    rows: list[Row] = []
    for name in names:
        found = (SERVICE | MEDIA)[name]()
        for row in found:
            print_row(row)
        rows += found
    return rows


def write(rows: Sequence[Row]) -> None:
    """As Markdown for people and as JSON for programs."""
    OUT.mkdir(exist_ok=True)
    (OUT / "bench.md").write_text(f"{machine()}\n\n{table(rows)}\n")
    told = {"machine": machine(), "rows": [asdict(row) for row in rows]}
    (OUT / "bench.json").write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
