"""What /metrics costs with 20 active and 10,000 finished tasks: milliseconds of an answer, and of the processors."""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from pathlib import Path

import httpx

sys.path.insert(0, str(Path(__file__).parent))

from row import Row, print_machine, print_table
from small_service import HOST, SmallService, busy, fill

ACTIVE, FINISHED, SCRAPES, EVERY_SECONDS = 20, 10_000, 200, 15
MOST_MS, MOST_PERCENT = 50, 1.0


def measure(url: str, pids: list[int]) -> list[Row]:
    """Scrape again and again on one connection, as Prometheus does."""
    with httpx.Client(base_url=url, timeout=60) as client:
        until = time.monotonic() + 60
        while time.monotonic() < until:
            try:
                if client.get("/readyz").status_code == 200:
                    break
            except httpx.TransportError:
                time.sleep(0.1)
        size = len(client.get("/metrics").raise_for_status().content)
        before, times = busy(pids), []
        for _ in range(SCRAPES):
            began = time.perf_counter()
            client.get("/metrics").raise_for_status()
            times.append(1000 * (time.perf_counter() - began))
        seconds = (busy(pids) - before) / SCRAPES
    percent = 100 * seconds / EVERY_SECONDS
    return [
        Row("an answer of /metrics, median", f"{statistics.median(times):.1f} ms", f"limit {MOST_MS} ms"),
        Row(
            "an answer of /metrics, 95 of 100", f"{statistics.quantiles(times, n=20)[-1]:.1f} ms", f"limit {MOST_MS} ms"
        ),
        Row("its size", f"{size:,} bytes", ""),
        Row("processor, API and store", f"{1000 * seconds:.1f} ms a scrape", ""),
        Row(f"the same, scraped every {EVERY_SECONDS} s", f"{percent:.2f}%", f"limit {MOST_PERCENT:.0f}%"),
    ]


def main() -> None:
    """Start a store and an API, fill them, measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--active", type=int, default=ACTIVE)
    parser.add_argument("--finished", type=int, default=FINISHED)
    asked = parser.parse_args()
    with SmallService() as service:
        fill(service.store.url, asked.active, asked.finished)
        port = service.api()
        rows = measure(f"http://{HOST}:{port}", [service.members[port].pid, service.store.info("process_id")])
    print_machine()
    print(f"{asked.active} active and {asked.finished:,} finished tasks, {SCRAPES} scrapes")
    print_table(rows)


if __name__ == "__main__":
    main()
