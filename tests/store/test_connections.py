"""Addresses of stores: one server, Sentinels, TLS."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from deploy.certificate import for_localhost
from redis.exceptions import ResponseError
from support.eventually import eventually
from support.made import a_task
from support.tls_front import tls_front
from support.valkey import Valkey

from cueweave.errors import StoreUnavailable
from cueweave.store.connections import at_once, passwords_in, watched_at
from cueweave.store.rates import open_rates
from cueweave.store.tasks import open_tasks
from cueweave.work.queue import queue


def test_an_address_of_sentinels_is_read_as_the_queue_reads_it() -> None:
    url = "redis+sentinel://ada:p%40ss@one,[::1]:5000/lectures/3?sentinel_password=other&health_check_interval=5"
    watched = watched_at(url)
    assert watched
    assert watched.sentinels == (("one", 26379), ("::1", 5000))
    assert watched.service == "lectures"
    assert watched.to_master == {"username": "ada", "password": "p@ss", "db": 3, "health_check_interval": 5}
    assert watched.to_sentinels == {"password": "other"}


def test_tls_is_for_sentinels_and_master_alike() -> None:
    watched = watched_at("rediss+sentinel://one/lectures?ssl_ca_certs=/ca.pem")
    assert watched
    assert watched.to_master == {"db": 0, "ssl": True, "ssl_ca_certs": "/ca.pem"}
    assert watched.to_sentinels == {"ssl": True, "ssl_ca_certs": "/ca.pem"}


def test_other_addresses_are_none_of_sentinels() -> None:
    assert watched_at("redis://localhost:6379/0") is None


@pytest.mark.parametrize("rest", ["one:26379", "/lectures", "one:x/lectures", "one/lectures/x", "one/lectures/0/1", ""])
def test_an_address_without_hosts_or_service_cannot_be_read(rest: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        watched_at(f"redis+sentinel://{rest}")


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("redis://:p%40ss@localhost", {"p%40ss", "p@ss"}),
        ("redis+sentinel://ada:word@one,[::1]:5000/x?sentinel_password=other", {"word", "other"}),
        ("unix:///tmp/socket", set()),
        ("", set()),
    ],
)
def test_all_passwords_of_an_address_are_known(url: str, found: set[str]) -> None:
    assert set(passwords_in(url)) == found


async def test_the_keys_of_a_task_lie_in_several_slots_of_a_cluster() -> None:
    """Which is why addresses of clusters are refused, and a node of one is none for `doctor`."""
    with tempfile.TemporaryDirectory(prefix="cw-") as folder:
        node = Valkey(Path(folder), cluster_enabled="yes")
        node.start()
        try:
            with at_once(node.url, seconds=5) as client:
                client.execute_command("CLUSTER", "ADDSLOTSRANGE", 0, 16383)
                await eventually(lambda: b"cluster_state:ok" in client.execute_command("CLUSTER", "INFO"))
            async with open_tasks(node.url, result_ttl=60) as store:
                with pytest.raises(ResponseError, match=r"CROSSSLOT|same slot"):
                    await store.move.create(a_task(), user_limit=9, limit=9)
        finally:
            node.kill()


@pytest.fixture
def front(valkey_url: str, tmp_path: Path) -> Iterator[int]:
    for_localhost(tmp_path)
    with tls_front(valkey_url.removeprefix("unix://"), tmp_path) as port:
        yield port


async def test_everything_that_opens_the_store_speaks_tls_with_a_certificate_of_ones_own(
    front: int, tmp_path: Path
) -> None:
    url = f"rediss://localhost:{front}/0?ssl_ca_certs={tmp_path / 'fullchain.pem'}"
    async with open_tasks(url, result_ttl=60) as store, queue(url) as docket, open_rates(url):
        await store.ping()
        assert await docket.workers() == []
    with at_once(url, seconds=5) as client:
        assert client.ping()


async def test_a_certificate_that_nobody_vouches_for_is_refused(front: int) -> None:
    async with open_tasks(f"rediss://localhost:{front}/0", result_ttl=60) as store:
        with pytest.raises(StoreUnavailable):
            await store.ping()
