"""Fetching a result, and handing it in again with edits."""

from __future__ import annotations

import asyncio
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from api.service import Files, Service
from api.test_flow import over
from api.test_memory import Peak
from make_sample import Sample

from cueweave.api.result_schema import Result
from cueweave.api.results import MOST_BYTES

MIB = 1024**2


@pytest.fixture
def done(worked: httpx.Client, files: Files) -> str:
    """The address of the result of a completed task."""
    task_id = worked.post("/process/srt_media/", files=files).raise_for_status().json()["task_id"]
    assert over(worked, task_id)["status"] == "completed"
    return f"/tasks/{task_id}/result"


def fetched(client: httpx.Client, address: str) -> tuple[str, dict[str, Any]]:
    answer = client.get(address).raise_for_status()
    return answer.headers["etag"], answer.json()["result"]


def titled(document: dict[str, Any], title: str) -> dict[str, Any]:
    first, *others = document["paragraphs"]
    return {**document, "paragraphs": [{**first, "title": title}, *others]}


def editions(service: Service, address: str) -> set[str]:
    folder = service.data_dir / "blobs/tasks" / address.split("/")[2].partition(":")[2]
    return {path.name for path in folder.glob("result*")}


def test_a_result_that_has_not_changed_is_not_sent_again(worked: httpx.Client, done: str) -> None:
    tag, _ = fetched(worked, done)
    again = worked.get(done, headers={"If-None-Match": tag})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)


def test_it_is_packed_for_who_can_unpack_it_and_either_way_the_same_edition(worked: httpx.Client, done: str) -> None:
    plain = worked.get(done, headers={"Accept-Encoding": "identity"})
    with worked.stream("GET", done, headers={"Accept-Encoding": "gzip"}) as answer:
        packed = b"".join(answer.iter_raw())
    assert ("content-encoding" in plain.headers, answer.headers["content-encoding"]) == (False, "gzip")
    assert gzip.decompress(packed) == plain.content
    assert int(answer.headers["content-length"]) == len(packed) < len(plain.content)
    assert "Accept-Encoding" in plain.headers["vary"].split(", ")
    assert answer.headers["etag"] == plain.headers["etag"]


@pytest.mark.parametrize(("name", "is_text"), [("vtt", True), ("csv", True), ("html", True), ("docx", False)])
def test_texts_are_packed_and_packages_are_left_alone(
    worked: httpx.Client, done: str, name: str, *, is_text: bool
) -> None:
    answer = worked.get(done, params={"format": name}).raise_for_status()
    assert answer.headers.get("content-encoding") == ("gzip" if is_text else None)


def test_an_edit_takes_the_place_of_the_result_and_the_first_one_stays(worked: httpx.Client, done: str) -> None:
    tag, original = fetched(worked, done)
    for number in (2, 3):
        document = titled(original, f"Edit {number}")
        answer = worked.put(done, json=document, headers={"If-Match": tag})
        assert answer.status_code == 200, answer.text
        assert answer.json() == {"task_id": done.split("/")[2], "version": number}
        assert answer.headers["etag"] != tag
        tag = answer.headers["etag"]
        assert fetched(worked, done) == (tag, document)
        assert worked.get(done, headers={"If-None-Match": tag}).status_code == 304
    assert fetched(worked, f"{done}?version=original") == ('"1"', original)
    Result.model_validate(document)


def test_an_edit_of_an_older_result_is_refused_and_changes_nothing(
    busy: Service, worked: httpx.Client, done: str
) -> None:
    tag, original = fetched(worked, done)
    worked.put(done, json=titled(original, "mine"), headers={"If-Match": tag}).raise_for_status()
    before, files = fetched(worked, done), editions(busy, done)
    answer = worked.put(done, json=titled(original, "theirs"), headers={"If-Match": tag})
    assert answer.status_code == 412
    assert "fetch it again" in answer.json()["detail"]
    assert (fetched(worked, done), editions(busy, done)) == (before, files)


async def test_of_simultaneous_edits_exactly_one_gets_in(busy: Service, worked: httpx.Client, done: str) -> None:
    tag, original = fetched(worked, done)
    headers = {**worked.headers, "If-Match": tag}
    async with httpx.AsyncClient(base_url=busy.url, headers=headers, timeout=60) as client:
        answers = await asyncio.gather(
            *(client.put(done, json=titled(original, f"by {number}")) for number in range(20))
        )
    assert Counter(answer.status_code for answer in answers) == {200: 1, 412: 19}
    winner = next(number for number, answer in enumerate(answers) if answer.status_code == 200)
    tag, document = fetched(worked, done)
    assert document["paragraphs"][0]["title"] == f"by {winner}"
    assert editions(busy, done) == {"result.json", f"result-{tag.strip(chr(34))}.json"}


def test_an_edit_must_say_what_it_edits(worked: httpx.Client, done: str) -> None:
    answer = worked.put(done, json=fetched(worked, done)[1])
    assert answer.status_code == 428
    assert "If-Match" in answer.json()["detail"]


def test_an_edit_that_is_no_result_is_refused_with_the_place_and_leaves_nothing(
    busy: Service, worked: httpx.Client, done: str
) -> None:
    tag, document = fetched(worked, done)
    document["paragraphs"][0]["words"][0]["end"] = 1e6
    answer = worked.put(done, json=document, headers={"If-Match": tag})
    assert answer.status_code == 422
    assert answer.json()["detail"].startswith("paragraphs.0.words.0: ")
    assert editions(busy, done) == {"result.json"}
    assert not busy.leftovers()["incoming"]


def test_an_unfinished_task_has_nothing_to_edit(ada: httpx.Client, files: Files) -> None:
    task_id = ada.post("/process/srt_media/", files=files).raise_for_status().json()["task_id"]
    answer = ada.put(f"/tasks/{task_id}/result", json={}, headers={"If-Match": "*"})
    assert (answer.status_code, answer.json()) == (409, {"detail": "Task is not completed. Current status: pending"})


def test_nobody_else_can_edit_a_result(busy: Service, done: str) -> None:
    with busy.client("eve") as eve:
        answers = [eve.put(done, json={}, headers={"If-Match": "*"}), eve.get(done)]
    assert [answer.status_code for answer in answers] == [403, 403]


@pytest.mark.parametrize("length", [{"Content-Length": str(MOST_BYTES + MIB)}, {}], ids=["told", "not told"])
def test_a_body_above_the_limit_is_refused_and_leaves_nothing(
    busy: Service, worked: httpx.Client, done: str, length: dict[str, str]
) -> None:
    def body() -> Iterator[bytes]:
        for _ in range(MOST_BYTES // MIB + 1):
            yield bytes(MIB)

    answer = worked.put(done, content=body(), headers={"If-Match": "*", **length})
    assert answer.status_code == 413
    assert "limit" in answer.json()["detail"]
    assert not busy.leftovers()["incoming"]


async def test_many_of_the_largest_bodies_stay_out_of_memory(busy: Service, worked: httpx.Client, done: str) -> None:
    tag, document = fetched(worked, done)
    last = document["paragraphs"][-1]
    end = document["media"]["duration"]
    more = [{"word": "word", "start": end, "end": end, "confidence": 1.0}] * 100
    number = (MOST_BYTES - 2 * MIB) // len(json.dumps(more))
    added = [
        {**last, "paragraph_id": last["paragraph_id"] + 1 + at, "start_time": end, "end_time": end, "keywords": []}
        | {"paragraph_text": " ".join(["word"] * 100), "words": more, "visuals": None, "title": None}
        for at in range(number)
    ]
    body = json.dumps({"paragraphs": [*document["paragraphs"], *added]}).encode()
    assert MOST_BYTES * 0.8 < len(body) <= MOST_BYTES
    headers = {**worked.headers, "If-Match": tag}
    async with httpx.AsyncClient(base_url=busy.url, headers=headers, timeout=120) as client:
        with Peak(busy.pid) as peak:
            answers = await asyncio.gather(*(client.put(done, content=body) for _ in range(8)))
    assert Counter(answer.status_code for answer in answers) == {200: 1, 412: 7}
    assert peak.most - peak.before < 500e6, (peak.most - peak.before) / 1e6


@pytest.mark.parametrize("part", ["{},", "[],", '{"word": "x", "start": 0, "end": 0, "confidence": "?"},'])
def test_a_body_full_of_faults_stays_out_of_memory(busy: Service, worked: httpx.Client, done: str, part: str) -> None:
    tag, document = fetched(worked, done)
    empty = json.dumps({"paragraphs": [{**document["paragraphs"][0], "words": []}]})
    parts = part * ((MOST_BYTES - len(empty)) // len(part))
    body = empty.replace('"words": []', f'"words": [{parts[:-1]}]')
    with Peak(busy.pid) as peak:
        answer = worked.put(done, content=body, headers={"If-Match": tag})
    assert answer.status_code == 422
    assert answer.json()["detail"].startswith("paragraphs.0.words.0")
    assert peak.most - peak.before < 600e6, (peak.most - peak.before) / 1e6


def test_the_result_of_a_real_lecture_can_be_handed_in_as_it_is(worked: httpx.Client, sample: Sample) -> None:
    files = {"srt_file": sample.srt.read_bytes(), "media_file": sample.media.read_bytes()}
    task_id = worked.post("/process/srt_media/", files=files).raise_for_status().json()["task_id"]
    assert over(worked, task_id)["status"] == "completed"
    tag, document = fetched(worked, f"/tasks/{task_id}/result")
    assert any(each["visuals"] for each in document["paragraphs"])
    answer = worked.put(f"/tasks/{task_id}/result", json=document, headers={"If-Match": tag})
    assert answer.status_code == 200, answer.text
    assert fetched(worked, f"/tasks/{task_id}/result")[1] == document
