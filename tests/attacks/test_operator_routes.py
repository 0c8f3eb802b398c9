"""Reading what only the operator should: by asking, by pretending to be near, by guessing the token."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import httpx
import pytest
from api.conftest import serving
from api.service import Service
from starlette.types import Receive, Scope, Send
from support.commands import cueweave
from support.tls import TLS

from cueweave.api.app import create_app
from cueweave.api.config import ApiConfig
from cueweave.api.context import Context
from cueweave.work.config import WorkConfig
from cueweave.work.desk import Desk

pytestmark = pytest.mark.xdist_group("attack-operator")
TOKEN = "operator-token-0123456789"  # noqa: S105
PROXIED = {"X-Forwarded-For": "203.0.113.9"}


@pytest.fixture(scope="module")
def service() -> Iterator[Service]:
    """With a token, behind a proxy on this machine."""
    with serving(CUEWEAVE_OPERATOR_TOKEN=TOKEN, CUEWEAVE_TRUSTED_PROXIES="127.0.0.1") as running:
        yield running


@pytest.mark.parametrize(
    "headers",
    [
        PROXIED,
        {"X-Forwarded-For": "127.0.0.1"},
        {"Forwarded": "for=127.0.0.1"},
        {"X-Real-IP": "127.0.0.1"},
        {"Host": "metrics.evil.example"},
        {**PROXIED, "Authorization": "Bearer wrong-token-0123456789"},
        {**PROXIED, "Authorization": f"Bearer {TOKEN[:-1]}"},
        {**PROXIED, "Authorization": f"Bearer {TOKEN}x"},
        {**PROXIED, "Authorization": f"Basic {TOKEN}"},
        {**PROXIED, "Authorization": "Bearer"},
        {**PROXIED, "Authorization": TOKEN},
        {**PROXIED, "Authorization": b"Bearer \xc3\xbc"},
        {**PROXIED, "X-User-ID": "admin"},
    ],
    ids=str,
)
def test_a_stranger_reads_no_metrics_and_no_details(service: Service, headers: dict[str, Any]) -> None:
    metrics = httpx.get(f"{service.url}/metrics", headers=headers, verify=TLS)
    assert metrics.status_code == 401
    assert metrics.headers["www-authenticate"] == "Bearer"
    assert list(metrics.json()) == ["detail"]
    assert "cueweave_" not in metrics.text
    ready = httpx.get(f"{service.url}/readyz", headers=headers, verify=TLS)
    assert (ready.status_code, ready.json()) == (200, {"ready": True})


def test_the_token_in_the_address_opens_nothing(service: Service) -> None:
    answer = httpx.get(f"{service.url}/metrics?token={TOKEN}&access_token={TOKEN}", headers=PROXIED, verify=TLS)
    assert answer.status_code == 401
    assert TOKEN not in service.log.read_text()


def test_the_operator_reads_both_from_anywhere_with_the_token(service: Service) -> None:
    headers = {**PROXIED, "Authorization": f"bearer {TOKEN}"}
    assert "cueweave_active_tasks" in httpx.get(f"{service.url}/metrics", headers=headers, verify=TLS).text
    ready = httpx.get(f"{service.url}/readyz", headers=headers, verify=TLS).json()
    assert (ready["store"], ready["storage"], ready["workers"]) == (True, True, 0)


def test_the_operator_reads_both_on_the_machine_itself(service: Service) -> None:
    assert service.get("/metrics").status_code == 200
    assert "workers" in service.get("/readyz").json()


@pytest.mark.parametrize("sent", ["Bearer ", "Bearer", "", "Bearer  "])
async def test_where_no_token_is_set_the_empty_one_opens_nothing(tmp_path: Path, sent: str) -> None:
    config, work = ApiConfig(), WorkConfig(redis_url="unix:///nowhere/s", data_dir=tmp_path)
    app = create_app(config, work)

    async def served(scope: Scope, receive: Receive, send: Send) -> None:
        await app({**scope, "state": {"context": Context(cast("Desk", None), config, work)}}, receive, send)

    far = httpx.ASGITransport(served, client=("203.0.113.9", 4711))
    async with httpx.AsyncClient(transport=far, base_url="http://127.0.0.1:8000") as client:
        answer = await client.get("/metrics", headers={"Authorization": sent})
    assert answer.status_code == 401


def test_a_short_token_is_refused_at_the_start(tmp_path: Path) -> None:
    done = cueweave("api", folder=tmp_path, env={"REDIS_URL": "redis://x", "CUEWEAVE_OPERATOR_TOKEN": "short"})
    assert done.returncode == 2
    assert "CUEWEAVE_OPERATOR_TOKEN" in done.stderr


def test_not_ready_says_no_more_than_that() -> None:
    with serving() as service:
        service.store.kill()
        told = httpx.get(f"{service.url}/readyz", headers=PROXIED, verify=TLS)
        assert (told.status_code, list(told.json())) == (503, ["detail"])
        assert "store" not in told.text
        assert service.get("/readyz").json()["store"] is False
        service.store.start()
