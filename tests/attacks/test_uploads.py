"""Uploads made to break the reader of forms, to get out of their folder, or to be taken for what they aren't."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest
from api.raw import Answer, stubborn
from api.service import CLEAN, Files, Service
from attacks.media_made import zipped
from redis import Redis
from support.eventually import eventually_sync

KIND = "multipart/form-data; boundary=x"
NAMED = b'Content-Disposition: form-data; name="media_file"; filename="a.wav"\r\n'
START = b"--x\r\n" + NAMED + b"\r\n"
END = b"\r\n--x--\r\n"
OTHER = b'--x\r\nContent-Disposition: form-data; name="other"\r\n\r\na\r\n'
NESTED = (
    b'--x\r\nContent-Disposition: form-data; name="media_file"\r\nContent-Type: multipart/mixed; boundary=y\r\n\r\n'
    b'--y\r\nContent-Disposition: file; filename="a.wav"\r\n\r\nRIFF\r\n--y--'
)


def headed(head: bytes) -> bytes:
    """A form whose one part has this head."""
    return b"--x\r\n" + head + b"\r\n\r\na" + END


FORMS = {
    "no boundary": ("multipart/form-data", START + b"a" + END, 400),
    "an empty boundary": ('multipart/form-data; boundary=""', START + b"a" + END, 400),
    "a boundary of 1 kB": (f"multipart/form-data; boundary={'b' * 1000}", START + b"a" + END, 400),
    "a type of 20 kB": (f"{KIND}; {'(' * 20_000}", START + b"a" + END, 400),
    "a type of quotes": (KIND + '; "' * 300, START + b"a" + END, 415),
    "ten thousand parts": (KIND, OTHER * 10_000 + START + b"a" + END, 400),
    "seventeen parts": (KIND, OTHER * 16 + START + b"a" + END, 400),
    "a form within the form": (KIND, NESTED + END, 415),
    "the medium twice": (KIND, (START + b"a\r\n") * 2 + b"--x--\r\n", 400),
    "two names": (KIND, headed(NAMED + NAMED.replace(b"media", b"srt").strip()), 400),
    "a part without a name": (KIND, headed(b"Content-Disposition: form-data"), 422),
    "a part without a head": (KIND, b"--x\r\n\r\na" + END, 400),
    "a head without an end": (KIND, b"--x\r\n" + b"a" * 15_000, 400),
    "a hundred heads of one part": (KIND, headed(b"X: a\r\n" * 100 + NAMED.strip()), 400),
    "a head of brackets": (KIND, headed(NAMED.strip() + b"; " + b"(" * 10_000), 415),
    "a head of quotes": (KIND, headed(NAMED.strip() + b"; " + b'"' * 10_000), 415),
    "a head of semicolons": (KIND, headed(NAMED.strip() + b";" * 10_000), 415),
    "a head of 16 kB": (KIND, headed(NAMED.strip() + b"; a=" + b"a" * 16_000), 400),
    "a length of the part that is none": (KIND, headed(NAMED + b"Content-Length: -1"), 400),
    "a length of the part that is wrong": (KIND, headed(NAMED + b"Content-Length: 0"), 400),
    "another charset": (KIND, headed(NAMED + b"Content-Transfer-Encoding: base64"), 415),
    "an end that never comes": (KIND, START + b"a\r\n--x", 400),
    "something before the form": (KIND, b"a" * 20_000 + b"\r\n" + START + b"a" + END, 400),
    "something after the form": (KIND, START + b"a" + END + b"a" * 20_000, 400),
    "a NUL in the name": (KIND, headed(NAMED.replace(b"media_file", b"media\0file").strip()), 422),
}


def test_an_endless_form_in_chunks_is_ended(impatient: Service) -> None:
    head = f"POST /process/srt_media/ HTTP/1.1\r\nHost: x\r\nX-User-ID: ada\r\nContent-Type: {KIND}\r\n"
    other = OTHER.replace(b"a\r\n", b"a" * 65_000)
    chunks = b"%x\r\n%b\r\n" % (len(other), other) * 200
    answer = stubborn(impatient.url, f"{head}Transfer-Encoding: chunked\r\n\r\n".encode() + chunks)
    assert (answer.status, set(answer.json)) == (400, {"detail"})


@pytest.mark.parametrize("attack", FORMS)
def test_a_form_made_to_break_its_reader_gets_a_status_and_a_sentence(impatient: Service, attack: str) -> None:
    kind, body, status = FORMS[attack]
    answer = _posted(impatient, kind, body)
    assert answer.status == status, answer
    assert set(answer.json) == {"detail"}
    eventually_sync(lambda: impatient.leftovers() == CLEAN)


def _posted(service: Service, kind: str, body: bytes) -> Answer:
    head = (
        "POST /process/srt_media/ HTTP/1.1\r\nHost: x\r\nX-User-ID: ada\r\nConnection: close\r\n"
        f"Content-Length: {len(body)}\r\nContent-Type: {kind}\r\n\r\n"
    )
    return stubborn(service.url, head.encode() + body)


NAMES = {
    "the folder above": b'filename="../../../etc/passwd"',
    "another drive": b'filename="C:\\..\\..\\a.wav"',
    "a NUL": b'filename="a\0.wav"',
    "a line break": b'filename="a%0d%0aX: b"',
    "ten thousand letters": b'filename="' + b"a" * 10_000 + b'"',
    "in pieces (RFC 2231)": b'filename*0="../"; filename*1="../a"; filename*2*=UTF-8\'\'%2e%2e%2fb',
    "in another charset": b"filename*=UTF-16''%00%2e%00%2e%00%2f",
    "two of them": b'filename="a.wav"; filename="../../b"',
    "right to left": 'filename="a\u202evaw.exe\u2066\u200b"'.encode(),
    "escapes of a terminal": b'filename="a\x1b[2Jb\x9b"',
    "half a surrogate pair": b'filename="a%ed%a0%80"',
    "a script": b'filename="<img src=x onerror=alert(1)>.wav"',
    "a template": b'filename="{{7*7}}%s%n$(id)`id`.wav"',
}


@pytest.mark.parametrize("attack", NAMES)
def test_the_name_of_a_file_is_only_shown(impatient: Service, files: Files, attack: str) -> None:
    head = NAMED.replace(b'filename="a.wav"', NAMES[attack])
    answer = _posted(impatient, KIND, b"--x\r\n" + head + b"\r\n" + files["media_file"][1] + END)
    if answer.status == 400:  # no UTF-8
        eventually_sync(lambda: impatient.leftovers() == CLEAN)
        return
    assert answer.status == 202, answer
    uuid = answer.json["task_id"].partition(":")[2]
    written = {str(path.relative_to(impatient.data_dir)) for path in impatient.data_dir.rglob("*") if path.is_file()}
    assert written == {f"blobs/tasks/{uuid}/{name}" for name in ("media", "owner")}
    with Redis.from_url(impatient.store.url, decode_responses=True) as redis:
        kept = str(redis.hget(f"task:{answer.json['task_id']}", "data"))
    shown = next(line["media"] for line in reversed(impatient.log_lines()) if line["event"] == "task accepted")
    assert len(shown) <= 255
    assert shown.isprintable()
    assert not any(mark in shown for mark in "/\\")
    assert kept.encode().isascii() or kept.isprintable()
    impatient.wipe()


TYPES = {
    "a zip that unpacks to 10 MB": zipped("../../a.wav"),
    "a program": Path("/proc/self/exe").read_bytes()[:100_000],
    "a page": b"<!DOCTYPE html><html><script>alert(1)</script></html>" * 100,
    "a PDF": b"%PDF-1.7\n" + b"1 0 obj<</Type/Catalog>>endobj\n" * 100,
    "a picture of markup": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>' * 10,
    "a script of a shell": b"#!/bin/sh\nid > /tmp/owned\n",
}


@pytest.mark.parametrize("kind", ["video/mp4", "audio/wav"])
@pytest.mark.parametrize("attack", TYPES)
def test_what_calls_itself_a_medium_and_is_none_is_refused(impatient: Service, attack: str, kind: str) -> None:
    answer = _handed_in(impatient, {"media_file": (f"talk.{kind[-3:]}", TYPES[attack], kind)})
    assert (answer.status_code, set(answer.json())) == (415, {"detail"}), answer.text
    eventually_sync(lambda: impatient.leftovers() == CLEAN)


def test_a_medium_that_calls_itself_something_else_is_one(impatient: Service, files: Files) -> None:
    answer = _handed_in(impatient, {"media_file": ("page.html", files["media_file"][1], "text/html")})
    assert answer.status_code == 202
    impatient.wipe()


def _handed_in(service: Service, files: dict[str, tuple[str, bytes, str]]) -> httpx.Response:
    with service.client() as client:
        return client.post("/process/srt_media/", files=files)
