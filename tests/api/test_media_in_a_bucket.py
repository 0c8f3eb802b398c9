"""The medium of a finished task, where files are kept in a bucket; API and worker have a data directory each."""

from __future__ import annotations

import time
from collections.abc import Iterator
from copy import copy

import httpx
import pytest
from api.conftest import serving
from api.service import Files, Service, recording
from api.test_flow import over
from support.eventually import eventually_sync
from support.s3 import Relay, S3Box, S3Server, relayed, s3_server  # noqa: F401
from support.tls import TLS

pytestmark = pytest.mark.xdist_group("api-bucket")


class Done:
    """A finished task of a user."""

    def __init__(self, service: Service, files: Files) -> None:
        self.service = service
        self.medium = files["media_file"][1]
        self.user = f"user-{time.monotonic_ns()}"
        with service.client(self.user) as client:
            named = files | {"media_file": ("Vortrag Öl.html", self.medium)}
            self.id = client.post("/process/srt_media/", files=named).raise_for_status().json()["task_id"]
            assert over(client, self.id)["status"] == "completed"

    def ask(self, path: str = "", method: str = "GET", **headers: str) -> httpx.Response:
        """About its medium."""
        address = f"{self.service.url}/tasks/{self.id}/media{path}"
        return httpx.request(method, address, headers={"X-User-ID": self.user} | headers, verify=TLS)


@pytest.fixture(scope="module")
def box(s3_server: S3Server) -> S3Box:  # noqa: F811
    return s3_server.make_bucket()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    return recording(tmp_path_factory.mktemp("media"), seconds=90)


@pytest.fixture(scope="module")
def way(box: S3Box) -> Iterator[Relay]:
    """To the bucket."""
    with relayed(box) as (relay, _):
        yield relay


@pytest.fixture(scope="module")
def done(box: S3Box, way: Relay, files: Files) -> Iterator[Done]:
    settings = box.settings() | {"AWS_ENDPOINT_URL": way.address}
    with serving(workers=1, **settings) as service:
        yield Done(service, files)


def test_the_medium_comes_as_it_was_handed_in(done: Done) -> None:
    answer = done.ask()
    assert (answer.status_code, answer.content) == (200, done.medium)
    assert answer.headers["content-type"] == "audio/wav"  # though its name ends in .html
    assert answer.headers["content-disposition"] == "inline"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["accept-ranges"] == "bytes"
    assert answer.headers["last-modified"].endswith("GMT")


@pytest.mark.parametrize(
    ("asked", "start", "end"),
    [("bytes=0-9", 0, 10), ("bytes=2500000-", 2_500_000, None), ("bytes=-7", -7, None), ("bytes=9-99999999", 9, None)],
)
def test_a_part_of_it_can_be_asked_for(done: Done, asked: str, start: int, end: int | None) -> None:
    answer = done.ask(Range=asked)
    assert (answer.status_code, answer.content) == (206, done.medium[start:end])
    first = start if start >= 0 else len(done.medium) + start
    last = first + len(answer.content) - 1
    assert answer.headers["content-range"] == f"bytes {first}-{last}/{len(done.medium)}"


def test_several_parts_at_once_get_the_whole(done: Done) -> None:
    answer = done.ask(Range="bytes=0-9,20-29")
    assert (answer.status_code, answer.content) == (200, done.medium)


def test_a_part_is_asked_for_only_of_the_same_medium(done: Done) -> None:
    head = done.ask(method="HEAD").headers
    assert not head["etag"].startswith("W/")
    for known in (head["etag"], head["last-modified"]):
        assert done.ask(Range="bytes=0-9", **{"If-Range": known}).status_code == 206
    assert done.ask(Range="bytes=0-9", **{"If-Range": '"other"'}).status_code == 200


def test_a_range_behind_the_end_is_refused_in_the_shape_of_all_errors(done: Done) -> None:
    for asked in ("bytes=999999999-", "bytes=-0"):
        answer = done.ask(Range=asked)
        assert (answer.status_code, answer.headers["content-range"]) == (416, f"bytes */{len(done.medium)}")
        assert list(answer.json()) == ["detail"]


@pytest.mark.parametrize("asked", ["bytes=9-1", "bytes=a-b", "bytes=-", "nonsense"])
def test_a_range_that_cannot_be_read_is_refused(done: Done, asked: str) -> None:
    answer = done.ask(Range=asked)
    assert (answer.status_code, list(answer.json())) == (400, ["detail"])


def test_the_head_alone_can_be_asked_for(done: Done) -> None:
    answer = done.ask(method="HEAD")
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["content-length"] == str(len(done.medium))
    part = done.ask(method="HEAD", Range="bytes=0-9")
    assert (part.status_code, part.content, part.headers["content-length"]) == (206, b"", "10")


def test_a_download_has_the_name_that_the_medium_came_with(done: Done) -> None:
    answer = done.ask("?download=1")
    assert answer.headers["content-disposition"] == "attachment; filename*=utf-8''Vortrag%20%C3%96l.html"
    assert answer.content == done.medium


def test_a_purged_task_leaves_nothing_in_the_bucket_or_on_a_machine(done: Done, box: S3Box, files: Files) -> None:
    other = Done(done.service, files)
    assert done.service.run("purge", "--task", other.id, "--yes").returncode == 0
    key = other.id.partition(":")[2]
    eventually_sync(lambda: not [name for name in box.names() if key in name])
    assert box.half_uploads() == []
    assert not [path for path in done.service.data_dir.parent.rglob("*") if key in str(path)]


def test_the_operator_learns_within_seconds_that_the_storage_is_away(done: Done, way: Relay) -> None:
    assert done.service.get("/readyz").status_code == 200
    way.cut()
    try:
        began = time.monotonic()
        ready = done.service.get("/readyz")
        assert (ready.status_code, ready.json()["storage"], ready.json()["store"]) == (503, False, True)
        assert time.monotonic() - began < 5
    finally:
        way.mend()
    assert done.service.get("/readyz").status_code == 200


@pytest.fixture(scope="module")
def signing(done: Done, box: S3Box, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Done]:
    """The same task, asked of another API that sends clients to the bucket."""
    settings = box.settings() | {"CUEWEAVE_S3_PRESIGN": "1"}
    service = Service(tmp_path_factory.mktemp("signing"), done.service.store, **settings)
    try:
        service.start()
        other = copy(done)
        other.service = service
        yield other
    finally:
        service.stop()


def test_clients_are_sent_to_the_bucket_where_the_operator_wants_it_so(signing: Done) -> None:
    answer = signing.ask()
    assert (answer.status_code, answer.headers["cache-control"]) == (307, "no-store")
    there = httpx.get(answer.headers["location"], headers={"Range": "bytes=5-9"}, verify=TLS)
    assert (there.status_code, there.content) == (206, signing.medium[5:10])
    assert there.headers["content-type"] == "audio/wav"
    head = signing.ask(method="HEAD")
    assert httpx.head(head.headers["location"], verify=TLS).status_code == 200


def test_the_page_may_play_from_the_bucket_then(signing: Done, done: Done, box: S3Box) -> None:
    policies = [each.service.get("/").headers["content-security-policy"] for each in (signing, done)]
    assert f"media-src 'self' blob: {box.bucket.origin};" in policies[0]
    assert "media-src 'self' blob:;" in policies[1]


def test_a_download_comes_from_us_all_the_same_since_it_has_a_name(signing: Done) -> None:
    answer = signing.ask("?download=1")
    assert (answer.status_code, answer.content) == (200, signing.medium)


def test_the_log_names_no_key(done: Done, signing: Done) -> None:
    for each in (done, signing):
        assert "testing-secret" not in each.service.log.read_text()
