"""The medium of a finished task, and signed links to it and to pictures."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import httpx
import pytest
from api.conftest import serving
from api.service import Files, Service, recording
from api.test_flow import over
from api.test_memory import GIB, Peak
from support.eventually import eventually_sync
from support.tls import TLS

pytestmark = pytest.mark.xdist_group("api-busy")


@dataclass(frozen=True)
class Done:
    """A finished task of a user, with what was handed in for it."""

    service: Service
    user: str
    id: str
    medium: bytes

    def get(self, path: str = "", **headers: str) -> httpx.Response:
        """Of its user."""
        return httpx.get(
            f"{self.service.url}/tasks/{self.id}{path}", headers={"X-User-ID": self.user} | headers, verify=TLS
        )


@pytest.fixture(scope="session")
def done(busy: Service, tmp_path_factory: pytest.TempPathFactory) -> Done:
    return finished(busy, recording(tmp_path_factory.mktemp("media")))


def finished(service: Service, files: Files, name: str = "Vortrag Öl.html") -> Done:
    user = f"user-{time.monotonic_ns()}"
    with service.client(user) as client:
        named = files | {"media_file": (name, files["media_file"][1])}
        task_id = client.post("/process/srt_media/", files=named).raise_for_status().json()["task_id"]
        assert over(client, task_id)["status"] == "completed"
    return Done(service, user, task_id, files["media_file"][1])


def test_the_medium_comes_as_it_was_handed_in(done: Done) -> None:
    answer = done.get("/media")
    assert (answer.status_code, answer.content) == (200, done.medium)
    assert answer.headers["content-type"] == "audio/wav"  # though its name ends in .html
    assert answer.headers["content-disposition"] == "inline"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["accept-ranges"] == "bytes"


@pytest.mark.parametrize(
    ("asked", "start", "end"), [("bytes=0-9", 0, 10), ("bytes=100-", 100, None), ("bytes=-7", -7, None)]
)
def test_a_part_of_it_can_be_asked_for(done: Done, asked: str, start: int, end: int | None) -> None:
    answer = done.get("/media", Range=asked)
    assert (answer.status_code, answer.content) == (206, done.medium[start:end])
    assert answer.headers["content-range"].endswith(f"/{len(done.medium)}")


def test_a_part_is_asked_for_only_of_the_same_medium(done: Done) -> None:
    etag = done.get("/media").headers["etag"]
    assert not etag.startswith("W/")
    assert done.get("/media", Range="bytes=0-9", **{"If-Range": etag}).status_code == 206
    assert done.get("/media", Range="bytes=0-9", **{"If-Range": '"other"'}).status_code == 200


def test_a_range_behind_the_end_is_refused_in_the_shape_of_all_errors(done: Done) -> None:
    answer = done.get("/media", Range="bytes=999999999-")
    assert (answer.status_code, answer.headers["content-range"]) == (416, f"bytes */{len(done.medium)}")
    assert list(answer.json()) == ["detail"]


@pytest.mark.parametrize("asked", ["bytes=9-1", "bytes=a-b", "nonsense"])
def test_a_range_that_cannot_be_read_is_refused(done: Done, asked: str) -> None:
    answer = done.get("/media", Range=asked)
    assert (answer.status_code, list(answer.json())) == (400, ["detail"])


def test_the_head_alone_can_be_asked_for(done: Done) -> None:
    answer = httpx.head(f"{done.service.url}/tasks/{done.id}/media", headers={"X-User-ID": done.user})
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["content-length"] == str(len(done.medium))


def test_a_download_has_the_name_that_the_medium_came_with(done: Done) -> None:
    answer = done.get("/media?download=1")
    assert answer.headers["content-disposition"] == "attachment; filename*=utf-8''Vortrag%20%C3%96l.html"
    assert answer.headers["content-type"] == "audio/wav"


def test_links_say_until_when_they_hold(done: Done) -> None:
    links = done.get("/links").raise_for_status().json()
    assert set(links) == {"task_id", "expires_at", "media", "query", "page"}
    assert links["task_id"] == done.id
    assert links["expires_at"].endswith("Z")
    left = datetime.fromisoformat(links["expires_at"]).timestamp() - time.time()
    assert 3500 < left <= 3601


def test_a_link_opens_the_medium_and_the_pictures_without_a_name(done: Done) -> None:
    links = done.get("/links").json()
    assert httpx.get(done.service.url + links["media"]).content == done.medium
    assert httpx.head(done.service.url + links["media"]).status_code == 200
    picture = httpx.get(f"{done.service.url}/tasks/{done.id}/assets/none.jpg?{links['query']}")
    assert (picture.status_code, picture.json()) == (404, {"detail": "Asset not found"})  # not 401: the link is enough


def test_a_link_goes_with_its_task(done: Done, busy: Service, files: Files) -> None:
    other = finished(busy, files)
    link = busy.url + other.get("/links").json()["media"]
    assert httpx.get(link).status_code == 200
    assert busy.run("purge", "--task", other.id, "--yes").returncode == 0
    gone = httpx.get(link)
    assert (gone.status_code, gone.json()) == (404, {"detail": "Task not found"})
    assert other.id.partition(":")[2] not in str(busy.leftovers()["tasks"])
    assert done.get("/media").status_code == 200


def test_a_medium_of_half_a_gibibyte_takes_little_memory_to_serve(busy: Service, files: Files) -> None:
    large = finished(busy, files)
    path = busy.data_dir / "blobs/tasks" / large.id.partition(":")[2] / "media"
    os.truncate(path, GIB // 2)  # a hole in the file; it is read and sent like any other bytes
    size = 0
    with (
        busy.client(large.user) as client,
        Peak(busy.pid) as peak,
        client.stream("GET", f"/tasks/{large.id}/media") as answer,
    ):
        for part in answer.iter_raw():
            size += len(part)
    assert size == GIB // 2
    assert peak.most - peak.before < 50e6
    busy.run("purge", "--task", large.id, "--yes")


def test_a_task_that_is_not_completed_has_neither(ada: httpx.Client, files: Files) -> None:
    task_id = ada.post("/process/srt_media/", files=files).json()["task_id"]
    media, links = ada.get(f"/tasks/{task_id}/media"), ada.get(f"/tasks/{task_id}/links")
    assert (media.status_code, media.json()) == (404, {"detail": "Medium not found"})
    assert (links.status_code, links.json()) == (409, {"detail": "Task is not completed. Current status: pending"})
    ada.delete(f"/tasks/{task_id}").raise_for_status()
    assert ada.get(f"/tasks/{task_id}/media").status_code == 404


@pytest.fixture(scope="module")
def forgetful() -> Iterator[Service]:
    """A service that keeps no media, and whose links hold for a minute at most."""
    with serving(
        workers=1,
        CUEWEAVE_KEEP_MEDIA="0",
        CUEWEAVE_LINK_SECRET="x" * 32,
        CUEWEAVE_MAX_LINK_TTL="60",
        CUEWEAVE_PUBLIC_URL="https://talks.example.org",
    ) as service:
        yield service


@pytest.fixture(scope="module")
def forgotten(forgetful: Service, tmp_path_factory: pytest.TempPathFactory) -> Done:
    return finished(forgetful, recording(tmp_path_factory.mktemp("media")))


def test_the_medium_goes_at_the_end_where_the_operator_wants_it_so(forgotten: Done) -> None:
    folder = forgotten.service.data_dir / "blobs/tasks" / forgotten.id.partition(":")[2]
    eventually_sync(lambda: {path.name for path in folder.iterdir()} <= {"owner", "result.json", "assets"})
    answer = forgotten.get("/media")
    assert (answer.status_code, answer.json()) == (404, {"detail": "Medium not found"})
    assert forgotten.get("/result").status_code == 200


def test_links_hold_no_longer_than_the_operator_lets_them(forgotten: Done) -> None:
    expires = datetime.fromisoformat(forgotten.get("/links").json()["expires_at"]).timestamp()
    assert expires - time.time() <= 61
    answer = forgotten.get("/links?seconds=61")
    assert (answer.status_code, answer.json()) == (422, {"detail": "seconds: a link holds for 60 s at most."})


def test_oembed_knows_the_server_by_the_address_that_the_operator_gives_alone(forgotten: Done) -> None:
    page, oembed = forgotten.get("/links").json()["page"], f"{forgotten.service.url}/oembed"
    public = f"https://talks.example.org{page}"
    embed = httpx.get(oembed, params={"url": public}).raise_for_status().json()
    assert embed["provider_url"] == "https://talks.example.org"
    assert f'<iframe src="{public.replace("&", "&amp;")}"' in embed["html"]
    assert 'href="https://talks.example.org/oembed?' in httpx.get(forgotten.service.url + page).text
    assert httpx.get(oembed, params={"url": forgotten.service.url + page}).status_code == 404


def test_only_the_medium_is_kept_beside_the_result(done: Done) -> None:
    folder = done.service.data_dir / "blobs/tasks" / done.id.partition(":")[2]
    eventually_sync(lambda: {path.name for path in folder.iterdir()} <= {"owner", "media", "result.json", "assets"})
