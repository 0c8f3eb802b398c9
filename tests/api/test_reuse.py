"""The same content again, from the outside, where the server offers to name an earlier task."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass

import httpx
import pytest
from api.conftest import TELLING, serving
from api.resuming import VERSION, sent
from api.service import Files, Service
from api.test_flow import over

PATH = "/process/srt_media/"
WANTED = {"reuse_result": "true"}


@dataclass(frozen=True)
class Done:
    """A user with one completed task."""

    client: httpx.Client
    user: str
    task_id: str

    @property
    def tasks(self) -> list[str]:
        """All of the user's."""
        answer = self.client.get("/users/me/tasks").json()
        return [task["task_id"] for task in answer["active_tasks"] + answer["completed_tasks"]]


@pytest.fixture(scope="module")
def offering() -> Iterator[Service]:
    with serving(workers=1, CUEWEAVE_REUSE_RESULTS="asked", **TELLING) as service:
        yield service


@pytest.fixture
def done(offering: Service, files: Files) -> Iterator[Done]:
    user = f"user-{uuid.uuid4()}"
    with offering.client(user) as client:
        task_id = client.post(PATH, files=files).raise_for_status().json()["task_id"]
        assert over(client, task_id)["status"] == "completed"
        yield Done(client, user, task_id)


def test_a_hand_in_that_says_so_gets_the_earlier_task(offering: Service, done: Done, files: Files) -> None:
    answer = done.client.post(PATH, files=files, data=WANTED)
    assert answer.status_code == 202
    assert (answer.json()["task_id"], answer.json()["status"]) == (done.task_id, "completed")
    assert answer.json()["message"].startswith("The same was handed in before")
    assert answer.headers["location"] == f"/tasks/{done.task_id}/status"
    assert done.client.get(f"/tasks/{done.task_id}/result").status_code == 200
    assert done.tasks == [done.task_id]
    assert offering.leftovers()["incoming"] == []


def test_so_does_one_of_a_resumable_upload_which_is_gone_then(done: Done, files: Files) -> None:
    address = sent(done.client, files["media_file"][1])
    form = WANTED | {"media_upload": address}
    answer = done.client.post(PATH, files={"srt_file": files["srt_file"]}, data=form)
    assert answer.json()["task_id"] == done.task_id
    assert done.client.head(address, headers=VERSION).status_code == 404


@pytest.mark.parametrize("form", [{}, {"reuse_result": "false"}, WANTED | {"callback_url": "http://127.0.0.1:1/hook"}])
def test_without_that_word_or_with_somebody_to_be_told_a_task_is_made(
    done: Done, files: Files, form: dict[str, str]
) -> None:
    answer = done.client.post(PATH, files=files, data=form)
    assert answer.status_code == 202, answer.text
    assert answer.json()["status"] == "pending"
    done.client.delete(f"/tasks/{answer.json()['task_id']}")


def test_the_call_that_waits_makes_a_task(done: Done, files: Files) -> None:
    done.client.post(f"{PATH}sync", files=files, data=WANTED).raise_for_status()
    assert len(done.tasks) == 2


def test_a_word_that_is_neither_is_refused(done: Done, files: Files) -> None:
    answer = done.client.post(PATH, files=files, data={"reuse_result": "perhaps"})
    assert answer.status_code == 422
    assert answer.json()["detail"] == "reuse_result: write true or false, or leave the field out."


def test_a_server_that_does_not_offer_it_makes_a_task(ada: httpx.Client, files: Files) -> None:
    ids = {ada.post(PATH, files=files, data=WANTED).raise_for_status().json()["task_id"] for _ in range(2)}
    assert len(ids) == 2
