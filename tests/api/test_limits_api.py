"""Many at once: exactly as many tasks as allowed get in, and the counter equals the truth."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from pathlib import Path

import httpx
from api.service import CLEAN, Files, Service, recording
from support.keys import truth_and_count

ROUNDS = 10
LIMITS = httpx.Limits(max_connections=200, keepalive_expiry=2)
"""The server closes idle connections after five seconds; a client must not send on one that is being closed."""


async def create(client: httpx.AsyncClient, user: str, files: Files) -> httpx.Response:
    return await client.post("/process/srt_media/", files=files, headers={"X-User-ID": user})


def many(service: Service) -> httpx.AsyncClient:
    return httpx.AsyncClient(base_url=service.url, timeout=120, limits=LIMITS)


async def test_of_200_simultaneous_creates_of_a_user_exactly_five_get_in(hammered: Service, tmp_path: Path) -> None:
    files = recording(tmp_path, 0.2)
    async with many(hammered) as client:
        answers = await asyncio.gather(*(create(client, "ada", files) for _ in range(200)))
    assert Counter(answer.status_code for answer in answers) == {202: 5, 429: 195}
    assert truth_and_count(hammered.store.url) == {"records": 5, "counter": 5, "list": 5, "sets": 5}
    assert len(hammered.leftovers()["tasks"]) == 5  # type: ignore[arg-type]


async def test_of_60_users_with_three_creates_each_exactly_twenty_get_in(hammered: Service, tmp_path: Path) -> None:
    files = recording(tmp_path, 0.2)
    chance = random.Random(7)
    async with many(hammered) as client:
        for _ in range(ROUNDS):
            users = [f"user{number}" for number in range(60)] * 3
            answers = await asyncio.gather(*(create(client, user, files) for user in users))
            assert Counter(answer.status_code for answer in answers) == {202: 20, 503: 160}
            assert truth_and_count(hammered.store.url) == {"records": 20, "counter": 20, "list": 20, "sets": 20}
            accepted = [answer.json()["task_id"] for answer in answers if answer.status_code == 202]
            # twice each and in any order: only one of the two may free the slot
            again = chance.sample(accepted * 2, 40)
            cancelled = await asyncio.gather(
                *(client.delete(f"/tasks/{each}", headers={"X-User-ID": each.partition(":")[0]}) for each in again)
            )
            assert {answer.status_code for answer in cancelled} == {200}
            assert hammered.leftovers() == CLEAN
