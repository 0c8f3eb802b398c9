"""What workers say of themselves, and what an operator asks of them."""

from redis import Redis

from cueweave.store import keys
from cueweave.store.crew import Member
from cueweave.store.tasks import TaskStore

ADA = Member("host#1", 2, ("ada:1",), "2026-01-17T10:00:00.000Z", draining=False, version="1")


async def test_a_worker_is_seen_as_it_said_it_is(store: TaskStore) -> None:
    await store.crew.tell(ADA)
    assert await store.crew.look(["gone#2", "host#1"]) == [ADA]


async def test_a_worker_that_left_is_seen_no_more(store: TaskStore) -> None:
    await store.crew.tell(ADA)
    await store.crew.leave("host#1")
    assert await store.crew.look(["host#1"]) == []


async def test_where_nobody_is_nobody_is_seen(store: TaskStore) -> None:
    assert await store.crew.look([]) == []


async def test_a_wish_is_heard_once_and_by_the_one_it_is_for(store: TaskStore) -> None:
    await store.crew.ask_to_drain("host#1")
    other = Member("host#2", 2, (), ADA.since, draining=False, version="1")
    assert await store.crew.tell(other) is False
    assert await store.crew.tell(ADA) is True
    assert await store.crew.tell(ADA) is False


async def test_what_a_worker_said_and_what_nobody_heard_end_by_themselves(store: TaskStore, valkey_url: str) -> None:
    await store.crew.tell(ADA)
    await store.crew.ask_to_drain("host#1")
    with Redis.from_url(valkey_url) as redis:
        assert 0 < redis.ttl(keys.worker("host#1")) <= 60
        assert 0 < redis.ttl(keys.drain("host#1")) <= 60
