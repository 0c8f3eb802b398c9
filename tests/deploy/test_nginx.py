"""Two APIs and two workers behind nginx, as the file for operators sets it up."""

from __future__ import annotations

import json
import ssl
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

import httpx
import pytest
from api.conftest import serving
from api.service import Files, Service, recording
from deploy.certificate import for_localhost
from support.eventually import eventually_sync
from support.nginx import MISSING, NGINX, Nginx

USER = {"X-User-ID": "ada"}
pytestmark = [
    pytest.mark.skipif(NGINX is None, reason=MISSING),
    pytest.mark.xdist_group("nginx"),
]


@dataclass(frozen=True)
class Front:
    """nginx, and what is behind it."""

    url: str
    tls: ssl.SSLContext
    apis: tuple[Service, Service]

    def client(self) -> httpx.Client:
        """As a browser behind it would be; the tests stand in for the part of nginx that knows users."""
        return httpx.Client(base_url=self.url, verify=self.tls, timeout=60)


@pytest.fixture(scope="module")
def front(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    """Everything, with nginx told that each caller is ada."""
    folder = tmp_path_factory.mktemp("nginx")
    settings = {"CUEWEAVE_TRUSTED_PROXIES": "127.0.0.1", "CUEWEAVE_TRUST_USER_HEADER": "1"}
    with serving(workers=2, **settings) as first:
        second = Service(first.data_dir.parent, first.store, **settings).start()
        try:
            tls = for_localhost(folder)
            nginx = Nginx(folder, (first.url, second.url), user='"ada"')
            try:
                yield Front(f"https://localhost:{nginx.port}", tls, (first, second))
            finally:
                nginx.stop()
        finally:
            second.stop()


def create(client: httpx.Client, files: Files) -> str:
    task_id: str = client.post("/process/srt_media/", files=files).raise_for_status().json()["task_id"]
    return task_id


def test_a_recording_becomes_a_result_whichever_api_is_asked(front: Front, tmp_path: Path) -> None:
    with front.client() as client:
        task_id = create(client, recording(tmp_path))
        eventually_sync(
            lambda: client.get(f"/tasks/{task_id}/status?wait=5").json()["status"] == "completed", within=120
        )
        results = [client.get(f"/tasks/{task_id}/result").raise_for_status() for _ in range(4)]
        assert len({result.headers["etag"] for result in results}) == 1
        links = client.get(f"/tasks/{task_id}/links").raise_for_status().json()
        parts = [client.get(links["media"], headers={"Range": "bytes=0-99"}) for _ in range(4)]
        assert [(part.status_code, len(part.content)) for part in parts] == [(206, 100)] * 4
        assert "<title>Cueweave" in client.get("/").text


def test_events_come_when_they_happen(front: Front, tmp_path: Path) -> None:
    with front.client() as client:
        files = recording(tmp_path, seconds=30)
        tasks = [create(client, files) for _ in range(4)]  # two workers: the last ones wait
        with client.stream("GET", f"/tasks/{tasks[-1]}/events") as answer:
            first = next(line for line in answer.iter_lines() if line.startswith("data:"))
            assert json.loads(first.removeprefix("data:"))["status"] in ("pending", "processing")
        for task_id in tasks:
            client.delete(f"/tasks/{task_id}")


def test_nobody_outside_says_who_they_are_or_where_they_come_from(front: Front) -> None:
    with front.client() as client:
        told = client.get("/users/me/tasks", headers={"X-User-ID": "eve", "X-Forwarded-For": "198.51.100.7"})
    assert told.json()["user_id"] == "ada"
    lines = [line for api in front.apis for line in api.log_lines() if line.get("request_id")]
    assert not any("198.51.100.7" in json.dumps(line) for line in lines)


def test_what_is_the_operators_is_not_shown(front: Front) -> None:
    with front.client() as client:
        assert client.get("/metrics").status_code == 404


def test_while_one_api_is_replaced_the_other_answers(front: Front, tmp_path: Path) -> None:
    second = front.apis[1]
    with front.client() as client:
        task_id = create(client, recording(tmp_path))
        second.stop()
        assert {client.get(f"/tasks/{task_id}/status").status_code for _ in range(8)} == {200}


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """nginx before no API at all."""
    nginx = Nginx(tmp_path_factory.mktemp("alone"), ("http://127.0.0.1:1", "http://127.0.0.1:2"), user='"ada"')
    yield f"127.0.0.1:{nginx.port}"
    nginx.stop()


@pytest.mark.parametrize(
    ("status", "method", "path", "length"),
    [
        (503, "GET", "/limits", None),
        (405, "TRACE", "/limits", None),
        (431, "GET", f"/{'a' * 40_000}", None),
        (400, "GET", "/%00", None),
        (404, "GET", "/refused/away", None),
        (413, "POST", "/process/srt_media/", str(5 * 1024**3)),
    ],
)
def test_what_nginx_itself_refuses_is_json_with_a_sentence(
    alone: str, status: int, method: str, path: str, length: str | None
) -> None:
    with closing(HTTPConnection(alone, timeout=30)) as connection:
        connection.request(method, path, headers={"Content-Length": length} if length else {})  # and no such body
        answer = connection.getresponse()
        told = json.loads(answer.read())
    assert (answer.status, answer.headers["content-type"], list(told)) == (status, "application/json", ["detail"])
    assert "Retry-After" in answer.headers or status != 503
    assert "Allow" in answer.headers or status != 405
