"""Requests that no client would send: each gets its status and a sentence, and leaves nothing."""

from __future__ import annotations

import re

import pytest
from api.raw import stubborn
from api.service import CLEAN, Files, Service
from support.eventually import eventually_sync

HOST = b"Host: x\r\nX-User-ID: ada\r\nConnection: close\r\n"
ASK = b"GET /users/me/tasks HTTP/1.1\r\n" + HOST
SEND = b"POST /process/srt_media/ HTTP/1.1\r\n" + HOST + b"Content-Type: multipart/form-data; boundary=x\r\n"
CHUNKED = SEND + b"Transfer-Encoding: chunked\r\n\r\n"
SMUGGLED = b"0\r\n\r\nDELETE /tasks/ada:0 HTTP/1.1\r\nHost: x\r\n\r\n"

LARGE = {
    "a header of a megabyte": (ASK + b"X: " + b"a" * 1024**2 + b"\r\n\r\n", 431),
    "a header of 33 kB in one piece": (ASK + b"X: " + b"a" * 33_000 + b"\r\n\r\n", 431),
    "ten thousand headers": (ASK + b"X: a\r\n" * 10_000 + b"\r\n", 431),
    "a hundred headers too many": (ASK + b"X: a\r\n" * 100 + b"\r\n", 431),
    "twenty thousand lines of one header": (ASK + b"X: a\r\n" + b" b\r\n" * 20_000 + b"\r\n", 431),
    "a request line of a megabyte": (b"GET /" + b"a" * 1024**2 + b" HTTP/1.1\r\n" + HOST + b"\r\n", 431),
    "a chunk's extension of a megabyte": (CHUNKED + b"5;" + b"a" * 1024**2 + b"\r\nhello", 431),
    "a token of a megabyte": (ASK + b"Authorization: Bearer " + b"e30." * 2**18 + b"\r\n\r\n", 431),
    "a length of thirty digits": (SEND + b"Content-Length: " + b"9" * 30 + b"\r\n\r\na", 400),
    "a length of nineteen digits": (SEND + b"Content-Length: " + b"9" * 19 + b"\r\n\r\na", 413),
}
AMBIGUOUS = {
    "two lengths": (SEND + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello", 400),
    "two lengths in one header": (SEND + b"Content-Length: 5, 6\r\n\r\nhello", 400),
    "a length and chunks": (SEND + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n" + SMUGGLED, 400),
    "chunks and a length": (SEND + b"Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n" + SMUGGLED, 400),
    "chunks twice": (SEND + b"Transfer-Encoding: chunked\r\n" * 2 + b"\r\n" + SMUGGLED, 501),
    "chunks of another kind": (SEND + b"Transfer-Encoding: xchunked\r\n\r\n" + SMUGGLED, 501),
    "chunks that are packed": (SEND + b"Transfer-Encoding: gzip, chunked\r\n\r\n" + SMUGGLED, 501),
    "chunks by HTTP/1.0": ((CHUNKED + SMUGGLED).replace(b"HTTP/1.1", b"HTTP/1.0", 1), 400),
    "a blank before the colon": (SEND + b"Transfer-Encoding : chunked\r\n\r\n" + SMUGGLED, 400),
    "a length with a sign": (SEND + b"Content-Length: +5\r\n\r\nhello", 400),
    "a length below zero": (SEND + b"Content-Length: -1\r\n\r\nhello", 400),
    "a length in hex": (SEND + b"Content-Length: 0x5\r\n\r\nhello", 400),
    "a chunk of no size": (CHUNKED + b"zz\r\nhello", 400),
    "a chunk of a size below zero": (CHUNKED + b"-1\r\nhello", 400),
    "two hosts": (b"GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400),
}
STRANGE = {
    "HTTP/0.9": (b"GET /healthz\r\n\r\n", 400),
    "HTTP/2 without asking": (b"PRI * HTTP/2.0\r\nHost: x\r\nConnection: close\r\n\r\nSM\r\n\r\n", 505),
    "HTTP/9.9": (b"GET /healthz HTTP/9.9\r\n" + HOST + b"\r\n", 505),
    "TLS": (bytes.fromhex("16030100c8010000c40303") + bytes(200), 400),
    "no host": (b"GET /healthz HTTP/1.1\r\n\r\n", 400),
    "TRACE, which would show the headers": (b"TRACE /healthz HTTP/1.1\r\n" + HOST + b"\r\n", 405),
    "CONNECT to another port": (b"CONNECT 127.0.0.1:22 HTTP/1.1\r\n" + HOST + b"\r\n", 404),
    "OPTIONS of everything": (b"OPTIONS * HTTP/1.1\r\n" + HOST + b"\r\n", 404),
    "another server's address": (b"GET http://evil.example/healthz HTTP/1.1\r\n" + HOST + b"\r\n", 400),
    "another port's address": (b"GET http://x:81/healthz HTTP/1.1\r\n" + HOST + b"\r\n", 400),
    "an address with a user": (b"GET http://ada@x/healthz HTTP/1.1\r\n" + HOST + b"\r\n", 404),
    "an address without a host": (b"GET http:///healthz HTTP/1.1\r\n" + HOST + b"\r\n", 404),
    "an address of another kind": (b"GET gopher://x/healthz HTTP/1.1\r\n" + HOST + b"\r\n", 404),
    "an address in an address": (b"GET http://x/http://x/healthz HTTP/1.1\r\n" + HOST + b"\r\n", 404),
    "a path out of the root": (b"GET /../../etc/passwd HTTP/1.1\r\n" + HOST + b"\r\n", 404),
    "two users": (ASK + b"X-User-ID: bob\r\n\r\n", 400),
    "a NUL in the path": (b"GET /tasks/\0/status HTTP/1.1\r\n" + HOST + b"\r\n", 400),
    "a NUL in a header": (ASK + b"X: a\0b\r\n\r\n", 400),
    "a NUL in the user": (ASK.replace(b"ada", b"a\0a") + b"\r\n", 400),
    "a line break in the user": (ASK.replace(b"ada", b"a\r\n a") + b"\r\n", 400),
    "a method that is none": (b"BREW /healthz HTTP/1.1\r\n" + HOST + b"\r\n", 405),
    "a body after a question": (ASK + b"Content-Length: 3000000\r\n\r\n" + bytes(3_000_000), 200),
    "a promise of a body that never comes": (SEND + b"Expect: 100-continue\r\nContent-Length: 9\r\n\r\n", 408),
    "a promise of another kind": (SEND + b"Expect: a miracle\r\nContent-Length: 5\r\n\r\nhello", 400),
    "a cursor of 5 kB": (ASK.replace(b"tasks ", b"tasks?cursor=" + b"A" * 5000 + b" ") + b"\r\n", 422),
    "a cursor with a NUL": (ASK.replace(b"tasks ", b"tasks?cursor=%00%0d%0a ") + b"\r\n", 422),
    "a limit that is none": (ASK.replace(b"tasks ", b"tasks?limit=" + b"9" * 5000 + b" ") + b"\r\n", 422),
}
BAD_IDS = {
    "nothing but a colon": ":",
    "a slash": "a/b",
    "an escaped slash": "ada:..%2f..%2fetc",
    "the folder above": "..",
    "the folder above, escaped": "%2e%2e%2f%2e%2e",
    "a star": "*",
    "a star for a uuid": "ada:*",
    "a pattern": "[a-z]*:????????-????-????-????-????????????",
    "a line break": "ada%0d%0aSet-Cookie:%20a=b",
    "a line break at the end": "ada:00000000-0000-4000-8000-000000000000%0a",
    "a NUL": "ada:%00",
    "a NUL after a uuid": "ada:00000000-0000-4000-8000-000000000000%00",
    "an emoji": "%F0%9F%92%A5:%F0%9F%92%A5",
    "half a character": "%ed%a0%80:%ff%fe",
    "digits of another script": "ada:" + "%D9%A1" * 32,
    "two thousand letters": "a" * 2000 + ":00000000-0000-4000-8000-000000000000",
    "a uuid of two thousand digits": "ada:" + "0" * 2000,
    "two users": "ada:bob:00000000-0000-4000-8000-000000000000",
    "a script of the store": "ada:' .. redis.call('flushall') .. '",
    "nothing": "%20",
}
ROUTES = {
    "status": b"GET /tasks/ID/status",
    "result": b"GET /tasks/ID/result",
    "an asset": b"GET /tasks/ID/assets/slide-001.jpg",
    "the name of an asset": b"GET /tasks/ada:00000000-0000-4000-8000-000000000000/assets/ID",
    "cancel": b"DELETE /tasks/ID",
}


@pytest.mark.parametrize("attack", [*LARGE, *AMBIGUOUS, *STRANGE])
def test_a_request_that_no_client_would_send_gets_a_status_and_a_sentence(impatient: Service, attack: str) -> None:
    request, status = (LARGE | AMBIGUOUS | STRANGE)[attack]
    answer = stubborn(impatient.url, request)
    assert answer.status == status, answer
    if status >= 400:
        assert set(answer.json) == {"detail"}
        assert answer.headers["content-type"] == "application/json"
    eventually_sync(lambda: impatient.leftovers() == CLEAN)


@pytest.mark.parametrize("attack", AMBIGUOUS)
def test_what_hides_behind_an_ambiguous_request_is_not_answered(impatient: Service, attack: str) -> None:
    answer = stubborn(impatient.url, AMBIGUOUS[attack][0].replace(b"Connection: close\r\n", b""))
    assert not re.search(rb"HTTP/1\.1 \d", answer.body), answer
    assert answer.headers["connection"] == "close"


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("attack", BAD_IDS)
def test_an_id_that_is_none_names_nothing(impatient: Service, route: str, attack: str) -> None:
    line = ROUTES[route].replace(b"ID", BAD_IDS[attack].replace(" ", "%20").encode())
    answer = stubborn(impatient.url, line + b" HTTP/1.1\r\n" + HOST + b"\r\n")
    assert answer.status in (404, 405), answer
    assert set(answer.json) == {"detail"}
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize(
    "target",
    [
        "http://x/healthz",
        "HTTP://X/healthz",
        "http://x:80/healthz",
        "https://x:443/healthz?a=http://y/",
        "http://x/%68ealthz",
    ],
)
def test_a_whole_address_as_target_is_read_by_its_path(impatient: Service, target: str) -> None:
    answer = stubborn(impatient.url, f"GET {target} HTTP/1.1\r\n".encode() + HOST + b"\r\n")
    assert (answer.status, answer.json) == (200, {"status": "ok"})


def test_a_whole_address_goes_round_no_check(impatient: Service) -> None:
    stranger = HOST.replace(b"X-User-ID: ada\r\n", b"")
    answer = stubborn(impatient.url, b"GET http://x/users/me/tasks HTTP/1.1\r\n" + stranger + b"\r\n")
    assert answer.status == 401, answer
    page = stubborn(impatient.url, b"GET http://x HTTP/1.1\r\n" + stranger + b"\r\n")
    assert (page.status, page.headers["content-type"]) == (200, "text/html; charset=utf-8")


def test_pipelined_requests_are_answered_in_their_order(impatient: Service) -> None:
    several = b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n" * 100
    answer = stubborn(impatient.url, several + b"BREW /healthz HTTP/1.1\r\n" + HOST + b"\r\n")
    statuses = [line.split()[1] for line in answer.body.split(b"\r\n") if b"HTTP/1.1 " in line]
    assert (answer.status, len(statuses), answer.body.count(b" 405 ")) == (200, 100, 1)


def test_a_forged_host_stands_in_no_answer(impatient: Service, files: Files) -> None:
    forged = {"Host": "evil.example", "X-Forwarded-Host": "evil.example", "Forwarded": "host=evil.example"}
    with impatient.client() as client:
        created = client.post("/process/srt_media/", files=files, headers=forged)
        answers = [created, client.get("/", headers=forged), client.get("/docs/", headers=forged)]
        client.delete(f"/tasks/{created.json()['task_id']}").raise_for_status()
    assert created.headers["location"] == f"/tasks/{created.json()['task_id']}/status"
    assert not any("evil.example" in f"{answer.headers}{answer.text}" for answer in answers)
    impatient.wipe()


def test_no_request_can_forge_a_line_of_the_log(impatient: Service) -> None:
    forged = b'%0d%0a{"event":"forged"}\x1b[2J'.replace(b"\x1b", b"%1b").replace(b'"', b"%22")
    stubborn(impatient.url, b"GET /" + forged + b" HTTP/1.1\r\n" + HOST + b"User-Agent: a\x1b[2J\r\n\r\n")
    assert not any(line.get("event") == "forged" for line in impatient.log_lines())
    assert "\x1b" not in impatient.log.read_text()
