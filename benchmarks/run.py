"""`make bench`: every benchmark, as tables, and written into `benchmarks/results`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
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
ALIGNMENT = "alignment"
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
    parser.add_argument("--only", nargs="+", choices=[ALIGNMENT, *SERVICE, *MEDIA], help="only these rows")
    asked = parser.parse_args()
    print_machine()
    if not asked.only or ALIGNMENT in asked.only:
        write_alignment(print_results(results(SOURCES)))
    if not asked.only:
        print_language()
    names = [name for name in asked.only or [*SERVICE, *MEDIA] if name != ALIGNMENT]
    if names and not asked.quick:
        measure(names)


def write_alignment(printed: str) -> None:
    """As it was printed."""
    OUT.mkdir(exist_ok=True)
    (OUT / "alignment.md").write_text(f"{machine()}\n\n{printed}\n")


def measure(names: Sequence[str]) -> None:
    """Rows are printed and written as soon as they are there."""
    print(f"\n{table([])}", flush=True)
    for name in names:
        rows = (SERVICE | MEDIA)[name]()
        for row in rows:
            print_row(row)
        write({name: rows})


def write(found: Mapping[str, Sequence[Row]]) -> None:
    """As Markdown for people and as JSON for programs; what was measured before on such a machine stays beside it."""
    OUT.mkdir(exist_ok=True)
    kept = _kept(OUT / "bench.json") | {name: list(rows) for name, rows in found.items()}
    ordered = {name: kept[name] for name in (*SERVICE, *MEDIA) if name in kept}
    (OUT / "bench.md").write_text(f"{machine()}\n\n{table([row for rows in ordered.values() for row in rows])}\n")
    rows = {name: [asdict(row) for row in rows] for name, rows in ordered.items()}
    (OUT / "bench.json").write_text(
        json.dumps({"machine": machine(), "rows": rows}, indent=1, ensure_ascii=False) + "\n"
    )


def _kept(path: Path) -> dict[str, list[Row]]:
    if not path.exists():
        return {}
    before = json.loads(path.read_text())
    if before["machine"] != machine() or not isinstance(before["rows"], dict):
        return {}
    return {name: [Row(**row) for row in rows] for name, rows in before["rows"].items()}


if __name__ == "__main__":
    main()
