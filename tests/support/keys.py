"""Holding Redis against the promises about keys."""

import json
from collections.abc import Iterator
from fnmatch import fnmatch

import pytest
from redis import Redis

from cueweave.store.keys import ACTIVE, ACTIVE_COUNT, WITHOUT_TTL


def stray_keys(url: str) -> list[str]:
    """The keys of ours that live for ever without a reason."""
    with Redis.from_url(url, decode_responses=True) as redis:
        names = [str(name) for name in redis.scan_iter("cueweave:*")]
        return [
            name
            for name in names
            if redis.ttl(name) == -1 and not any(fnmatch(name, pattern) for pattern in WITHOUT_TTL)
        ]


def truth_and_count(url: str) -> dict[str, int]:
    """How many tasks are active by their records, by the counter, by our list and by the users' sets."""
    with Redis.from_url(url, decode_responses=True) as redis:
        records = [json.loads(str(redis.hget(name, "data"))) for name in redis.scan_iter("task:*")]
        return {
            "records": sum(record["status"] in ("pending", "processing") for record in records),
            "counter": int(str(redis.get(ACTIVE_COUNT) or 0)),
            "list": int(str(redis.zcard(ACTIVE))),
            "sets": sum(int(str(redis.scard(name))) for name in redis.scan_iter("user:*:active_tasks")),
        }


def counts_agree(url: str) -> bool:
    """Whether all of them say the same."""
    return len(set(truth_and_count(url).values())) == 1


@pytest.fixture(autouse=True)
def orderly_redis(valkey_url: str) -> Iterator[None]:
    """Fails a test after which a key lives for ever without a reason, or the counts disagree."""
    yield
    stray = stray_keys(valkey_url)
    assert not stray, stray
    assert counts_agree(valkey_url), truth_and_count(valkey_url)
