"""A task made of a resumable upload."""

from __future__ import annotations

import threading
from base64 import b64encode
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from api.resuming import VERSION, add, begun, handed_in, offset, sent
from api.service import CLEAN, Files, Service
from redis import Redis

NAMED = {"Upload-Metadata": f"filename {b64encode(b'../talks/Lecture 12.wav').decode()}"}


@pytest.mark.parametrize("named_by", ["id", "address", "whole address"])
def test_the_upload_becomes_the_tasks_medium_without_a_copy(
    idle: Service, ada: httpx.Client, files: Files, named_by: str
) -> None:
    address = sent(ada, files["media_file"][1], **NAMED)
    (kept,) = (idle.data_dir / "blobs/resumable").glob("*/*/media")
    inode = kept.stat().st_ino
    names = {"id": address.rpartition("/")[2], "address": address, "whole address": idle.url + address}
    answer = handed_in(ada, files, names[named_by])
    assert answer.status_code == 202, answer.text
    task = answer.json()["task_id"].partition(":")[2]
    assert (idle.data_dir / "blobs/tasks" / task / "media").stat().st_ino == inode
    assert idle.leftovers()["resumable"] == []
    assert ada.head(address, headers=VERSION).status_code == 404
    with Redis.from_url(idle.store.url, decode_responses=True) as redis:
        assert '"media_name": "Lecture 12.wav"' in str(redis.hget(f"task:ada:{task}", "data"))


def test_the_task_runs_to_its_result(worked: httpx.Client, files: Files) -> None:
    data = files["media_file"][1]
    task_id = handed_in(worked, files, sent(worked, data)).json()["task_id"]
    status = {"status": ""}
    while status["status"] != "completed":
        status = worked.get(f"/tasks/{task_id}/status?wait=30").json()
        assert status["status"] in ("pending", "processing", "completed"), status
    assert worked.get(f"/tasks/{task_id}/media").content == data


def test_an_upload_that_is_not_whole_makes_no_task(idle: Service, ada: httpx.Client, files: Files) -> None:
    address = begun(ada, 10)
    add(ada, address, b"abc", 0)
    answer = handed_in(ada, files, address)
    assert (answer.status_code, answer.json()["detail"]) == (
        409,
        "media_upload: 3 of 10 bytes have arrived; send the rest first.",
    )
    assert offset(ada, address) == 3
    assert idle.leftovers()["incoming"] == idle.leftovers()["tasks"] == []


def test_an_upload_that_is_not_there_makes_no_task(idle: Service, ada: httpx.Client, files: Files) -> None:
    for name in ("9b2f6c1e-5d4a-4b6f-8a7e-0c1d2e3f4a5b", "x", "/uploads/..", "/uploads/%2e%2e"):
        answer = handed_in(ada, files, name)
        assert (answer.status_code, answer.json()["detail"][:13]) == (404, "media_upload:")
    assert idle.leftovers() == CLEAN


def test_a_recording_comes_in_one_way(idle: Service, ada: httpx.Client, files: Files) -> None:
    answer = ada.post("/process/srt_media/", files=files, data={"media_upload": "x"})
    sentence = "media_file: the form has media_upload, too; send the recording in one of them."
    assert (answer.status_code, answer.json()) == (422, {"detail": sentence})
    assert idle.leftovers() == CLEAN


def test_an_upload_outlives_a_hand_in_that_is_refused(idle: Service, ada: httpx.Client, files: Files) -> None:
    address = sent(ada, files["media_file"][1])
    wrong = {**files, "srt_file": ("talk.srt", b"\0\1")}
    assert handed_in(ada, wrong, address).status_code == 415
    assert idle.leftovers()["incoming"] == []
    assert handed_in(ada, files, address).status_code == 202


def test_an_upload_that_is_no_medium_is_refused_and_can_be_deleted(
    idle: Service, ada: httpx.Client, files: Files
) -> None:
    address = sent(ada, b"no medium at all" * 100)
    assert handed_in(ada, files, address).status_code == 415
    assert ada.delete(address, headers=VERSION).status_code == 204
    assert idle.leftovers() == CLEAN


def test_the_same_again_under_its_key_gets_the_same_task(ada: httpx.Client, files: Files) -> None:
    address = sent(ada, files["media_file"][1])
    first, again = (handed_in(ada, files, address, Idempotency_Key="lecture-12") for _ in range(2))
    assert (first.status_code, again.status_code) == (202, 202)
    assert first.json() == again.json()
    other = sent(ada, files["media_file"][1])
    assert handed_in(ada, files, other, Idempotency_Key="lecture-12").status_code == 422
    assert offset(ada, other) == len(files["media_file"][1])


def test_an_upload_makes_one_task(idle: Service, ada: httpx.Client, files: Files) -> None:
    address = sent(ada, files["media_file"][1])
    together = threading.Barrier(3)

    def hand_in() -> httpx.Response:
        together.wait(30)
        return handed_in(ada, files, address)

    with ThreadPoolExecutor(3) as crowd:
        answers = [each.result() for each in [crowd.submit(hand_in) for _ in range(3)]]
    statuses = sorted(answer.status_code for answer in answers)
    assert statuses[0] == 202
    assert set(statuses[1:]) <= {404, 423}
    assert len(idle.leftovers()["tasks"]) == 1  # type: ignore[arg-type]


def test_of_20_duplicates_at_once_one_becomes_a_task(hammered: Service, files: Files) -> None:
    with hammered.client("ada") as client, ThreadPoolExecutor(20) as crowd:
        address = sent(client, files["media_file"][1])
        answers = list(crowd.map(lambda _: handed_in(client, files, address, Idempotency_Key="a"), range(20)))
    assert {answer.status_code for answer in answers} == {202}
    assert len({answer.json()["task_id"] for answer in answers}) == 1
    assert len(hammered.leftovers()["tasks"]) == 1  # type: ignore[arg-type]
