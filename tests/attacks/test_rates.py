"""Asking too often, and pretending to be many."""

from __future__ import annotations

import asyncio
import ipaddress
import os
import signal
import time
import uuid
from collections import Counter
from collections.abc import Iterator

import httpx
import pytest
from api.conftest import serving
from api.raw import exchange, head
from api.service import CLEAN, Files, Service
from redis import Redis
from support.keys import stray_keys

from cueweave.api.config import Rates
from cueweave.store.rates import WITHIN

pytestmark = pytest.mark.xdist_group("attack-rates")
CREATE = "/process/srt_media/"
MINE = "/users/me/tasks"
LOW = {
    "CUEWEAVE_RATE_LIMITS": "on",
    "CUEWEAVE_RATE_CREATE": "3/hour",
    "CUEWEAVE_RATE_POLL": "4/hour",
    "CUEWEAVE_RATE_ALL": "10/hour",
    "CUEWEAVE_RATE_USERS_PER_ADDRESS": "2",
}
"""An address may do as much as two users."""
Headers = dict[str, str]


@pytest.fixture(scope="module")
def _low() -> Iterator[Service]:
    with serving(workers=0, **LOW, CUEWEAVE_TRUSTED_PROXIES="127.0.0.1, 10.0.0.0/8") as service:
        yield service


@pytest.fixture(scope="module")
def _usual() -> Iterator[Service]:
    with serving(CUEWEAVE_RATE_LIMITS="on") as service:
        yield service


@pytest.fixture
def low(_low: Service) -> Iterator[Service]:
    """Low rates behind a proxy on this machine; after the test nothing is left."""
    _low.wipe()
    yield _low
    assert stray_keys(_low.store.url) == []
    assert _low.leftovers()["incoming"] == CLEAN["incoming"]


@pytest.fixture
def usual(_usual: Service) -> Service:
    """The rates as they are by themselves."""
    _usual.wipe()
    return _usual


@pytest.fixture
def alone() -> Iterator[Service]:
    """Low rates with no proxy to trust, for one test alone."""
    with serving(workers=0, **LOW) as service:
        yield service


@pytest.fixture
def address() -> str:
    """An address whom no other test knows."""
    return str(ipaddress.IPv4Address(int.from_bytes(os.urandom(2)) + 0xC6120000))


def many(address: str, count: int, **more: str) -> list[Headers]:
    """Requests of as many users from one address."""
    return [{"X-User-ID": f"user-{uuid.uuid4()}", "X-Forwarded-For": address, **more} for _ in range(count)]


def one(user: str, address: str, count: int) -> list[Headers]:
    """So many requests of one user."""
    return [{"X-User-ID": user, "X-Forwarded-For": address}] * count


def statuses(service: Service, asked: list[Headers], path: str = MINE) -> Counter[int]:
    with service.client(None) as client:
        return Counter(client.get(path, headers=headers).status_code for headers in asked)


def test_a_user_who_asks_without_end_is_refused_and_told_when_to_come_back(
    low: Service, user: str, address: str
) -> None:
    with low.client(user) as client:
        answers = [client.get(MINE, headers={"X-Forwarded-For": address}) for _ in range(12)]
    assert Counter(answer.status_code for answer in answers) == {200: 10, 429: 2}
    refused = answers[-1]
    assert list(refused.json()) == ["detail"]
    assert refused.json()["detail"].startswith("Too many requests: at most 10 requests of one user in an hour")
    assert 0 < int(refused.headers["retry-after"]) <= 3600
    assert refused.headers["ratelimit"] == f'"all";r=0;t={refused.headers["retry-after"]}'


def test_every_answer_tells_the_rates_refusals_of_other_kinds_too(low: Service, user: str, address: str) -> None:
    with low.client(user) as client:
        for path, status in ((MINE, 200), ("/tasks/x/status", 404), ("/nothing", 404)):
            answer = client.get(path, headers={"X-Forwarded-For": address})
            assert answer.status_code == status
            assert '"all";q=10;w=3600, ' in answer.headers["ratelimit-policy"]
            assert '"all-address";q=20;w=3600' in answer.headers["ratelimit-policy"]
            assert answer.headers["ratelimit"].startswith(('"all";r=', '"poll";r='))


def test_a_flood_of_uploads_is_refused_before_a_byte_of_a_body_is_read(
    low: Service, user: str, address: str, files: Files
) -> None:
    told = {"X-Forwarded-For": address}
    with low.client(user) as client:
        made = [client.post(CREATE, files=files, headers=told).json()["task_id"] for _ in range(3)]
    asked = head(CREATE, user, length=2**30, more=f"X-Forwarded-For: {address}\r\n")
    answer = exchange(low.url, asked)  # nothing of the gigabyte is sent
    assert (answer.status, answer.headers["connection"]) == (429, "close")
    assert "uploads" in answer.json["detail"]
    assert "concurrent tasks" not in answer.json["detail"]
    assert len(low.leftovers()["tasks"]) == len(made)  # type: ignore[arg-type]


def test_the_limit_of_tasks_keeps_its_own_words(usual: Service, user: str, files: Files) -> None:
    with usual.client(user) as client:
        answers = [client.post(CREATE, files=files) for _ in range(6)]
    assert answers[-1].status_code == 429
    assert answers[-1].json() == {"detail": "Maximum 5 concurrent tasks per user exceeded"}


def test_polling_too_often_is_refused_while_other_questions_are_answered(low: Service, user: str, address: str) -> None:
    assert statuses(low, one(user, address, 6), "/tasks/x/status") == {404: 4, 429: 2}
    assert statuses(low, one(user, address, 1)) == {200: 1}


def test_other_names_from_one_address_are_no_way_around(low: Service, address: str) -> None:
    assert statuses(low, many(address, 30)) == {200: 20, 429: 10}


def test_no_name_at_all_is_no_way_around(low: Service, address: str) -> None:
    assert statuses(low, [{"X-Forwarded-For": address}] * 30) == {401: 20, 429: 10}


def test_names_that_are_none_are_no_way_around(low: Service, address: str) -> None:
    asked = [{"X-User-ID": f"a:{number}", "X-Forwarded-For": address} for number in range(30)]
    assert statuses(low, asked) == {400: 20, 429: 10}


def test_an_address_that_nobody_trusted_says_is_no_way_around(alone: Service) -> None:
    lies = [
        {"X-User-ID": f"user{number}", "X-Forwarded-For": f"203.0.113.{number}", "Forwarded": f"for=203.0.113.{number}"}
        for number in range(30)
    ]
    assert statuses(alone, lies) == {200: 20, 429: 10}


def test_what_a_client_writes_before_the_trusted_proxy_is_no_way_around(low: Service, address: str) -> None:
    lies = [many(f"198.51.100.{number}, {address}, 10.1.2.3", 1)[0] for number in range(30)]
    assert statuses(low, lies) == {200: 20, 429: 10}
    assert statuses(low, many("203.0.113.10", 1)) == {200: 1}


def test_the_addresses_of_one_ipv6_network_are_no_way_around(low: Service) -> None:
    network = f"2001:db8:{os.urandom(2).hex()}:1"
    asked = [many(f"{network}:{number:x}::{number:x}", 1)[0] for number in range(1, 31)]
    assert statuses(low, asked) == {200: 20, 429: 10}


def test_one_who_hammers_takes_little_from_others_behind_the_same_address(
    low: Service, user: str, address: str
) -> None:
    assert statuses(low, one(user, address, 200)) == {200: 10, 429: 190}
    assert statuses(low, one(f"{user}-2", address, 9)) == {200: 9}


def test_a_name_in_another_spelling_is_another_user(low: Service, user: str, address: str) -> None:
    assert statuses(low, one(user, address, 10) + one(user.upper(), address, 5)) == {200: 15}


def test_anonymous_uploads_belong_to_the_address_that_the_proxy_tells(low: Service) -> None:
    network = f"2001:db8:{os.urandom(2).hex()}:1"
    with httpx.Client(base_url=low.url, timeout=60) as client:
        told = {"X-Forwarded-For": f"6.6.6.6, {network}::5"}
        assert client.post("/process/srt_media/sync", headers=told).status_code == 400
    counted = str(ipaddress.ip_network(f"{network}::/64"))
    with Redis.from_url(low.store.url, decode_responses=True) as redis:
        assert [name for name in redis.scan_iter("cueweave:rate*") if f"create-address/{counted}/" in str(name)]


def test_asking_whether_it_lives_is_never_limited(low: Service, address: str) -> None:
    for path in ("/healthz", "/readyz"):
        assert statuses(low, [{"X-Forwarded-For": address}] * 40, path) == {200: 40}
    assert statuses(low, [{}] * 40, "/metrics") == {200: 40}


def test_a_preflight_is_answered_though_the_rate_is_used_up_and_a_page_can_read_the_refusal(
    low: Service, user: str, address: str
) -> None:
    page = {"Origin": "http://localhost:5173", "X-User-ID": user, "X-Forwarded-For": address}
    statuses(low, [page] * 12)
    with low.client(user) as client:
        asked = client.options(MINE, headers={**page, "Access-Control-Request-Method": "GET"})
        refused = client.get(MINE, headers=page)
    assert (asked.status_code, refused.status_code) == (200, 429)
    assert refused.headers["access-control-allow-origin"] == page["Origin"]
    exposed = refused.headers["access-control-expose-headers"].lower()
    assert all(name in exposed for name in ("retry-after", "ratelimit", "ratelimit-policy", "x-request-id"))


def test_without_its_store_nobody_is_refused_for_asking_too_often(alone: Service, files: Files) -> None:
    alone.store.kill()
    with alone.client() as client:
        answers = [client.get("/healthz"), client.get(MINE), client.post(CREATE, files=files)]
        answers += [client.get("/nothing") for _ in range(20)]
    assert [answer.status_code for answer in answers] == [200, 503, 503, *[404] * 20]
    assert all("ratelimit" not in answer.headers for answer in answers)


def test_a_store_that_hangs_does_not_hold_up_each_answer_that_needs_no_store(alone: Service) -> None:
    pid = alone.store.info("process_id")
    os.kill(pid, signal.SIGSTOP)
    try:
        with alone.client() as client:
            began = time.monotonic()
            assert [client.get("/nothing").status_code for _ in range(40)] == [404] * 40
        assert time.monotonic() - began < 40 * WITHIN / 2
    finally:
        os.kill(pid, signal.SIGCONT)


def test_the_documents_client_stays_far_below_the_rates_by_arithmetic() -> None:
    a_minute = 60 // 3
    for tasks in (1, 5, 50):
        rates = Rates.for_tasks(tasks)
        assert rates.poll.seconds == rates.everything.seconds == 60
        # a window that slides sees at most one poll a task more than a minute holds
        assert (a_minute + 1) * tasks < rates.poll.amount / 2
        assert (a_minute + 1) * tasks * 20 < rates.poll.amount * rates.users_per_address
        assert rates.poll.amount * 2 <= rates.everything.amount


async def test_a_minute_of_polls_of_twenty_users_behind_one_address_all_at_once_is_let_through(
    usual: Service, files: Files
) -> None:
    """As the document's client polls: every 3 s, five tasks a user. All at once is more than any spread."""
    limits = httpx.Limits(max_connections=20, keepalive_expiry=2)
    async with httpx.AsyncClient(base_url=usual.url, timeout=120, limits=limits) as client:
        users = [f"user{number}" for number in range(20)]
        created = [await client.post(CREATE, files=files, headers={"X-User-ID": user}) for user in users]
        tasks = {user: answer.raise_for_status().json()["task_id"] for user, answer in zip(users, created, strict=True)}

        async def poll(user: str) -> list[int]:
            path, named = f"/tasks/{tasks[user]}/status", {"X-User-ID": user}
            return [(await client.get(path, headers=named)).status_code for _ in range(20 * 5)]

        answers = await asyncio.gather(*(poll(user) for user in users))
    assert Counter(status for each in answers for status in each) == {200: 2000}
