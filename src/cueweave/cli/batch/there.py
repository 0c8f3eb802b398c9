"""Work at a server: a recording is handed in, waited for, and its result fetched."""

from __future__ import annotations

import asyncio
import json
import re
from pathlib import Path
from typing import Any

from cueweave.cli.batch.jobs import ASSETS, RESULT, Job, Show, Work
from cueweave.cli.batch.memory import Memory
from cueweave.client import AsyncClient, Busy, NotCueweave, TaskForbidden, TaskMissing, TaskState, WorkFailed
from cueweave.client.transcript import transcript_of
from cueweave.domain.visuals import Image

PICTURE = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]{0,254}", re.ASCII)
"""What a server may have us write, beside nothing else."""
ASK_AGAIN = 5.0
"""Seconds, where a server that is full doesn't say."""


def work_there(server: AsyncClient, memory: Memory) -> Work:
    """The work at this server."""

    async def work(job: Job, part: Path, show: Show) -> None:
        known = memory.task_id(job)
        task_id = known or await _hand_in(server, memory, job, show)
        try:
            await _wait(server, task_id, show)
        except (TaskMissing, TaskForbidden):
            memory.ended_badly(job)
            if not known:
                raise
            task_id = await _hand_in(server, memory, job, show)  # cleaned up since then
            await _wait(server, task_id, show)
        except WorkFailed:
            memory.ended_badly(job)
            raise
        await _fetch(server, task_id, part)
        memory.done(job)

    return work


async def _wait(server: AsyncClient, task_id: str, show: Show) -> None:
    def tell(state: TaskState) -> None:
        show(state.stage, state.progress)

    await server.wait(task_id, on_progress=tell)


async def _hand_in(server: AsyncClient, memory: Memory, job: Job, show: Show) -> str:
    """The task's id; where the server is full, as soon as there is a place."""

    def tell(percent: float) -> None:
        show("uploading", percent)

    while True:
        try:
            receipt = await server.submit(
                job.pair.media,
                job.pair.subtitles,
                language=job.language,
                idempotency_key=memory.key(job),
                on_progress=tell,
            )
        except Busy as busy:
            show("waiting", 0)
            await asyncio.sleep(busy.retry_after or ASK_AGAIN)
        else:
            memory.handed_in(job, receipt.task_id)
            return receipt.task_id


async def _fetch(server: AsyncClient, task_id: str, part: Path) -> None:
    document = await server.document(task_id)
    for name in _pictures(document):
        (part / ASSETS).mkdir(exist_ok=True)
        (part / ASSETS / name).write_bytes(await server.asset(task_id, name))
    (part / RESULT).write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _pictures(document: dict[str, Any]) -> list[str]:
    """Names of files, as this server gives them. Raises NotCueweave where the document is none."""
    try:
        paragraphs = transcript_of(document).paragraphs
    except (KeyError, TypeError, ValueError, AttributeError):
        raise NotCueweave("What the server sent is no result.") from None
    contents = (each.visual.content for each in paragraphs if each.visual)
    names = (content.file for content in contents if isinstance(content, Image))
    return [name for name in dict.fromkeys(names) if PICTURE.fullmatch(name)]
