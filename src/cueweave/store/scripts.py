"""The moves of a task, each one Lua script and so atomic; a typed function per script."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, fields
from importlib.resources import files
from json import dumps, loads
from typing import Literal, cast

from redis.asyncio import Redis
from redis.commands.core import AsyncScript

from cueweave.domain.progress import Progress
from cueweave.domain.tasks import Stage, Status, Task, TaskId
from cueweave.store import keys
from cueweave.store.clock import now
from cueweave.store.once import REMEMBERED, Once
from cueweave.store.reach import reaching_redis

Admission = Literal["ok", "user", "server", "repeated", "changed"]
Claim = Literal["ok", "repeated", "changed"]
Take = Literal["ok", "none", "worn out"]
Start = Literal["ok", "gone", "over", "worn out"]
Move = Literal["ok", "refused"]
Cancel = Literal["ok", "already", "over", "gone"]
Edit = Literal["ok", "stale", "gone", "unfinished"]

_NAMES = (
    "create",
    "claim",
    "take",
    "start",
    "progress",
    "finish",
    "edit",
    "fail",
    "fetched",
    "cancel",
    "hand_back",
    "expire",
    "forget",
    "mend",
)
_FIELDS = {field.name for field in fields(Task)}


def to_json(task: Task) -> str:
    """The task as it stands in its record."""
    return dumps(asdict(task))


def from_json(data: str) -> Task:
    """The task of a record; fields that only a later version knows are left out."""
    values = {name: value for name, value in loads(data).items() if name in _FIELDS}
    return Task(**values | {"status": Status(values["status"]), "stage": Stage(values["stage"])})


class Scripts:
    """The scripts on one Redis. Each raises StoreUnavailable where it can't be reached."""

    def __init__(self, redis: Redis, *, result_ttl: int) -> None:
        """`result_ttl`: seconds for which the record of a finished task is kept."""
        self._scripts = registered(redis, _NAMES)
        self._ttl = result_ttl

    async def _run(self, name: str, on: list[str], *args: str | int) -> tuple[str, str]:
        verdict, data, *_ = await self._answer(name, on, *args)
        return verdict, data

    async def _answer(self, name: str, on: list[str], *args: str | int) -> list[str]:
        with reaching_redis():
            answer: list[str] = await self._scripts[name](keys=on, args=list(args))
        return answer

    async def create(self, task: Task, *, user_limit: int, limit: int, once: Once | None = None) -> Admission:
        """Let the task in, unless the user (`user`) or the server (`server`) has as many as allowed.

        With `once` neither where the same came before (`repeated`) or something else under the same key (`changed`).
        """
        arguments: list[str | int] = [task.task_id, to_json(task), user_limit, limit, now().milliseconds]
        on = keys_of(TaskId.parse(task.task_id))
        if once:
            on, arguments = [*on, once.name], [*arguments, once.body, REMEMBERED]
        verdict, _ = await self._run("create", on, *arguments)
        return cast(Admission, verdict)

    async def claim(self, task: Task, once: Once) -> Claim:
        """Let a key stand for a task that is there; verdicts on what is known under it as those of `create`."""
        on = [*keys_of(TaskId.parse(task.task_id)), once.name]
        verdict, _ = await self._run("claim", on, task.task_id, once.body, REMEMBERED)
        return cast(Claim, verdict)

    async def take(self, ticket: TaskId, *, most: int, message: str) -> tuple[Take, Task | None]:
        """Take the fairest of the waiting tasks, or the one for which the ticket stands already, for a new attempt.

        A ticket is the key under which the queue knows a task that was handed over: one comes with each task, and
        serves the one whose turn it is. Whoever asks with it again, since the worker that had it died, gets the same
        task. The attempt after `most` interrupted ones fails the task with `message`.
        """
        time = now()
        arguments = (str(ticket), most, message, time.text, time.milliseconds, self._ttl)
        verdict, data = await self._run("take", keys_of(ticket), *arguments)
        return cast(Take, verdict), from_json(data) if data else None

    async def start(self, task_id: TaskId, *, most: int, message: str) -> tuple[Start, Task | None]:
        """Begin another attempt of this very task; the one after `most` interrupted ones fails it with `message`."""
        time = now()
        arguments = (most, message, time.text, time.milliseconds, self._ttl)
        verdict, data = await self._run("start", keys_of(task_id), *arguments)
        return cast(Start, verdict), from_json(data) if data else None

    async def progress(self, task_id: TaskId, attempt: int, progress: Progress) -> Move:
        """Write how far this attempt is; neither stage nor progress ever go back."""
        arguments = (attempt, progress.stage, progress.percent, now().text)
        verdict, _ = await self._run("progress", keys_of(task_id), *arguments)
        return cast(Move, verdict)

    async def fetched(self, task_id: TaskId, attempt: int, media_seconds: float) -> Move:
        """The medium has been fetched, and is so long."""
        verdict, _ = await self._run("fetched", keys_of(task_id), attempt, repr(media_seconds))
        return cast(Move, verdict)

    async def finish(self, task_id: TaskId, attempt: int) -> Move:
        """Complete the task; `refused` where it is over already or another attempt has it."""
        time = now()
        arguments = (attempt, time.text, time.milliseconds, self._ttl)
        verdict, _ = await self._run("finish", keys_of(task_id), *arguments)
        return cast(Move, verdict)

    async def edit(self, task_id: TaskId, *, expected: str, edition: str) -> Edit:
        """Make `edition` the result's current one; `stale` where that isn't `expected` any more."""
        verdict, _ = await self._run("edit", keys_of(task_id), expected, edition)
        return cast(Edit, verdict)

    async def fail(self, task_id: TaskId, attempt: int, message: str) -> Move:
        """Fail the task with a sentence for the user."""
        time = now()
        arguments = (attempt, message, time.text, time.milliseconds, self._ttl)
        verdict, _ = await self._run("fail", keys_of(task_id), *arguments)
        return cast(Move, verdict)

    async def cancel(self, task_id: TaskId) -> tuple[Cancel, Task | None, TaskId | None]:
        """Cancel the task; `already` where that was done before. With the ticket that the queue need not keep."""
        time = now()
        arguments = (time.text, time.milliseconds, self._ttl)
        verdict, data, ticket = await self._answer("cancel", keys_of(task_id), *arguments)
        task = from_json(data) if data else None
        return cast(Cancel, verdict), task, TaskId.parse(ticket) if ticket else None

    async def hand_back(self, task_id: TaskId, attempt: int) -> Move:
        """Give the attempt back: it was stopped by its worker's operator, not by a fault."""
        verdict, _ = await self._run("hand_back", keys_of(task_id), attempt)
        return cast(Move, verdict)

    async def expire(self, user: str) -> int:
        """Drop from the user's list what ended too long ago; how many that were."""
        before = now().milliseconds - 1000 * self._ttl
        _, count = await self._run("expire", keys_of(TaskId(user=user, key="")), before)
        return int(count)

    async def forget(self, task_id: TaskId) -> tuple[bool, TaskId | None]:
        """Delete all that is kept about the task; an active one is cancelled first.

        Whether it was there, and the ticket that the queue need not keep.
        """
        time = now()
        arguments = (str(task_id), time.text, time.milliseconds, self._ttl)
        verdict, _, ticket = await self._answer("forget", keys_of(task_id), *arguments)
        return verdict == "ok", TaskId.parse(ticket) if ticket else None

    async def mend(self, user_sets: list[str]) -> int:
        """Set count, list and sets right by the records; how many things were wrong."""
        of_no_task = keys_of(TaskId(user="", key=""))
        _, wrong = await self._run("mend", of_no_task + user_sets, now().milliseconds)
        return int(wrong)


def registered(redis: Redis, names: Sequence[str]) -> dict[str, AsyncScript]:
    """The scripts of these names, each behind what all share; the keys of a task come first (`keys_of`)."""
    folder = files("cueweave.store") / "lua"
    prelude = (folder / "prelude.lua").read_text()
    return {name: redis.register_script(prelude + (folder / f"{name}.lua").read_text()) for name in names}


def keys_of(task_id: TaskId) -> list[str]:
    """The keys that every script gets, in the order of its prelude."""
    return [
        keys.record(task_id),
        keys.user_active(task_id.user),
        keys.ACTIVE_COUNT,
        keys.ACTIVE,
        keys.user_finished(task_id.user),
        keys.ENDED,
        keys.WAITING,
        keys.TICKETS,
        keys.RUNNING,
        keys.SERVED,
    ]
