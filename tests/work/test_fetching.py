"""Media that are fetched from an address by the worker."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from ipaddress import ip_network
from pathlib import Path

import pytest
from support import media
from support.eventually import eventually
from support.media_host import MediaHost
from support.workers import InProcessWorker, program_of

from cueweave.clients.outbound.addresses import Allowed
from cueweave.domain.tasks import Status, Task, TaskId
from cueweave.errors import BadAddress
from cueweave.store.storage import FileSource
from cueweave.work.config import WorkConfig
from cueweave.work.desk import Desk
from cueweave.work.fetching import media_address

LOOPBACK = Allowed(networks=(ip_network("127.0.0.0/8"),), http=True)


@pytest.fixture
def config(config: WorkConfig) -> WorkConfig:
    return replace(config, outbound=LOOPBACK, media_hosts=("127.0.0.1",), max_media_bytes=1_000_000)


@pytest.fixture
def host(tmp_path: Path) -> Iterator[MediaHost]:
    with MediaHost(media.noise(tmp_path / "sound.wav", 2.0).read_bytes()) as opened:
        yield opened


async def submitted(desk: Desk, url: str) -> Task:
    incoming = desk.receive()
    incoming.open("subtitles").write(media.subtitles(6))
    incoming.media_url = url
    return await desk.submit("ada", incoming, media_name="glaciers.wav")


async def ended(desk: Desk, task: Task) -> Task:
    return await desk.wait("ada", task.task_id, 60)


def incoming(config: WorkConfig) -> list[str]:
    return [path.name for path in (config.data_dir / "blobs/incoming").iterdir()]


async def test_a_medium_is_fetched_and_worked_on_like_any_other(
    desk: Desk, host: MediaHost, worker: InProcessWorker, config: WorkConfig
) -> None:
    worker.start()
    task = await ended(desk, await submitted(desk, host.url))
    assert (task.status, task.error_message) == (Status.COMPLETED, None)
    assert task.media_seconds == pytest.approx(2.0, abs=0.1)
    source = (await desk.medium("ada", task.task_id)).source
    assert isinstance(source, FileSource)
    assert source.path.read_bytes() == host.data
    assert incoming(config) == []


async def test_progress_is_told_while_it_is_fetched(desk: Desk, host: MediaHost, worker: InProcessWorker) -> None:
    host.stalls_after = len(host.data) * 3 // 4
    worker.start()
    task = await submitted(desk, host.url)

    async def some_progress() -> bool:
        return (await desk.task("ada", task.task_id)).progress >= 7

    await eventually(some_progress, within=60)
    assert (await desk.task("ada", task.task_id)).status is Status.PROCESSING
    host.go_on.set()
    assert (await ended(desk, task)).status is Status.COMPLETED


async def test_cancelling_stops_it_and_leaves_nothing(
    desk: Desk, host: MediaHost, worker: InProcessWorker, config: WorkConfig
) -> None:
    host.stalls_after = 1000
    worker.start()
    task = await submitted(desk, host.url)
    await eventually(host.stalled.is_set, within=60)
    await desk.cancel("ada", task.task_id)
    await eventually(lambda: incoming(config) == [], within=60)
    assert not (config.data_dir / "blobs/tasks" / TaskId.parse(task.task_id).key).exists()


async def test_a_worker_that_dies_while_it_fetches_is_followed_by_another(
    desk: Desk, host: MediaHost, worker: InProcessWorker, config: WorkConfig
) -> None:
    host.stalls_after = 1000
    dying = program_of(config)
    try:
        task = await submitted(desk, host.url)
        await eventually(host.stalled.is_set, within=60)
    finally:
        dying.kill()
        dying.wait()
    host.stalls_after = None
    worker.start()
    assert (await ended(desk, task)).status is Status.COMPLETED
    assert host.asked == 2


async def test_a_worker_that_stops_gives_it_back(desk: Desk, host: MediaHost, config: WorkConfig) -> None:
    host.stalls_after = 1000
    first, second = InProcessWorker(config), InProcessWorker(config)
    first.start(drain_seconds=0.1)
    task = await submitted(desk, host.url)
    await eventually(host.stalled.is_set, within=60)
    await first.stop()
    assert incoming(config) == []
    host.stalls_after = None
    second.start()
    assert (await ended(desk, task)).status is Status.COMPLETED
    await second.stop()


BAD = {
    "no medium": (MediaHost(b"GIF89a no sound at all" * 9), "This is not an audio or video file"),
    "a page": (MediaHost(b"<html>Please log in</html>"), "This is not an audio or video file"),
    "nothing there": (MediaHost(status=404), "the server answered with status 404"),
    "empty": (MediaHost(), "the file is empty"),
    "too large": (MediaHost(headers={"Content-Length": "1000001"}), "larger than the 1,000,000 bytes"),
    "too large, unannounced": (MediaHost(headers={"Content-Length": ""}, endless=True), "larger than the 1,000,000"),
    "cut short": (MediaHost(b"half", headers={"Content-Length": "99"}), "the connection broke"),
    "packed": (MediaHost(b"x", headers={"Content-Encoding": "gzip"}), "the answer is packed"),
    "another host": (MediaHost(status=302, headers={"Location": "http://localhost/"}), "no media from this host"),
    "inside": (MediaHost(status=301, headers={"Location": "http://10.0.0.1/"}), "nothing at this address may be"),
    "a file": (MediaHost(status=302, headers={"Location": "file:///etc/passwd"}), "must begin with https://"),
    "in a circle": (MediaHost(status=302, headers={"Location": "/lectures/glaciers.wav"}), "redirects without end"),
}


@pytest.mark.parametrize("kind", BAD)
async def test_what_can_not_be_had_fails_the_task_with_a_sentence(
    desk: Desk, worker: InProcessWorker, config: WorkConfig, kind: str
) -> None:
    bad, reason = BAD[kind]
    with bad as host:
        worker.start()
        task = await ended(desk, await submitted(desk, host.url))
    assert task.status is Status.FAILED
    assert task.error_message
    assert reason in task.error_message
    assert "hush" not in task.error_message
    assert incoming(config) == []


async def test_one_that_comes_too_slowly_is_given_up(desk: Desk, host: MediaHost, config: WorkConfig) -> None:
    host.stalls_after = 1000
    hasty = InProcessWorker(replace(config, task_timeout=0.5))
    hasty.start()
    task = await ended(desk, await submitted(desk, host.url))
    await hasty.stop()
    assert task.error_message
    assert "could not be fetched within" in task.error_message


async def test_a_redirect_within_what_is_listed_is_followed(
    desk: Desk, host: MediaHost, worker: InProcessWorker
) -> None:
    with MediaHost(status=307, headers={"Location": host.url}) as first:
        worker.start()
        assert (await ended(desk, await submitted(desk, first.url))).status is Status.COMPLETED


@pytest.mark.parametrize(
    ("hosts", "url", "taken"),
    [
        ((), "https://media.example.org/a.mp4", False),
        (("media.example.org",), "https://media.example.org/a.mp4", True),
        (("media.example.org",), "https://MEDIA.example.org:8443/a.mp4", True),
        (("media.example.org",), "https://example.org/a.mp4", False),
        (("*.example.org",), "https://a.b.example.org/a.mp4", True),
        (("*.example.org",), "https://example.org/a.mp4", False),
        (("*.example.org",), "https://evilexample.org/a.mp4", False),
        (("*.example.org",), "https://x.example.org.evil.net/a.mp4", False),
        (("*.example.org",), "https://a.example.org@evil.net/a.mp4", False),
        (("*",), "https://anywhere.net/a.mp4", True),
        (("*",), "https://127.0.0.1/a.mp4", False),
        (("*",), "http://anywhere.net/a.mp4", False),
    ],
)
def test_only_hosts_that_are_listed_are_asked(
    config: WorkConfig, hosts: tuple[str, ...], url: str, *, taken: bool
) -> None:
    narrow = replace(config, media_hosts=hosts, outbound=Allowed())
    if taken:
        assert media_address(url, narrow).path == "/a.mp4"
    else:
        with pytest.raises(BadAddress, match=r"^media_url: "):
            media_address(url, narrow)
