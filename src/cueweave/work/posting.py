"""Telling people that their tasks have ended: messages that are due go into a queue of their own, and from there out.

What is owed stands in the store from the moment in which a task ends (`store/lua/prelude.lua`), until it is delivered
or given up. Each try is a task of docket's: a worker that dies while it sends loses its lease, and another sends again.
"""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from functools import partial
from json import dumps

from docket import CurrentExecution, Docket, Execution, Worker
from docket.dependencies import AdmissionBlocked

from cueweave.clients.outbound.pool import Pool, open_pool
from cueweave.clients.outbound.urls import origin_of
from cueweave.clients.webhooks.sending import Answer, send
from cueweave.domain.deliveries import Delivery, DeliveryState, message_of, pause_after
from cueweave.domain.tasks import Task, TaskId
from cueweave.errors import CueweaveError
from cueweave.store.clock import now
from cueweave.store.tasks import TaskStore
from cueweave.telemetry import get_logger, task_context, traces
from cueweave.work import queue
from cueweave.work.config import Webhooks, WorkConfig
from cueweave.work.ending import end
from cueweave.work.lasting import lasting

AT_ONCE = 32
"""Messages that a worker sends at once."""
TO_ONE = 8
"""Of those, how many to one receiver, and about one user's tasks: what never answers must not hold up all others."""
LOOK_SECONDS = 0.5
"""Between two looks at what is due."""
MOST_DUE = 200
"""How many a look takes."""
BUSY_SECONDS = 2.0
"""How long a message waits whose receiver has enough to do; up to twice as long."""
LETTING_GO_SECONDS = 2.0
"""How long messages that are on their way may take to arrive when a worker stops; another sends them again then."""
log = get_logger(__name__)


@asynccontextmanager
async def posting(config: WorkConfig, webhooks: Webhooks, store: TaskStore, name: str) -> AsyncIterator[None]:
    """Messages are sent for as long as the context lasts."""
    async with open_pool(config.outbound) as pool, queue.post(config.redis_url) as docket:
        docket.register(Postman(webhooks, store, pool).deliver, names=[queue.DELIVER])
        worker = Worker(
            docket,
            name=name,
            concurrency=AT_ONCE,
            redelivery_timeout=timedelta(seconds=config.lease_seconds),
            reconnection_delay=timedelta(seconds=1),
            schedule_automatic_tasks=False,
        )
        async with worker:
            closing = asyncio.Event()
            working = asyncio.create_task(_keep_sending(worker, closing))
            looking = asyncio.create_task(_keep_looking(store, docket))
            try:
                yield
            finally:
                closing.set()
                await end(looking)
                await end(working, again=LETTING_GO_SECONDS)


async def _keep_sending(worker: Worker, closing: asyncio.Event) -> None:
    """Whatever ends docket's loop, recordings are worked on and messages go on being sent."""
    while not closing.is_set():
        try:
            await worker.run_forever()
        except Exception:
            log.exception("messages can't be sent for a moment")
            await asyncio.sleep(LOOK_SECONDS)


async def _keep_looking(store: TaskStore, docket: Docket) -> None:
    """Put what is due into the queue, again and again."""
    while True:
        try:
            with traces.untold():
                for task_id, number in await store.deliveries.owed(most=MOST_DUE):
                    await queue.post_try(docket, task_id, number)
        except CueweaveError as error:
            log.warning("messages have to wait", reason=error.message)
        except Exception:
            log.exception("messages that are due can't be handed over")
        await asyncio.sleep(LOOK_SECONDS)


class Postman:
    """Sends messages."""

    def __init__(self, webhooks: Webhooks, store: TaskStore, pool: Pool) -> None:
        self._webhooks = webhooks
        self._store = store
        self._pool = pool
        self._sending: Counter[str] = Counter()
        """How many are being sent now, by receiver and by user."""

    async def deliver(self, task_id: str, number: int, execution: Execution = CurrentExecution()) -> None:  # noqa: B008 - docket's way
        """Make try `number` (from 0). Called by docket, maybe more than once for each."""
        parsed = TaskId.parse(task_id)
        task = await lasting(partial(self._store.load, parsed))
        delivery = await lasting(partial(self._store.deliveries.of, parsed))
        if task is None or delivery is None or delivery.tries != number or delivery.state is not DeliveryState.PENDING:
            return  # another try was quicker, or the task has been forgotten
        receiver = origin_of(task.callback_url)
        if max(self._sending[receiver], self._sending[parsed.user]) >= TO_ONE:
            pause = timedelta(seconds=BUSY_SECONDS * (1 + random.random()))  # noqa: S311 - no secret
            raise AdmissionBlocked(execution, "a receiver that is slow", retry_delay=pause)
        self._sending.update((receiver, parsed.user))
        try:
            with task_context(task_id), traces.span("tell that it is over", parent=task.trace):
                await self._send(task, delivery, receiver)
        finally:
            self._sending.subtract((receiver, parsed.user))
            self._sending += Counter()  # forgets those at 0

    async def _send(self, task: Task, delivery: Delivery, receiver: str) -> None:
        body = dumps(message_of(task))
        answer = await send(self._pool, task.callback_url, delivery.id, body, self._webhooks.secrets)
        ended = self._after(delivery, answer)
        await lasting(partial(self._store.deliveries.tried, TaskId.parse(task.task_id), delivery.tries, ended))
        facts = {"receiver": receiver, "number": ended.tries, "status": answer.status}
        if answer.delivered:
            log.info("message delivered", **facts)
        else:
            log.warning("message not delivered", reason=answer.reason, given_up=ended.next is None, **facts)

    def _after(self, delivery: Delivery, answer: Answer) -> Delivery:
        at, tries = now().milliseconds, delivery.tries + 1
        ended = replace(delivery, tries=tries, last=at, next=None, status=answer.status, reason=answer.reason)
        if answer.delivered:
            return replace(ended, state=DeliveryState.DELIVERED)
        chance = random.random()  # noqa: S311 - no secret
        since_asked = tries - delivery.asked_again_at
        pause = pause_after(since_asked, chance, first=self._webhooks.first_pause, told=answer.wait)
        due = at + round(1000 * pause)
        if answer.unwanted or due > delivery.since + 1000 * self._webhooks.patience:
            return replace(ended, state=DeliveryState.FAILED)
        return replace(ended, next=due)
