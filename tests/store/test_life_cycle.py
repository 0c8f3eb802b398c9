"""Random lives of tasks on a real Valkey: after each move the numbers are the truth, and nothing is in two places."""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
import uuid
from collections.abc import Awaitable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, settings, strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    multiple,
    precondition,
    rule,
    run_state_machine_as_test,
)
from redis import Redis
from support.keys import stray_keys
from support.made import a_task
from support.valkey import Valkey

from cueweave.domain.progress import Progress
from cueweave.domain.tasks import ORIGINAL, Stage, Status, TaskId
from cueweave.store import keys
from cueweave.store.blobs import Blobs
from cueweave.store.tasks import TaskStore, open_tasks
from cueweave.work.tidy import has_needless, remove_needless

Answer = TypeVar("Answer")
USER_LIMIT, LIMIT, MOST = 3, 6, 3
TTL = 600
USERS = ("ada", "eve", "bob")
STAGES = (Stage.TRANSCRIBING, Stage.PROCESSING_LLM, Stage.ALIGNING)


@dataclass(frozen=True)
class Life:
    """What a task must be by the moves so far."""

    status: Status = Status.PENDING
    stage: Stage = Stage.QUEUED
    progress: int = 0
    attempt: int = 0
    returned: int = 0
    ticket: str | None = None
    edition: str = ORIGINAL


class Lives(RuleBasedStateMachine):
    """A model of what the page on the life of a task says, beside the real thing."""

    valkey: Valkey
    """Set by the test."""
    tickets = Bundle("tickets")
    """Those that the queue may deliver, now or again."""
    tasks = Bundle("tasks")

    def __init__(self) -> None:
        super().__init__()
        self.lives: dict[str, Life] = {}
        self.made = 0
        self.edits = 0
        self.order: list[str] = []
        self.served: list[str] = []
        self.expired: set[str] = set()
        self.folder = Path(tempfile.mkdtemp(prefix="cw-lives-"))
        self.blobs = Blobs(self.folder)
        self.loop = asyncio.Runner()
        self.redis: Any = Redis.from_url(self.valkey.url, decode_responses=True)
        self.redis.flushall()
        self.opened = open_tasks(self.valkey.url, result_ttl=TTL)
        self.store: TaskStore = self.run(self.opened.__aenter__())

    def run(self, call: Awaitable[Answer]) -> Answer:
        async def wait() -> Answer:
            return await call

        return self.loop.run(wait())

    def teardown(self) -> None:
        self.run(self.opened.__aexit__(None, None, None))
        self.redis.close()
        self.loop.close()
        shutil.rmtree(self.folder)

    # -- the moves ---------------------------------------------------------------------------------------------------

    @initialize(target=tickets)
    def begin(self) -> TaskId:
        return self.new_id("nobody")  # a ticket that came with no task at all

    @rule(target=tickets, users=st.lists(st.sampled_from(USERS), min_size=1, max_size=4))
    def submit(self, users: list[str]) -> object:
        return multiple(*(self.submit_one(user) for user in users))

    def submit_one(self, user: str) -> TaskId:
        task_id = self.new_id(user)
        task = a_task(user, task_id=str(task_id))
        self.upload(task_id)
        verdict = self.run(self.store.move.create(task, user_limit=USER_LIMIT, limit=LIMIT))
        assert verdict == self.admission(user)
        if verdict == "ok":
            self.lives[task.task_id] = Life()
            self.order.append(task.task_id)
        else:
            self.blobs.remove(task_id)
        return task_id

    @rule(user=st.sampled_from(USERS))
    def submit_and_crash_before_it_is_admitted(self, user: str) -> None:
        self.upload(self.new_id(user))  # clean-up must take it

    @rule(target=tasks, ticket=tickets)
    def take(self, ticket: TaskId) -> object:
        """A worker gets a ticket, for the first time or after another one died with it."""
        return self.take_one(ticket)

    @rule(target=tasks, ticket=tickets)
    def take_and_finish(self, ticket: TaskId) -> object:
        task_id = self.take_one(ticket)
        if isinstance(task_id, str):
            self.finish(task_id, 0)
        return task_id

    def take_one(self, ticket: TaskId) -> object:
        verdict, task = self.run(self.store.move.take(ticket, most=MOST, message="worn out"))
        expected = self.turn(str(ticket))
        if expected is None:
            assert verdict == "none"
            return multiple()
        assert task
        assert task.task_id == expected
        if self.lives[expected].ticket is None:
            self.served = [*(user for user in self.served if user != owner(expected)), owner(expected)]
        return self.begun(expected, verdict, str(ticket))

    @rule(target=tasks, task_id=tasks)
    def try_again(self, task_id: str) -> object:
        """The worker's child died, not the worker."""
        verdict, _ = self.run(self.store.move.start(TaskId.parse(task_id), most=MOST, message="worn out"))
        life = self.lives[task_id]
        if task_id in self.expired:
            assert verdict == "gone"
        elif life.status.is_over:
            assert verdict == "over"
        else:
            return self.begun(task_id, verdict, life.ticket or task_id)
        return multiple()

    @rule(task_id=tasks, stage=st.sampled_from(STAGES), percent=st.integers(0, 99), behind=st.integers(0, 1))
    def progress(self, task_id: str, stage: Stage, percent: int, behind: int) -> None:
        life = self.lives[task_id]
        call = self.store.move.progress(TaskId.parse(task_id), life.attempt - behind, Progress(stage, percent))
        if self.run(call) == self.verdict(task_id, behind) == "ok":
            furthest = max(life.stage, stage, key=lambda each: each.rank)
            self.lives[task_id] = replace(life, stage=furthest, progress=max(life.progress, percent))

    @rule(task_id=tasks, behind=st.integers(0, 1))
    def finish(self, task_id: str, behind: int) -> None:
        life, parsed = self.lives[task_id], TaskId.parse(task_id)
        repeated = life.status is Status.COMPLETED and not behind and task_id not in self.expired
        verdict = self.run(self.store.move.finish(parsed, life.attempt - behind))
        assert verdict == ("ok" if repeated else self.verdict(task_id, behind))
        if verdict == "ok" and not repeated:
            self.lives[task_id] = replace(
                life, status=Status.COMPLETED, stage=Stage.COMPLETED, progress=100, ticket=None
            )
        self.tidy(task_id)

    @rule(task_id=tasks, behind=st.integers(0, 1))
    def fail(self, task_id: str, behind: int) -> None:
        life = self.lives[task_id]
        verdict = self.run(self.store.move.fail(TaskId.parse(task_id), life.attempt - behind, "it can't be read"))
        assert verdict == self.verdict(task_id, behind)
        if verdict == "ok":
            self.lives[task_id] = replace(life, status=Status.FAILED, ticket=None)
        self.tidy(task_id)

    @rule(task_id=tasks, behind=st.integers(0, 1), crashes=st.sampled_from(("nowhere", "before", "after")))
    def edit(self, task_id: str, behind: int, crashes: str) -> None:
        """A person hands in an edited result; the API may die before or after the record tells of it."""
        life, parsed = self.lives[task_id], TaskId.parse(task_id)
        self.edits += 1
        edition, expected = f"{self.edits + 1}-e", "0-none" if behind else life.edition
        there = self.blobs.keep_edition(parsed, edition, edition.encode())
        assert there == (self.keeps_files(task_id))
        if not there or crashes == "before":
            return  # clean-up must take the file
        verdict = self.run(self.store.move.edit(parsed, expected=expected, edition=edition))
        if task_id in self.expired:
            assert verdict == "gone"
        elif life.status is not Status.COMPLETED:
            assert verdict == "unfinished"
        else:
            assert verdict == ("stale" if behind else "ok")
        if verdict == "ok":
            self.lives[task_id] = replace(life, edition=edition)
        elif crashes == "nowhere":
            self.blobs.drop_edition(parsed, edition)

    @rule(task_id=tasks, behind=st.integers(0, 1))
    def hand_back(self, task_id: str, behind: int) -> None:
        life = self.lives[task_id]
        verdict = self.run(self.store.move.hand_back(TaskId.parse(task_id), life.attempt - behind))
        assert verdict == self.verdict(task_id, behind)
        if verdict == "ok":
            self.lives[task_id] = replace(life, returned=life.returned + 1)

    @rule(data=st.data())
    def cancel(self, data: st.DataObject) -> None:
        if not self.lives:
            return
        task_id = data.draw(st.sampled_from(sorted(self.lives)))
        life = self.lives[task_id]
        verdict, _, ticket = self.run(self.store.move.cancel(TaskId.parse(task_id)))
        if task_id in self.expired:
            assert verdict == "gone"
        elif life.status is Status.CANCELLED:
            assert verdict == "already"
        elif life.status.is_over:
            assert verdict == "over"
        else:
            taken = {each.ticket for each in self.lives.values()}
            assert verdict == "ok"
            assert str(ticket) == str(life.ticket or (task_id if task_id not in taken else None))
            self.lives[task_id] = replace(life, status=Status.CANCELLED, ticket=None)
        self.tidy(task_id)

    @rule(target=tickets)
    def reconcile(self) -> object:
        assert self.run(self.store.mend()) == 0, "nothing may be wrong"
        known = self.run(self.store.tickets())
        active = [life for life in self.lives.values() if not life.status.is_over]
        assert len(set(known)) == len(known) == len(active)
        return multiple(*sorted(known, key=str))

    @rule(data=st.data())
    def time_passes(self, data: st.DataObject) -> None:
        """A finished task is as old as results are kept."""
        over = [name for name, life in self.lives.items() if life.status.is_over and name not in self.expired]
        if not over:
            return
        task_id = data.draw(st.sampled_from(sorted(over)))
        assert 0 < self.redis.ttl(f"task:{task_id}") <= TTL
        self.redis.delete(f"task:{task_id}")
        self.redis.zadd(keys.user_finished(owner(task_id)), {task_id: 0})
        assert self.run(self.store.move.expire(owner(task_id))) == 1
        self.expired.add(task_id)
        self.clean_up()

    @rule()
    def clean_up(self) -> None:
        for path in self.folder.glob("tasks/*/result-*"):
            os.utime(path, (0, 0))
        for holding in list(self.blobs.holdings(older_than=0)):
            task = self.run(self.store.load(holding.task_id))
            if has_needless(holding, task, keep_media=True):
                remove_needless(self.blobs, holding.task_id, task, keep_media=True)
        kept = {str(holding.task_id) for holding in self.blobs.holdings(older_than=0)}
        assert kept == {name for name in self.lives if self.keeps_files(name)}
        for name, life in self.lives.items():
            edits = {path.name for path in self.folder.glob(f"tasks/{TaskId.parse(name).key}/result-*")}
            if life.status is Status.COMPLETED and name not in self.expired:
                assert edits == ({f"result-{life.edition}.json"} if life.edition != ORIGINAL else set())

    @precondition(lambda self: len(self.lives) > 4)
    @rule()
    def the_store_restarts(self) -> None:
        self.valkey.restart()

    # -- what must hold after each of them ---------------------------------------------------------------------------

    @invariant()
    def the_counter_is_the_truth(self) -> None:
        active = {name for name, life in self.lives.items() if not life.status.is_over}
        sets = {user: set(self.redis.smembers(keys.user_active(user))) for user in USERS}
        assert int(str(self.redis.get(keys.ACTIVE_COUNT) or 0)) == len(active)
        assert set().union(*sets.values()) == active
        assert all(owner(name) == user for user, names in sets.items() for name in names)
        assert set(self.redis.zrange(keys.ACTIVE, 0, -1)) == active

    @invariant()
    def each_task_is_what_its_moves_made_it(self) -> None:
        for name, life in self.lives.items():
            task = self.run(self.store.load(TaskId.parse(name)))
            if name in self.expired:
                assert task is None
                continue
            assert task
            assert (task.status, task.stage, task.progress, task.attempt, task.edition) == (
                life.status,
                life.stage,
                life.progress,
                life.attempt,
                life.edition,
            )
            if life.edition != ORIGINAL:
                found = self.run(self.blobs.result(TaskId.parse(name), life.edition))
                assert found == life.edition.encode(), "the edition that the record names must be there"

    @invariant()
    def each_task_is_in_one_place(self) -> None:
        waiting = set(self.redis.zrange(keys.WAITING, 0, -1))
        taken = {task_id: ticket for ticket, task_id in self.redis.hgetall(keys.TICKETS).items()}
        active = {name: life for name, life in self.lives.items() if not life.status.is_over}
        assert waiting == {name for name, life in active.items() if life.ticket is None}
        assert taken == {name: life.ticket for name, life in active.items() if life.ticket}
        finished = [set(self.redis.zrange(keys.user_finished(user), 0, -1)) for user in USERS]
        assert set().union(*finished) == set(self.lives) - set(active) - self.expired

    @invariant()
    def no_key_lives_for_ever_without_a_reason(self) -> None:
        assert stray_keys(self.valkey.url) == []

    # -- the model ---------------------------------------------------------------------------------------------------

    def keeps_files(self, task_id: str) -> bool:
        """Once clean-up has been there; `tidy` and cancelling clean up at once."""
        life = self.lives[task_id]
        return task_id not in self.expired and (not life.status.is_over or life.status is Status.COMPLETED)

    def new_id(self, user: str) -> TaskId:
        """By number, not by chance: Hypothesis must be able to repeat what it did."""
        self.made += 1
        return TaskId(user, str(uuid.UUID(int=self.made)))

    def upload(self, task_id: TaskId) -> None:
        incoming = self.blobs.receive()
        incoming.open("media").write(b"sound")
        incoming.close()
        self.blobs.accept(incoming, task_id)

    def tidy(self, task_id: str) -> None:
        parsed = TaskId.parse(task_id)
        remove_needless(self.blobs, parsed, self.run(self.store.load(parsed)), keep_media=True)

    def admission(self, user: str) -> str:
        active = [name for name, life in self.lives.items() if not life.status.is_over]
        if sum(owner(name) == user for name in active) >= USER_LIMIT:
            return "user"
        return "server" if len(active) >= LIMIT else "ok"

    def verdict(self, task_id: str, behind: int) -> str:
        life = self.lives[task_id]
        return "refused" if life.status.is_over or behind or task_id in self.expired else "ok"

    def turn(self, ticket: str) -> str | None:
        """Which task this ticket must get."""
        for name, life in self.lives.items():
            if life.ticket == ticket:
                return name
        waiting = [name for name in self.order if self.lives[name] == Life()]
        running = [owner(name) for name, life in self.lives.items() if life.ticket]

        def rank(name: str) -> tuple[int, int]:
            user = owner(name)
            return running.count(user), self.served.index(user) if user in self.served else -1

        return min(waiting, key=rank, default=None)

    def begun(self, task_id: str, verdict: str, ticket: str) -> object:
        life = self.lives[task_id]
        if life.attempt - life.returned >= MOST:
            assert verdict == "worn out"
            self.lives[task_id] = replace(life, status=Status.FAILED, ticket=None)
            self.tidy(task_id)
            return multiple()
        assert verdict == "ok"
        stage = Stage.TRANSCRIBING if life.stage is Stage.QUEUED else life.stage
        self.lives[task_id] = replace(
            life, status=Status.PROCESSING, stage=stage, attempt=life.attempt + 1, ticket=ticket
        )
        return task_id


def owner(task_id: str) -> str:
    return task_id.rpartition(":")[0]


@pytest.mark.timeout(300)
def test_the_numbers_are_the_truth_whatever_happens(own_valkey: Valkey) -> None:
    Lives.valkey = own_valkey
    some = settings(max_examples=25, stateful_step_count=50, deadline=None, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(Lives, settings=some)
