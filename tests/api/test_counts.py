"""What an answer and a task cost the store, in commands: numbers that no machine's load moves."""

from __future__ import annotations

from collections import Counter

import httpx
import pytest
from api.service import Files, Service
from support.eventually import eventually_sync
from support.spied import names, spied

COUNTS = ("GET global:active_tasks_count", "cueweave:attempts", "cueweave:stage_seconds")
"""What is asked for a task without naming it or its user. What workers ask every so often names neither."""
GREETINGS = ("HELLO", "CLIENT SETINFO", "SCRIPT LOAD", "MULTI", "EXEC")
"""What a connection or a script costs once, and what only holds other commands together."""


@pytest.fixture
def task_id(idle: Service, files: Files) -> str:
    with idle.client("ada") as ada:
        created: str = ada.post("/process/srt_media/", files=files).raise_for_status().json()["task_id"]
        for path in (f"/tasks/{created}/status", "/users/me/tasks"):
            ada.get(path).raise_for_status()  # connections and scripts are there from now on
    return created


def asked(idle: Service, ada: httpx.Client, path: str) -> Counter[str]:
    with spied(idle.store.url) as commands:
        ada.get(path).raise_for_status()
    return names(commands, but=GREETINGS)


def test_a_status_costs_two_commands_its_rates_included(idle: Service, ada: httpx.Client, task_id: str) -> None:
    assert asked(idle, ada, f"/tasks/{task_id}/status") == {"EVALSHA": 1, "HGET": 1}


def test_a_list_of_tasks_costs_no_more_for_another_one(
    idle: Service, ada: httpx.Client, task_id: str, files: Files
) -> None:
    assert task_id
    with_one = asked(idle, ada, "/users/me/tasks")
    second = ada.post("/process/srt_media/", files=files).raise_for_status().json()["task_id"]
    ada.delete(f"/tasks/{second}").raise_for_status()
    with_two = asked(idle, ada, "/users/me/tasks")
    assert with_one == {"EVALSHA": 1, "SMEMBERS": 1, "HGET": 1, "expire.lua": 1, "ZREVRANGE": 1, "ZCARD": 1}
    assert with_two == with_one + Counter(HGET=1)  # of one question that holds them all


def test_a_task_costs_so_many_commands_from_its_creation_to_its_end(
    busy: Service, worked: httpx.Client, files: Files
) -> None:
    _through(busy, worked, files)  # scripts are there from now on
    each = [_through(busy, worked, files) for _ in range(3)]
    common = each[0] & each[1] & each[2]  # what clocks ask for comes beside one or another
    del common["progress.lua"]  # once a second at most
    assert common == {
        "SCARD": 1,
        "GET": 1,  # the look at the limits before the upload travels
        "create.lua": 1,
        "take.lua": 1,
        "finish.lua": 1,
        "HINCRBY": 1,  # an attempt began
        "DEL": 1,  # who heard which chunk
        "EVALSHA": 4,  # what the work took; of the queue: the task is added, a worker has it, it is done
    }


def _through(busy: Service, worked: httpx.Client, files: Files) -> Counter[str]:
    """What was asked about a task from its creation to its end, but for its status."""
    with spied(busy.store.url) as commands:
        created: str = worked.post("/process/srt_media/", files=files).raise_for_status().json()["task_id"]
        eventually_sync(lambda: _is_done(commands, created), within=60)
    about = (worked.headers["X-User-ID"], *COUNTS)
    asked = [command for command in commands if any(word in command for word in about)]
    return names(asked, but=(*GREETINGS, f"HGET task:{created}", "cueweave:worker:"))


def _is_done(commands: list[str], task_id: str) -> bool:
    """Whether the queue, too, knows that nothing is left to do."""
    forgotten = f"DEL cueweave:hearing:{task_id}"
    return forgotten in commands and any(
        f"cueweave:queue:runs:{task_id}" in command for command in commands[commands.index(forgotten) :]
    )
