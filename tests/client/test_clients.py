"""Both clients against a real service."""

from __future__ import annotations

import asyncio
import os
import signal
import tempfile
import threading
import uuid
from pathlib import Path

import pytest
from api.service import Service
from client.conftest import MakeClient
from support.eventually import eventually_sync
from support.valkey import Valkey

from cueweave.client import (
    AsyncClient,
    Busy,
    Client,
    IdentityRefused,
    InputRefused,
    TaskForbidden,
    TaskMissing,
    TaskState,
    TaskTimedOut,
    WorkFailed,
    WrongMoment,
)
from cueweave.domain.tasks import Status
from cueweave.domain.transcript import Transcript
from cueweave.errors import BadInput, BadLanguage

NO_TASK = "ada:3f2b9c1e-5d4a-4b6f-8a7e-0c1d2e3f4a5b"


def fresh() -> str:
    """A user whom no other test knows."""
    return f"user-{uuid.uuid4()}"


def test_a_recording_becomes_a_transcript_of_the_domain(service: Service, client: MakeClient, talk: Path) -> None:
    asked = client(service.url, user=fresh())
    uploaded: list[float] = []
    states: list[TaskState] = []
    task = asked.submit(talk, talk.with_suffix(".srt"), language="en", on_progress=uploaded.append)
    ended = asked.wait(task.task_id, on_progress=states.append)
    assert (uploaded == sorted(uploaded), uploaded[-1]) == (True, 100)
    assert (ended.status, ended.progress, states[-1]) == (Status.COMPLETED, 100, ended)
    transcript = asked.result(task.task_id)
    assert isinstance(transcript, Transcript)
    said = " ".join(paragraph.text for paragraph in transcript.paragraphs)
    assert said.startswith("the quick brown fox")
    assert asked.document(task.task_id)["paragraphs"][0]["words"][0]["word"] == "the"
    assert asked.export(task.task_id, "vtt").startswith(b"WEBVTT")
    assert [each.task_id for each in asked.tasks()] == [task.task_id]


def test_a_cancelled_task_is_an_error_to_whoever_waits(service: Service, client: MakeClient, talk: Path) -> None:
    asked = client(service.url, user=fresh())
    task = asked.submit(str(talk), str(talk.with_suffix(".srt")))
    assert asked.cancel(task.task_id).status is Status.CANCELLED
    with pytest.raises(WorkFailed, match="The task was cancelled") as failed:
        asked.wait(task.task_id)
    assert failed.value.task.task_id == task.task_id
    with pytest.raises(WrongMoment, match="Current status: cancelled"):
        asked.result(task.task_id)


def test_refusals_have_types_of_their_own(service: Service, client: MakeClient, talk: Path, tmp_path: Path) -> None:
    (tmp_path / "text.mp4").write_text("no video at all " * 100)
    asked = client(service.url)
    with pytest.raises(TaskMissing, match="Task not found"):
        asked.status(NO_TASK)
    with pytest.raises(TaskForbidden):
        client(service.url, user="eve").status(asked.submit(talk, talk.with_suffix(".srt")).task_id)
    with pytest.raises(InputRefused) as refused:
        asked.submit(tmp_path / "text.mp4")
    assert refused.value.status == 415
    with pytest.raises(InputRefused, match="media_url: this server fetches no media"):
        asked.submit(media_url="https://media.example.org/talk.mp4", language="en")
    with pytest.raises(IdentityRefused):
        client(service.url, user=None).page()
    assert client(service.url, user=None).limits().max_active_tasks == 2


def test_what_cant_be_sent_is_told_before_anybody_is_asked(client: MakeClient, talk: Path, tmp_path: Path) -> None:
    asked = client("http://127.0.0.1:1")
    with pytest.raises(BadInput, match=r"Can't read .*nowhere.mp4: No such file"):
        asked.submit(tmp_path / "nowhere.mp4")
    with pytest.raises(BadLanguage):
        asked.submit(talk, language="Klingon!")
    for media, url in ((None, None), (talk, "https://media.example.org/talk.mp4")):
        with pytest.raises(BadInput, match="Give the recording once"):
            asked.submit(media, media_url=url)


def test_a_place_is_waited_for_as_long_as_patience_lasts(tight: Service, client: MakeClient, talk: Path) -> None:
    user = fresh()
    first = client(tight.url, user=user).submit(talk, talk.with_suffix(".srt"))
    with pytest.raises(Busy, match="Maximum 1 concurrent") as busy:
        client(tight.url, user=user, patience=0).submit(talk, talk.with_suffix(".srt"))
    assert (busy.value.status, busy.value.retry_after) == (429, 5)
    cancelling = threading.Timer(1.0, client(tight.url, user=user).cancel, [first.task_id])
    cancelling.start()
    second = client(tight.url, user=user, patience=20).submit(talk, talk.with_suffix(".srt"))
    cancelling.join()
    assert second.task_id != first.task_id


def test_retry_after_of_a_real_rate_is_heeded(tight: Service, client: MakeClient) -> None:
    user = fresh()
    hasty = client(tight.url, user=user, patience=0)
    with pytest.raises(Busy) as busy:
        for _ in range(5):
            with pytest.raises(TaskMissing):
                hasty.status(NO_TASK)
    assert 1 <= (busy.value.retry_after or 0) <= 2
    patient = client(tight.url, user=user, patience=20)
    for _ in range(3):
        with pytest.raises(TaskMissing):
            patient.status(NO_TASK)


def test_a_wait_ends_in_time(tight: Service, client: MakeClient, talk: Path) -> None:
    asked = client(tight.url, user=fresh())
    task = asked.submit(talk, talk.with_suffix(".srt"))
    with pytest.raises(TaskTimedOut, match="it goes on"):
        asked.wait(task.task_id, timeout=1.2)


def test_a_server_that_is_killed_and_started_anew_is_waited_through(talk: Path) -> None:
    ended: list[TaskState] = []
    seen: list[TaskState] = []

    def wait(address: str, task_id: str) -> None:
        with Client(address, user="ada") as asked:
            ended.append(asked.wait(task_id, on_progress=seen.append))

    async def wait_on_a_loop(address: str, task_id: str) -> None:
        async with AsyncClient(address, user="ada") as asked:
            ended.append(await asked.wait(task_id, on_progress=seen.append))

    with tempfile.TemporaryDirectory(prefix="cw-") as folder:  # a socket's path must be short
        valkey = Valkey(Path(folder))
        valkey.start()
        before = Service(Path(folder), valkey).start()
        with Client(before.url, user="ada") as asked:
            task_id = asked.submit(talk, talk.with_suffix(".srt")).task_id
        waiting = [
            threading.Thread(target=wait, args=(before.url, task_id)),
            threading.Thread(target=lambda: asyncio.run(wait_on_a_loop(before.url, task_id))),
        ]
        for each in waiting:
            each.start()
        eventually_sync(lambda: len(seen) == 2)
        os.kill(before.pid, signal.SIGKILL)
        before.stop()
        after = Service(Path(folder), valkey).start(workers=1, port=int(before.url.rpartition(":")[2]))
        for each in waiting:
            each.join(60)
        after.stop()
        valkey.kill()
    assert [state.status for state in seen[:2]] == [Status.PENDING] * 2
    assert [state.status for state in ended] == [Status.COMPLETED] * 2


def test_two_hand_ins_under_one_key_make_one_task(service: Service, client: MakeClient, talk: Path) -> None:
    asked = client(service.url, user=fresh())
    twice = [asked.submit(talk, talk.with_suffix(".srt"), idempotency_key="lecture-12") for _ in range(2)]
    assert [each.task_id for each in asked.tasks()] == [twice[0].task_id] == [twice[1].task_id]
