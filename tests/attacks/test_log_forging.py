"""Writing log lines that nobody logged, ruling the terminal of who reads them, and finding secrets in what is told."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from api.conftest import serving
from api.raw import exchange
from api.service import Files, Service, recording
from hypothesis import given, strategies as st
from redis import Redis
from starlette.types import Receive, Scope, Send
from support.commands import cueweave
from support.logs import restored_logging as restored_logging
from support.tls import TLS

from cueweave.api.app import create_app
from cueweave.api.config import ApiConfig
from cueweave.telemetry import configure_logging
from cueweave.telemetry.safe_lines import SafeLines
from cueweave.work.config import WorkConfig

pytestmark = pytest.mark.xdist_group("attack-logs")
FORGED = "2026-01-01T00:00:00Z [info     ] task accepted"
EVIL = [
    f"\r\n{FORGED}",
    f"\n{FORGED}",
    f"\u2028{FORGED}",
    f"\x85{FORGED}",
    "\x1b[2J\x1b[31mred",
    "\x1b]0;title\x07",
    "\u202egnp.exe",
    "\u2066x\u2069",
    "a\x00b",
    "\x9b31m",
]
A_LINE = re.compile(r"20\d\d-\d\d-\d\dT\S+Z \[\w+ *\] (\w+(?: \w+)*)|  \| ")
UNSEEN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]")


@pytest.fixture(scope="module")
def idle_log() -> Iterator[Service]:
    """A service that logs JSON."""
    with serving() as running:
        yield running


@pytest.fixture(params=["text", "json"])
def service(request: pytest.FixtureRequest) -> Iterator[Service]:
    with serving(CUEWEAVE_LOG_FORMAT=request.param) as running:
        yield running


def whole_lines(log: str, form: str) -> list[str]:
    """What was logged, line by line; each must be plainly visible, and none may come from outside."""
    assert not UNSEEN.search(log)
    events = []
    for line in log.splitlines():
        if form == "json":
            events.append(str(json.loads(line)["event"]))
        elif line:
            found = A_LINE.match(line)
            assert found, line
            assert not line.startswith(FORGED)
            events.append(found[1] or "")
    return events


def test_nothing_that_is_sent_makes_a_line_of_its_own(
    service: Service, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    srt, medium = recording(tmp_path).values()
    with service.client() as client:
        for number, evil in enumerate(EVIL):
            raw = evil.encode()
            client.get(f"/tasks/x{quote(evil)}/status")
            files = {"srt_file": (f"a{evil}.srt", srt[1]), "media_file": (f"talk{evil}.wav", medium[1])}
            made = client.post("/process/srt_media/", files=files, headers={"X-User-ID": f"user{number}"})
            assert made.status_code == 202
            for name in (b"X-User-ID", b"X-Request-ID", b"X-Forwarded-For", b"Origin", b"Authorization"):
                head = b"GET /users/me/tasks HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + name + b": x" + raw
                exchange(service.url, head + b"\r\n\r\n")
            exchange(service.url, b"GET /a" + raw + b" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    log = service.log.read_text()
    events = whole_lines(log, str(request.node.callspec.params["service"]))
    assert events.count("task accepted") == len(EVIL)


@pytest.mark.parametrize(
    ("given_id", "taken"),
    [
        ("abc-123", True),
        ("550e8400-e29b-41d4-a716-446655440000", True),
        ("x" * 64, True),
        ("x" * 65, False),
        ("", False),
        ("a b", False),
        ("a\u00fcb", False),
        ("<script>", False),
        ("a,b", False),
        ("-a", False),
    ],
)
def test_an_id_that_could_pose_as_more_is_replaced(idle_log: Service, given_id: str, taken: object) -> None:
    answer = httpx.get(f"{idle_log.url}/nothing", headers=[(b"X-Request-ID", given_id.encode())], verify=TLS)
    told = answer.headers["x-request-id"]
    assert (told == given_id) is taken
    assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}", told)
    assert [line["request_id"] for line in idle_log.log_lines() if line.get("path") == "/nothing"][-1] == told


def test_two_ids_are_none(idle_log: Service) -> None:
    twice = httpx.get(f"{idle_log.url}/nothing", headers=[("X-Request-ID", "one"), ("X-Request-ID", "two")], verify=TLS)
    assert twice.headers["x-request-id"] not in ("one", "two")
    assert len(twice.headers.get_list("x-request-id")) == 1


@given(st.text(), st.sampled_from(["event", "path", "exception", "stack", "user"]))
def test_no_text_in_any_field_can_be_more_than_a_part_of_a_line(text: str, name: str) -> None:
    (found,) = SafeLines(())(None, "info", {name: text}).values()
    assert all(line.isprintable() for line in str(found).split("\n"))
    if name in ("exception", "stack"):
        assert all(line.startswith("  | ") for line in str(found).split("\n"))
    else:
        assert "\n" not in str(found)


PASSWORD, KEY, TOKEN = "r3dis-pass/word", "model-key-9876", "operator-token-0123456789"
SIGNATURE, BEARER = "c2lnbmF0dXJlLW9mLWEtbGluaw", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2lnbmVk"
SECRETS = (PASSWORD, "r3dis-pass%2Fword", KEY, TOKEN, SIGNATURE, BEARER)


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_whole_run_tells_no_secret(form: str, tmp_path: Path) -> None:
    files = recording(tmp_path)
    with serving() as plain:
        store = plain.store
        with Redis.from_url(store.url) as redis:
            redis.config_set("requirepass", PASSWORD)
        url = store.url.replace("unix://", "unix://:r3dis-pass%2Fword@")
        env = {
            "REDIS_URL": url,
            "CUEWEAVE_LLM": "tiny",
            "CUEWEAVE_LLM_BASE_URL": "http://127.0.0.1:1/v1",
            "CUEWEAVE_LLM_API_KEY": KEY,
            "CUEWEAVE_OPERATOR_TOKEN": TOKEN,
            "CUEWEAVE_LOG_FORMAT": form,
        }
        told = told_by(Service(tmp_path, store, **env), url, files)
        told += "".join(str(part) for part in run_doctor(tmp_path, env))
        with Redis.from_url(url) as redis:
            redis.config_set("requirepass", "")
    assert [secret for secret in SECRETS if secret in told] == []


def run_doctor(folder: Path, env: dict[str, str]) -> tuple[str, ...]:
    done = [cueweave("doctor", *more, folder=folder, env=env) for more in ((), ("--json",))]
    wrong = cueweave("doctor", folder=folder, env=env | {"REDIS_URL": env["REDIS_URL"].replace("%2F", "%2Fx")})
    return tuple(each.stdout + each.stderr for each in (*done, wrong))


def told_by(service: Service, url: str, files: Files) -> str:
    """All that a service says of itself while strangers send secrets in every place and its store refuses it."""
    service.start()
    told = []
    try:
        headers = {"Authorization": f"Bearer {BEARER}", "X-User-ID": "ada", "X-Request-ID": "x"}
        with httpx.Client(base_url=service.url, headers=headers, timeout=60) as client:
            paths = ["/", "/docs", "/openapi.json", "/metrics", "/readyz", "/users/me/tasks", "/tasks/x/media"]
            secret = {"signature": SIGNATURE, "token": BEARER}
            told += [client.get(path, params=secret).text for path in (*paths, f"/tasks/token={BEARER}/status")]
            told.append(client.post("/process/srt_media/", files=files, params={"signature": SIGNATURE}).text)
            told.append(client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}", "Via": "x"}).text)
            with Redis.from_url(url) as redis:
                redis.config_set("requirepass", "another")
                redis.execute_command("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes")
                told.append(client.get("/users/me/tasks").text)
                told.append(client.get("/readyz").text)
                redis.config_set("requirepass", PASSWORD)
    finally:
        service.stop()
    return "\n".join(told) + service.log.read_text()


@pytest.fixture
def broken() -> httpx.AsyncClient:
    """A client of the whole app with a route that fails with a secret in its hands, at its word and in a header."""
    app = create_app(ApiConfig(), WorkConfig(redis_url=f"redis://:{KEY}@nowhere", data_dir=Path("nowhere")))

    @app.get("/broken")
    async def fail() -> None:
        held = {"authorization": f"Bearer {BEARER}", "redis": f"redis://:{KEY}@nowhere"}
        raise RuntimeError(f"\n{FORGED}\x1b[2J signature={SIGNATURE} redis://:{KEY}@nowhere {len(held)}")

    async def served(scope: Scope, receive: Receive, send: Send) -> None:
        await app({**scope, "state": {}}, receive, send)

    return httpx.AsyncClient(transport=httpx.ASGITransport(served), base_url="http://127.0.0.1:8000")


@pytest.mark.usefixtures("restored_logging")
@pytest.mark.parametrize("form", ["text", "json"])
async def test_what_nobody_foresaw_is_answered_with_all_headers_and_logged_whole_on_lines_of_its_own(
    broken: httpx.AsyncClient, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    configure_logging(format=form)  # type: ignore[arg-type]
    answer = await broken.get("/broken", headers={"Origin": "http://localhost:3000", "X-Request-ID": "my-id"})
    log = capsys.readouterr().err
    assert answer.status_code == 500
    assert list(answer.json()) == ["detail"]
    assert answer.headers["x-request-id"] == "my-id"
    assert answer.headers["access-control-allow-origin"] == "http://localhost:3000"
    assert "RuntimeError" not in answer.text
    assert "RuntimeError" in log
    assert log.count("my-id") == 2  # of the failure, and of the request
    whole_lines(log, form)
    assert [secret for secret in SECRETS if secret in log + answer.text] == []
