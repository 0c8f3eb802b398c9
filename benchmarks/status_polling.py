"""How many statuses a second one API process answers on 64 connections, beside a bare app that reads the same hash."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from load import Load, load
from row import Row, compared, print_machine, print_table
from small_service import HOST, SmallService

CONNECTIONS, SECONDS, ROUNDS = 64, 5.0, 5
PEER = "bare Starlette and redis-py"


def polling_rows() -> list[Row]:
    """With rates off, as the bare app has none; then as the service is without any setting but a wide limit."""
    with SmallService() as service:
        task_id = service.task()
        apis = {
            "off": service.api(CUEWEAVE_RATE_LIMITS="off"),
            "on": service.api(CUEWEAVE_RATE_POLL="1000000/second", CUEWEAVE_RATE_ALL="1000000/second"),
            "bare": service.bare("bare_status:app"),
        }
        found: dict[str, list[Load]] = {name: [] for name in apis}
        for _ in range(ROUNDS):
            for name, port in apis.items():
                path, user = f"/tasks/{task_id}/status", task_id.partition(":")[0]
                found[name].append(load((HOST, port), path, user, connections=CONNECTIONS, seconds=SECONDS))
    if any(each.failures for loads in found.values() for each in loads):
        raise SystemExit("not every answer was a status")
    rates = {name: [each.per_second for each in loads] for name, loads in found.items()}
    worst = {name: [each.worst_95 for each in loads] for name, loads in found.items()}
    what = f"statuses on {CONNECTIONS} connections"
    return [
        compared(f"{what}, nothing counted", rates["off"], rates["bare"], "a second", peer=PEER),
        compared(f"{what}, rates counted", rates["on"], rates["bare"], "a second", peer=PEER),
        compared(f"{what}, nothing counted, 95 of 100 within", worst["off"], worst["bare"], "ms", peer=PEER),
    ]


if __name__ == "__main__":
    print_machine()
    print_table(polling_rows())
