"""A hand-in that is repeated under the same key makes one task."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from api.conftest import serving
from api.service import CLEAN, Files, Service
from redis import Redis

PATH = "/process/srt_media/"


def sent(client: httpx.Client, files: Files, key: str, **form: str) -> httpx.Response:
    """What a hand-in under this key is answered."""
    return client.post(PATH, files=files, data=form, headers={"Idempotency-Key": key})


def test_the_same_again_gets_the_same_task(idle: Service, ada: httpx.Client, files: Files) -> None:
    first, again = (sent(ada, files, "lecture-12") for _ in range(2))
    assert first.status_code == again.status_code == 202
    assert first.json() == again.json()
    assert first.headers["location"] == again.headers["location"]
    assert idle.leftovers()["tasks"] == [first.json()["task_id"].partition(":")[2]]
    assert ada.get("/users/me/tasks").json()["total_active"] == 1


def test_file_names_make_no_difference(ada: httpx.Client, files: Files) -> None:
    renamed = {field: (f"copy of {name}", data) for field, (name, data) in files.items()}
    assert sent(ada, files, "a").json() == sent(ada, renamed, "a").json()


@pytest.mark.parametrize("change", ["medium", "subtitles", "no subtitles", "language"])
def test_something_else_under_the_same_key_is_refused(
    idle: Service, ada: httpx.Client, files: Files, change: str
) -> None:
    task_id = sent(ada, files, "a").json()["task_id"]
    other, form = dict(files), {}
    name, media = files["media_file"]
    match change:
        case "medium":
            other["media_file"] = (name, media + b"\0\0")
        case "subtitles":
            other["srt_file"] = ("a.srt", files["srt_file"][1] + b"\n")
        case "no subtitles":
            del other["srt_file"]
        case _:
            form = {"language": "en"}
    answer = sent(ada, other, "a", **form)
    assert answer.status_code == 422
    assert "use a new key" in answer.json()["detail"]
    assert idle.leftovers()["tasks"] == [task_id.partition(":")[2]]


def test_another_user_may_have_the_same_key(idle: Service, ada: httpx.Client, files: Files) -> None:
    with idle.client("bob") as bob:
        assert sent(ada, files, "a").json()["task_id"] != sent(bob, files, "a").json()["task_id"]


def test_a_repeat_is_answered_at_the_limit_and_a_new_key_is_not(ada: httpx.Client, files: Files) -> None:
    tasks = [sent(ada, files, f"key-{number}").json()["task_id"] for number in range(5)]
    assert sent(ada, files, "key-2").json()["task_id"] == tasks[2]
    assert sent(ada, files, "key-5").status_code == 429


def test_a_cancelled_task_still_answers_for_its_key(ada: httpx.Client, files: Files) -> None:
    task_id = sent(ada, files, "a").json()["task_id"]
    ada.delete(f"/tasks/{task_id}").raise_for_status()
    answer = sent(ada, files, "a").json()
    assert (answer["task_id"], answer["status"]) == (task_id, "cancelled")


def test_a_key_whose_task_is_gone_is_free_again(idle: Service, ada: httpx.Client, files: Files) -> None:
    gone = sent(ada, files, "a").json()["task_id"]
    idle.wipe()
    assert sent(ada, files, "a").json()["task_id"] != gone


@pytest.mark.parametrize("key", ["", "a b", "ü", "x" * 256])
def test_a_key_that_is_none_is_refused(idle: Service, ada: httpx.Client, files: Files, key: str) -> None:
    answer = ada.post(PATH, files=files, headers=[(b"Idempotency-Key", key.encode())])
    assert answer.status_code == 400
    assert "1 to 255" in answer.json()["detail"]
    assert idle.leftovers() == CLEAN


def test_two_keys_are_refused(ada: httpx.Client, files: Files) -> None:
    assert ada.post(PATH, files=files, headers=[("Idempotency-Key", "a"), ("Idempotency-Key", "b")]).status_code == 400


@pytest.fixture
def unhurried() -> Iterator[Service]:
    """A service that counts no requests."""
    with serving(CUEWEAVE_RATE_LIMITS="off") as service:
        yield service


def test_of_50_duplicates_at_once_one_becomes_a_task(unhurried: Service, files: Files) -> None:
    key = str(uuid.uuid4())
    with unhurried.client("ada") as client, ThreadPoolExecutor(50) as crowd:
        answers = list(crowd.map(lambda _: sent(client, files, key), range(50)))
    assert {answer.status_code for answer in answers} == {202}
    assert len({answer.json()["task_id"] for answer in answers}) == 1
    assert unhurried.leftovers()["tasks"] == [answers[0].json()["task_id"].partition(":")[2]]


def test_what_is_kept_of_a_key_is_forgotten_after_a_day_and_does_not_tell_it(idle: Service, files: Files) -> None:
    with idle.client("bob") as bob:
        assert sent(bob, files, "secret-key").status_code == 202
    with Redis.from_url(idle.store.url, decode_responses=True) as redis:
        (name,) = redis.scan_iter("cueweave:once:*")
        assert 86_000 < redis.ttl(name) <= 86_400
        assert "secret-key" not in name + json.dumps(redis.hgetall(name))
