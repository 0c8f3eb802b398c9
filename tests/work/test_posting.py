"""Who wants to know is told that a task is over: once at least, signed, whatever breaks meanwhile."""

from __future__ import annotations

import os
import select
import signal
import socket
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from ipaddress import ip_network
from typing import Any

import pytest
from redis import Redis
from standardwebhooks import Webhook
from support.eventually import eventually
from support.receiver import SECRET, Message, Receiver, is_signed
from support.workers import InProcessWorker, program_of

from cueweave.api.schemas import TaskStatus
from cueweave.clients.outbound.addresses import Allowed
from cueweave.clients.webhooks.sending import SECONDS, Answer, send
from cueweave.domain.deliveries import LONGEST_PAUSE, Delivery, DeliveryState
from cueweave.domain.tasks import Task, TaskId
from cueweave.errors import TaskAlreadyOver
from cueweave.store.tasks import TaskStore
from cueweave.work.config import Webhooks, WorkConfig
from cueweave.work.desk import Desk, open_desk
from cueweave.work.wishes import Wishes

LOOPBACK = Allowed(networks=(ip_network("127.0.0.0/8"),), http=True)


@pytest.fixture
def config(config: WorkConfig) -> WorkConfig:
    return replace(
        config, outbound=LOOPBACK, webhooks=Webhooks((SECRET,), first_pause=0.05), max_tasks=50, max_tasks_per_user=50
    )


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with Receiver() as opened:
        yield opened


async def new_task(desk: Desk, receiver: Receiver | str, data: bytes = b"RIFF", *, user: str = "ada") -> Task:
    """A task whose medium nobody looks at; most of these are cancelled at once."""
    incoming = desk.receive()
    incoming.open("media").write(data)
    address = receiver if isinstance(receiver, str) else receiver.url
    return await desk.submit(user, incoming, media_name="a.wav", wishes=Wishes(callback_url=address))


async def end_one(desk: Desk, receiver: Receiver | str, *, user: str = "ada") -> Task:
    """A task that has ended; cancelled, unless a worker was so quick that it failed."""
    task = await new_task(desk, receiver, user=user)
    with suppress(TaskAlreadyOver):
        await desk.cancel(user, task.task_id)
    return await desk.task(user, task.task_id)


@pytest.fixture(autouse=True)
def _no_look_at_media(monkeypatch: pytest.MonkeyPatch) -> None:
    async def inspect(*_: object) -> float:
        return 1.0

    monkeypatch.setattr("cueweave.work.inspection.Inspector.inspect", inspect)


@pytest.fixture
async def posting(worker: InProcessWorker) -> AsyncIterator[InProcessWorker]:
    worker.start()
    yield worker


async def ended(desk: Desk, task: Task) -> Delivery:
    """The task's message when it is tried no more."""

    async def found() -> Delivery | None:
        for delivery in await desk.deliveries.of(task):
            return delivery if delivery.state is not DeliveryState.PENDING else None
        return None

    return await eventually(found, within=60)


@pytest.mark.usefixtures("posting")
async def test_a_tasks_end_is_told_in_the_words_of_its_status(desk: Desk, receiver: Receiver) -> None:
    task = await end_one(desk, receiver)
    delivery = await ended(desk, task)
    (message,) = receiver.messages
    assert (delivery.state, delivery.tries, delivery.status, delivery.next) == ("delivered", 1, 204, None)
    assert message.path == "/hook?token=hush"
    assert message.headers["content-type"] == "application/json"
    assert message.told == {
        "type": f"task.{task.status}",
        "timestamp": task.updated_at,
        "data": TaskStatus.of(task).model_dump(mode="json", exclude_none=True),
    }
    assert "hush" not in message.body.decode()


@pytest.mark.usefixtures("posting")
async def test_a_failed_task_is_told_with_its_reason(desk: Desk, receiver: Receiver) -> None:
    task = await new_task(desk, receiver, data=b"no medium at all")
    await ended(desk, task)
    told = receiver.messages[0].told
    assert told["type"] == "task.failed"
    assert told["data"]["error_message"] == (await desk.task("ada", task.task_id)).error_message
    assert told["data"]["error_message"]


async def test_the_signature_is_what_the_standard_and_its_library_want(
    config: WorkConfig, receiver: Receiver, worker: InProcessWorker
) -> None:
    new = "whsec_" + "b" * 44
    both = replace(config, webhooks=Webhooks((new, SECRET)))
    worker = InProcessWorker(both)
    worker.start()
    try:
        async with open_desk(both) as desk:
            task = await end_one(desk, receiver)
            await ended(desk, task)
    finally:
        await worker.stop()
    (message,) = receiver.messages
    for secret in (SECRET, new):  # whoever knows the old or the new one can check it
        assert is_signed(message.headers, message.body, secret)
        Webhook(secret).verify(message.body, message.headers)
    assert not is_signed(message.headers, message.body + b" ", SECRET)
    assert not is_signed(message.headers, message.body, "whsec_" + "c" * 44)


@pytest.mark.usefixtures("posting")
async def test_a_receiver_that_fails_half_the_time_gets_every_message(desk: Desk, receiver: Receiver) -> None:
    receiver.answer = lambda messages: 503 if len(messages) % 2 else 200
    tasks = [await end_one(desk, receiver) for _ in range(12)]
    deliveries = [await ended(desk, task) for task in tasks]
    assert {delivery.state for delivery in deliveries} == {DeliveryState.DELIVERED}
    assert {message.told["data"]["task_id"] for message in receiver.taken} == {task.task_id for task in tasks}
    assert all(is_signed(message.headers, message.body, SECRET) for message in receiver.messages)
    ids = {message.told["data"]["task_id"]: message.id for message in receiver.taken}
    assert all(message.id == ids[message.told["data"]["task_id"]] for message in receiver.messages)
    tally = (await desk.counts()).tally.deliveries
    assert tally["delivered"] == 12
    assert tally["retried"] == len(receiver.messages) - len(receiver.taken) > 0


@pytest.mark.usefixtures("posting")
@pytest.mark.parametrize(
    ("status", "told", "least", "most"),
    [
        (429, "3600", 3600, 3601),
        (503, format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True), 1800, 3601),
        (503, "9" * 400, LONGEST_PAUSE, LONGEST_PAUSE + 1),
        (503, "soon", 0, 60),
        (503, "Mon, 01 Jan 2001 00:00:00 GMT", 0, 60),
        (500, "3600", 0, 60),
    ],
    ids=["seconds", "a date", "for ever", "a word", "long ago", "not busy"],  # a date must stand in no test's name
)
async def test_a_receiver_that_asks_for_time_gets_it_within_bounds(
    desk: Desk, receiver: Receiver, status: int, told: str, least: float, most: float
) -> None:
    receiver.answer = lambda _: status
    receiver.headers = {"Retry-After": told}
    task = await end_one(desk, receiver)

    async def tried() -> Delivery | None:
        (delivery,) = await desk.deliveries.of(task)
        return delivery if delivery.tries else None

    delivery = await eventually(tried)
    assert delivery.next
    assert delivery.last
    assert least <= (delivery.next - delivery.last) / 1000 <= most


@pytest.mark.usefixtures("posting")
async def test_a_receiver_that_says_gone_is_left_alone(desk: Desk, receiver: Receiver) -> None:
    receiver.answer = lambda _: 410
    task = await end_one(desk, receiver)
    delivery = await ended(desk, task)
    assert (delivery.state, delivery.tries, delivery.status) == ("failed", 1, 410)
    assert len(receiver.messages) == 1


async def test_a_message_is_given_up_when_its_time_is_over(
    config: WorkConfig, receiver: Receiver, worker: InProcessWorker
) -> None:
    receiver.answer = lambda _: 500
    hasty = replace(config, webhooks=Webhooks((SECRET,), first_pause=0.2, patience=0.5))
    worker = InProcessWorker(hasty)
    worker.start()
    try:
        async with open_desk(hasty) as desk:
            task = await end_one(desk, receiver)
            delivery = await ended(desk, task)
    finally:
        await worker.stop()
    assert (delivery.state, delivery.next, delivery.status) == ("failed", None, 500)
    assert delivery.reason == "the receiver answered with status 500"


@pytest.mark.usefixtures("posting")
async def test_a_message_can_be_sent_again(desk: Desk, receiver: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cueweave.store.deliveries.RESEND_PAUSE_MS", 0)
    receiver.answer = lambda messages: 410 if len(messages) == 1 else 200
    task = await end_one(desk, receiver)
    first = await ended(desk, task)
    again = await desk.deliveries.resend(task, first.id)
    assert (again.state, again.id) == ("pending", first.id)
    second = await ended(desk, task)
    assert (second.state, second.tries) == ("delivered", 2)
    assert len({message.id for message in receiver.messages}) == 1


@pytest.mark.usefixtures("posting")
async def test_a_redirect_is_no_delivery_and_not_followed(desk: Desk, receiver: Receiver) -> None:
    with Receiver() as elsewhere:
        receiver.headers = {"Location": elsewhere.url}
        receiver.answer = lambda messages: 307 if len(messages) == 1 else 410
        task = await end_one(desk, receiver)
        await ended(desk, task)
        assert elsewhere.messages == []


@pytest.mark.usefixtures("posting")
async def test_nobody_is_told_who_did_not_ask(desk: Desk, receiver: Receiver) -> None:
    silent = await end_one(desk, "")
    await ended(desk, await end_one(desk, receiver))
    assert await desk.deliveries.of(silent) == []
    assert len(receiver.messages) == 1


async def test_the_servers_own_address_is_told_where_a_task_names_none(
    config: WorkConfig, receiver: Receiver, worker: InProcessWorker
) -> None:
    with_own = replace(config, webhooks=Webhooks((SECRET,), receiver.url))
    worker = InProcessWorker(with_own)
    worker.start()
    try:
        async with open_desk(with_own) as desk:
            task = await end_one(desk, "")
            await ended(desk, task)
    finally:
        await worker.stop()
    assert receiver.messages[0].told["data"]["task_id"] == task.task_id


async def test_nothing_is_lost_when_the_worker_dies_while_it_sends(
    desk: Desk, config: WorkConfig, receiver: Receiver, worker: InProcessWorker
) -> None:
    dying = program_of(config)

    def answer(messages: Sequence[Message]) -> int:
        if len(messages) == 1:
            os.kill(dying.pid, signal.SIGKILL)
        return 200

    receiver.answer = answer
    task = await end_one(desk, receiver)
    await eventually(lambda: dying.poll() is not None, within=60)
    assert len(receiver.messages) == 1
    worker.start()
    assert (await ended(desk, task)).state is DeliveryState.DELIVERED
    assert len(receiver.messages) == 2
    assert len({message.id for message in receiver.messages}) == 1


async def test_a_task_that_ends_without_any_worker_is_told_when_there_is_one(
    desk: Desk, receiver: Receiver, worker: InProcessWorker
) -> None:
    fresh = await new_task(desk, receiver)
    assert await desk.deliveries.of(fresh) == []
    task = await desk.cancel("ada", fresh.task_id)
    (waiting,) = await desk.deliveries.of(task)
    assert (waiting.state, waiting.tries) == ("pending", 0)
    worker.start()
    assert (await ended(desk, task)).state is DeliveryState.DELIVERED


async def test_a_receiver_that_never_answers_holds_up_no_other(
    desk: Desk, receiver: Receiver, posting: InProcessWorker
) -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=64) as silent:
        address = "http://{}:{}/".format(*silent.getsockname())
        for _ in range(40):  # more than a worker sends at once
            await end_one(desk, address, user="eve")
        await eventually(lambda: select.select([silent], [], [], 0)[0])
        began = time.monotonic()
        await ended(desk, await end_one(desk, receiver))
        assert time.monotonic() < began + SECONDS / 2
        await posting.stop()


@pytest.mark.usefixtures("posting")
async def test_a_try_that_ends_in_a_bug_is_made_again(
    desk: Desk, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cueweave.store.deliveries.HANDED_OUT_MS", 200)
    wrong = iter([RuntimeError("a bug")])

    async def send_or_break(*arguments: Any) -> Answer:
        for error in wrong:
            raise error
        return await send(*arguments)

    monkeypatch.setattr("cueweave.work.posting.send", send_or_break)
    task = await end_one(desk, receiver)
    assert (await ended(desk, task)).state is DeliveryState.DELIVERED


async def test_a_purged_task_leaves_no_message(
    desk: Desk, config: WorkConfig, receiver: Receiver, store: TaskStore
) -> None:
    task = await new_task(desk, receiver)
    await store.move.forget(TaskId.parse(task.task_id))
    with Redis.from_url(config.redis_url) as redis:
        assert redis.keys("cueweave:delivery:*") == []
        assert redis.zcard("cueweave:undelivered") == 0


async def test_the_list_forgets_a_message_whose_time_is_up(
    desk: Desk, config: WorkConfig, receiver: Receiver, store: TaskStore
) -> None:
    task = await end_one(desk, receiver)
    with Redis.from_url(config.redis_url) as redis:
        assert redis.ttl(f"cueweave:delivery:{task.task_id}") > 0
        redis.delete(f"cueweave:delivery:{task.task_id}")
        assert await store.mend() == 0
        assert redis.zcard("cueweave:undelivered") == 0
