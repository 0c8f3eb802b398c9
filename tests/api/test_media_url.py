"""Handing in the address of a recording, from the outside."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest
from api.service import CLEAN, Files, Service
from api.test_flow import over
from support.media_host import MediaHost


@pytest.fixture
def host(files: Files) -> Iterator[MediaHost]:
    with MediaHost(files["media_file"][1]) as opened:
        yield opened


def test_a_recording_is_fetched_and_transcribed(
    busy: Service, worked: httpx.Client, files: Files, host: MediaHost
) -> None:
    form = {"srt_file": files["srt_file"]}
    answer = worked.post("/process/srt_media/", files=form, data={"media_url": host.url})
    assert answer.status_code == 202, answer.text
    task_id = answer.json()["task_id"]
    assert over(worked, task_id)["status"] == "completed"
    fetched = worked.get(f"/tasks/{task_id}/media?download=1")
    assert fetched.content == host.data
    assert "glaciers.wav" in fetched.headers["content-disposition"]
    assert "hush" not in busy.log.read_text()


@pytest.mark.parametrize("address", ["https://media.example.org/a.mp4", "http://127.0.0.2/a.mp4", "file:///etc/passwd"])
def test_an_address_that_is_not_listed_is_refused(worked: httpx.Client, files: Files, address: str) -> None:
    form = {"srt_file": files["srt_file"]}
    answer = worked.post("/process/srt_media/", files=form, data={"media_url": address})
    assert answer.status_code == 422
    assert answer.json()["detail"].startswith("media_url: ")


def test_a_recording_and_an_address_are_one_too_many(worked: httpx.Client, files: Files, host: MediaHost) -> None:
    answer = worked.post("/process/srt_media/", files=files, data={"media_url": host.url})
    assert answer.status_code == 422
    assert answer.json()["detail"] == "media_file: the form has media_url, too; send the recording in one of them."
    assert host.asked == 0


def test_a_server_that_lists_no_host_fetches_nothing(idle: Service, files: Files) -> None:
    with idle.client() as client:
        form = {"srt_file": files["srt_file"]}
        answer = client.post("/process/srt_media/", files=form, data={"media_url": "https://example.org/a.mp4"})
        assert answer.status_code == 422
        assert answer.json()["detail"].startswith("media_url: this server fetches no media")
    assert idle.leftovers() == CLEAN
