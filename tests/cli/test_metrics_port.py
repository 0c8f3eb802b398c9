"""The port on which a worker tells its metrics."""

from __future__ import annotations

import http.client
import select
import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from support.commands import cueweave

from cueweave.cli.metrics_port import MOST_AT_ONCE, metrics_port
from cueweave.errors import SetupError
from cueweave.settings import Settings

TOKEN = "operator-token-0123456789"  # noqa: S105


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def settings(port: int | None, *, host: str = "127.0.0.1", token: str | None = None) -> Settings:
    return Settings.model_validate(
        {"worker_metrics_port": port, "worker_metrics_host": host, "operator_token": token}, by_name=True
    )


def ask(port: int, path: str = "/metrics", method: str = "GET", **headers: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    finally:
        connection.close()


@pytest.fixture
def port() -> Iterator[int]:
    number = free_port()
    with metrics_port(settings(number, token=TOKEN)):
        yield number


def test_the_machine_itself_reads_them(port: int) -> None:
    status, text = ask(port)
    assert status == 200
    assert "cueweave_build_info" in text


@pytest.mark.parametrize(
    "headers",
    [
        {"X_Forwarded_For": "203.0.113.9"},
        {"Host": "metrics.evil.example"},
        {"Via": "1.1 x", "Authorization": "Bearer x"},
    ],
)
def test_a_stranger_reads_none(port: int, headers: dict[str, str]) -> None:
    status, text = ask(port, **headers)
    assert status == 401
    assert "cueweave_build" not in text


def test_the_token_opens_them_from_anywhere(port: int) -> None:
    assert ask(port, X_Forwarded_For="203.0.113.9", Authorization=f"Bearer {TOKEN}")[0] == 200


@pytest.mark.parametrize(("method", "path"), [("GET", "/"), ("POST", "/metrics"), ("GET", "/metrics?x=1")])
def test_there_is_nothing_else_there(port: int, method: str, path: str) -> None:
    status, text = ask(port, path, method)
    assert status in (404, 501)
    assert text.startswith('{"detail"')


def test_it_says_nothing_of_what_was_sent(port: int, capfd: pytest.CaptureFixture[str]) -> None:
    with socket.create_connection(("127.0.0.1", port)) as client:
        client.sendall(b"\x1b[31mforged line\n\r\n\r\n")
        client.recv(4096)
    ask(port, "/forged")
    assert capfd.readouterr().err == ""


def test_a_crowd_that_says_nothing_takes_few_threads(port: int) -> None:
    before = most = threading.active_count()
    with ExitStack() as open_ones:
        crowd = [open_ones.enter_context(socket.create_connection(("127.0.0.1", port))) for _ in range(60)]
        while not select.select([crowd[-1]], [], [], 0.01)[0]:  # until the last of them is closed
            most = max(most, threading.active_count())
    assert most <= before + MOST_AT_ONCE


def test_nothing_listens_unless_a_port_is_set() -> None:
    before = threading.active_count()
    with metrics_port(settings(None)):
        assert threading.active_count() == before


def test_the_port_is_free_again_afterwards() -> None:
    number = free_port()
    for _ in range(2):
        with metrics_port(settings(number)):
            assert ask(number)[0] == 200


def test_others_reach_it_only_with_a_token(tmp_path: Path) -> None:
    env = {"CUEWEAVE_WORKER_METRICS_PORT": "9100", "CUEWEAVE_WORKER_METRICS_HOST": "0.0.0.0"}  # noqa: S104
    done = cueweave("worker", folder=tmp_path, env={"REDIS_URL": "redis://127.0.0.1:1", **env})
    assert done.returncode == 2
    assert "CUEWEAVE_OPERATOR_TOKEN" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_port_that_is_taken_is_said_in_a_sentence(port: int) -> None:
    with pytest.raises(SetupError, match="a CUEWEAVE_WORKER_METRICS_PORT of its own"), metrics_port(settings(port)):
        pass
