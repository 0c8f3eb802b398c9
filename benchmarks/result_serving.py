"""The result of three hours, and a part of a medium, from the API and from nginx that has the same bytes as files."""

from __future__ import annotations

import gzip
import http.client
import json
import shutil
import sys
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import httpx
from redis import Redis

sys.path.insert(0, str(Path(__file__).parent))

from long_transcript import long_result
from nginx import nginx
from row import Row, compared, figure, print_machine, print_table
from small_service import HOST, SmallService
from support.made import a_task

from cueweave.domain.tasks import Status, TaskId
from cueweave.store import keys
from cueweave.store.blobs import Blobs

WORDS, MEDIUM_MIB = 27_000, 64
"""A word every 0.4 s, breaths between."""
ROUNDS, ASKS = 5, 60
MIB = 1024**2
PACKED, PLAIN = {"Accept-Encoding": "gzip"}, {"Accept-Encoding": "identity"}
CONF = """
daemon off; master_process off; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{}}
http {{
    access_log off; sendfile on; keepalive_requests 100000;
    gzip on; gzip_types application/json; gzip_comp_level 5; gzip_proxied any;
    types {{ application/json json; audio/wav wav; }}
    server {{ listen {host}:{port}; root {folder}/files; }}
}}
"""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of both."""

    what: str
    ours: str
    """The address; nginx has it as a file."""
    file: str
    headers: dict[str, str]
    status: int


def serving_rows() -> list[Row]:
    """Milliseconds from the question to the answer's last byte, one after another on one connection."""
    document = json.dumps(long_result(WORDS)).encode()
    with SmallService() as service:
        port = service.api(CUEWEAVE_RATE_LIMITS="off")
        task_id, user = _completed(service, document)
        medium = next((service.folder / "data/blobs").rglob("media*"))
        files = service.folder / "nginx/files"
        files.mkdir(parents=True)
        (files / "result.json").write_bytes(document)
        shutil.copyfile(medium, files / "medium.wav")
        with nginx(service.folder / "nginx", CONF) as other:
            known = httpx.get(f"http://{HOST}:{other}/result.json", headers=PLAIN).headers["etag"]
            rows = []
            for question in _questions(task_id, len(document), known):
                ours: list[float] = []
                theirs: list[float] = []
                for _ in range(ROUNDS):
                    ours.append(_asked(port, question.ours, question.headers | {"X-User-ID": user}, question.status))
                    theirs.append(_asked(other, question.file, question.headers, question.status))
                rows.append(compared(question.what, ours, theirs, "ms", peer="nginx, a file"))
    return rows


def _questions(task_id: str, size: int, known: str) -> list[Question]:
    result, medium = f"/tasks/{task_id}/result", f"/tasks/{task_id}/media"
    hours = f"the result of three hours, {figure(size / MIB)} MiB"
    begin = MEDIUM_MIB // 2 * MIB
    part = {"Range": f"bytes={begin}-{begin + MIB - 1}"}
    return [
        Question(f"{hours}, as stored", result, "/result.json", PLAIN, 200),
        Question(f"{hours}, packed", result, "/result.json", PACKED, 200),
        Question(
            "the same where it is known by its ETag", result, "/result.json", {"If-None-Match": f'"1", {known}'}, 304
        ),
        Question("1 MiB out of the middle of the medium", medium, "/medium.wav", part, 206),
    ]


def _completed(service: SmallService, document: bytes) -> tuple[str, str]:
    """The id of a task that is over, and its user; its result and medium are in the storage."""
    task_id = TaskId.new("ada")
    blobs = Blobs(service.folder / "data/blobs")
    incoming = blobs.receive()
    writer = incoming.open("media")
    writer.write(bytes(MEDIUM_MIB * MIB))
    writer.close()
    blobs.accept(incoming, task_id)
    result, assets = service.folder / "result.json", service.folder / "assets"
    result.write_bytes(document)
    assets.mkdir()
    blobs.keep(task_id, result, assets)
    task = replace(a_task(), task_id=str(task_id), status=Status.COMPLETED)
    with Redis.from_url(service.store.url) as redis:
        redis.hset(keys.record(task_id), "data", json.dumps(asdict(task)))
    return str(task_id), task_id.user


def _asked(port: int, path: str, headers: dict[str, str], status: int) -> float:
    """Milliseconds for each time."""
    connection = http.client.HTTPConnection(HOST, port)
    try:
        _once(connection, path, headers, status)
        began = time.perf_counter()
        for _ in range(ASKS):
            _once(connection, path, headers, status)
        return 1000 * (time.perf_counter() - began) / ASKS
    finally:
        connection.close()


def _once(connection: http.client.HTTPConnection, path: str, headers: dict[str, str], status: int) -> None:
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    data = answer.read()
    if answer.status != status:
        raise SystemExit(f"{path} was answered with {answer.status}")
    if headers is PACKED and not gzip.decompress(data):
        raise SystemExit("what was packed is empty")


if __name__ == "__main__":
    print_machine()
    print_table(serving_rows())
