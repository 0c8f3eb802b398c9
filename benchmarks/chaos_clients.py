"""Clients that hand in tasks and fetch results while the system is being broken."""

from __future__ import annotations

import asyncio
import json
import random
import time
from dataclasses import dataclass, field

import httpx
from chaos_watch import digest

PATIENCE = 0.25
OVER = ("completed", "failed", "cancelled")


@dataclass
class Told:
    """What the clients were told."""

    accepted: dict[str, str] = field(default_factory=dict)
    """Task id to user."""
    statuses: dict[str, str] = field(default_factory=dict)
    results: dict[str, set[str]] = field(default_factory=dict)
    """Task id to the digests under which its result was seen."""
    broken: list[str] = field(default_factory=list)
    """Results that are not what was handed in."""
    backwards: list[str] = field(default_factory=list)
    refused: int = 0
    reasons: list[str] = field(default_factory=list)


class Clients:
    """Ten users, two servers; each call goes on until it gets an answer."""

    def __init__(
        self, servers: list[str], media: bytes, subtitles: bytes, words: list[str], chance: random.Random
    ) -> None:
        self._servers = servers
        self._files = {"media_file": ("talk.wav", media), "srt_file": ("talk.srt", subtitles)}
        self._words = words
        self._chance = chance
        self.told = Told()

    async def hand_in(self, http: httpx.AsyncClient, user: str) -> None:
        """One task; a refusal or a broken connection is tried again. Only a 202 is an acceptance."""
        while True:
            try:
                answer = await http.post(
                    self._url("/process/srt_media/"), headers={"X-User-ID": user}, files=self._files
                )
            except httpx.HTTPError:
                await asyncio.sleep(PATIENCE)
                continue
            if answer.status_code == 202:
                self.told.accepted[answer.json()["task_id"]] = user
                return
            self.told.refused += 1
            await asyncio.sleep(PATIENCE * (1 + self._chance.random()))

    async def follow(self, http: httpx.AsyncClient, seconds: float) -> None:
        """Poll all that were accepted until each is over, or the time is up."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            open_ = [task for task in self.told.accepted if self.told.statuses.get(task) not in OVER]
            if not open_:
                return
            for task in open_:
                await self._look(http, task)
            await asyncio.sleep(PATIENCE)

    async def _look(self, http: httpx.AsyncClient, task: str) -> None:
        answer = await self._get(http, task, "status")
        if answer is None:
            return
        status = answer.json().get("status", "gone") if answer.status_code == 200 else "gone"
        if self.told.statuses.get(task) in OVER and status != self.told.statuses[task]:
            self.told.backwards.append(f"{task}: {self.told.statuses[task]} -> {status}")
        self.told.statuses[task] = status
        if status == "failed":
            self.told.reasons.append(str(answer.json().get("error_message")))
        if status == "completed":
            await self.fetch(http, task)

    async def fetch(self, http: httpx.AsyncClient, task: str) -> None:
        """The result, which must be whole and the same whenever it is fetched."""
        answer = await self._get(http, task, "result")
        if answer is None:
            return
        self.told.results.setdefault(task, set()).add(digest(answer.content))
        try:
            paragraphs = json.loads(answer.content)["result"]["paragraphs"]
            whole = [word["word"] for each in paragraphs for word in each["words"]] == self._words
        except (ValueError, KeyError):
            whole = False
        if answer.status_code != 200 or not whole:
            self.told.broken.append(f"{task}: {answer.status_code} {answer.text[:100]}")

    async def _get(self, http: httpx.AsyncClient, task: str, what: str) -> httpx.Response | None:
        """None where nobody answers, or only that the store is away."""
        headers = {"X-User-ID": self.told.accepted[task]}
        try:
            answer = await http.get(self._url(f"/tasks/{task}/{what}"), headers=headers)
        except httpx.HTTPError:
            return None
        return None if answer.status_code == 503 else answer

    def _url(self, path: str) -> str:
        return self._chance.choice(self._servers) + path
