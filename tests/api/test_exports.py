"""A result in other formats, over HTTP."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import uuid
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import webvtt
from api.service import Files, Service, recording
from api.test_flow import over
from api.test_results import fetched, titled
from starlette.datastructures import Headers

from cueweave.api.exports import wanted_format
from cueweave.errors import NotAcceptable
from cueweave.formats import FORMATS

USER = f"exporter-{uuid.uuid4()}"


@pytest.fixture(scope="module")
def client(busy: Service) -> Iterator[httpx.Client]:
    with busy.client(USER) as client:
        yield client


@pytest.fixture(scope="module")
def done(client: httpx.Client, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the result of a completed task, which no test edits."""
    return completed(client, tmp_path_factory.mktemp("exports"))


def completed(client: httpx.Client, folder: Path) -> str:
    files = {**recording(folder), "media_file": ("Über Flüße.wav", recording(folder)["media_file"][1])}
    task_id = client.post("/process/srt_media/", files=files).raise_for_status().json()["task_id"]
    assert over(client, task_id)["status"] == "completed"
    return f"/tasks/{task_id}/result"


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"json", "chapters-youtube"}))
def test_each_format_has_its_type_and_is_offered_under_the_recordings_name(
    client: httpx.Client, done: str, name: str
) -> None:
    answer = client.get(done, params={"format": name})
    assert answer.status_code == 200, answer.text
    form = FORMATS[name]
    assert answer.headers["content-type"].partition(";")[0] == form.media_type
    assert (
        answer.headers["content-disposition"]
        == f"attachment; filename*=utf-8''%C3%9Cber%20Fl%C3%BC%C3%9Fe.{form.ending}"
    )
    assert "Accept" in answer.headers["vary"].split(", ")
    assert answer.content


def test_json_is_the_answer_of_the_contract_whether_asked_for_or_not(client: httpx.Client, done: str) -> None:
    bare, asked = client.get(done), client.get(done, params={"format": "json"})
    assert (bare.content, bare.headers["etag"]) == (asked.content, asked.headers["etag"])
    assert set(bare.json()) == {"task_id", "status", "result"}


def test_the_words_of_an_export_are_those_of_the_result(client: httpx.Client, done: str) -> None:
    rows = csv.DictReader(io.StringIO(client.get(done, params={"format": "csv"}).text, newline=""))
    words = [word["word"] for each in fetched(client, done)[1]["paragraphs"] for word in each["words"]]
    assert [row["word"] for row in rows] == words


def test_each_format_of_an_edition_has_a_tag_of_its_own_and_is_not_sent_twice(client: httpx.Client, done: str) -> None:
    tags = {client.get(done, params={"format": name}).headers["etag"] for name in ("json", "vtt", "srt")}
    assert len(tags) == 3
    for name in ("vtt", "srt"):
        tag = client.get(done, params={"format": name}).headers["etag"]
        again = client.get(done, params={"format": name}, headers={"If-None-Match": tag})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)


def test_an_edit_is_exported_and_the_original_stays_to_be_had(client: httpx.Client, tmp_path: Path) -> None:
    address = completed(client, tmp_path)
    before = client.get(address, params={"format": "txt"})
    tag, document = fetched(client, address)
    client.put(address, json=titled(document, "Edited"), headers={"If-Match": tag}).raise_for_status()
    after = client.get(address, params={"format": "txt"}, headers={"If-None-Match": before.headers["etag"]})
    assert (after.status_code, after.text.partition("\n")[0]) == (200, "Edited")
    original = client.get(address, params={"format": "txt", "version": "original"})
    assert (original.text, original.headers["etag"]) == (before.text, before.headers["etag"])


def test_accept_alone_asks_for_captions(client: httpx.Client, done: str) -> None:
    answer = client.get(done, headers={"Accept": "text/vtt"})
    assert answer.headers["content-type"] == "text/vtt; charset=utf-8"
    assert webvtt.from_buffer(io.StringIO(answer.text)).captions


@pytest.mark.parametrize(
    ("accept", "name"),
    [
        (None, "json"),
        ("", "json"),
        ("*/*", "json"),
        ("application/*", "json"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "json"),
        ("text/vtt", "vtt"),
        ("TEXT/VTT ; q=0.7, application/json; q=0.3", "vtt"),
        ("text/vtt;q=0.3, application/json", "json"),
        ("text/vtt, */*", "vtt"),
        ("text/*, application/json;q=0.9", "vtt"),
        ("text/vtt;q=0, text/csv", "csv"),
        ("text/plain", "txt"),
        ("application/json+chapters", "podcast-chapters"),
        (FORMATS["docx"].media_type, "docx"),
    ],
)
def test_accept_chooses_what_a_client_likes_best(accept: str | None, name: str) -> None:
    found = wanted_format(None, Headers({} if accept is None else {"accept": accept}))
    assert (found.name if found else "json") == name


def test_a_format_that_is_named_goes_before_accept() -> None:
    found = wanted_format("srt", Headers({"accept": "text/vtt"}))
    assert found is FORMATS["srt"]


@pytest.mark.parametrize("accept", ["image/png", "text/html", "*/*;q=0", "application/json;q=0.000"])
def test_what_no_format_has_is_not_acceptable(accept: str) -> None:
    with pytest.raises(NotAcceptable):
        wanted_format(None, Headers({"accept": accept}))


def test_what_cannot_be_had_is_refused_with_the_names_of_what_can(client: httpx.Client, done: str) -> None:
    unknown = client.get(done, params={"format": "doc"})
    assert unknown.status_code == 422
    assert unknown.json()["detail"] == f"format: must be one of {', '.join(FORMATS)}"
    refused = client.get(done, headers={"Accept": "image/png"})
    assert refused.status_code == 406
    assert refused.json()["detail"].endswith(f"name a format by `format`: {', '.join(FORMATS)}.")
    without = client.get(done, params={"format": "chapters-youtube"})
    assert without.status_code == 422
    assert "give more paragraphs a title" in without.json()["detail"]


def test_nobody_else_can_have_an_export(busy: Service, done: str) -> None:
    with busy.client("eve") as eve:
        assert {eve.get(done, params={"format": name}).status_code for name in ("vtt", "html")} == {403}
        assert eve.get(f"/tasks/eve:{uuid.uuid4()}/result", params={"format": "vtt"}).status_code == 404


def test_an_unfinished_task_has_no_export(ada: httpx.Client, files: Files) -> None:
    task_id = ada.post("/process/srt_media/", files=files).raise_for_status().json()["task_id"]
    assert ada.get(f"/tasks/{task_id}/result", params={"format": "vtt"}).status_code == 409


def test_the_recording_of_a_page_is_the_one_that_is_named(client: httpx.Client, done: str) -> None:
    own = client.get(done, params={"format": "html"}).text
    assert 'media="%C3%9Cber%20Fl%C3%BC%C3%9Fe.wav"' in own
    told = client.get(done, params={"format": "html", "media": "https://media.example.org/a.wav"}).text
    assert 'media="https://media.example.org/a.wav"' in told


async def test_others_are_answered_while_a_large_result_is_written(
    busy: Service, client: httpx.Client, tmp_path: Path
) -> None:
    address = completed(client, tmp_path)
    tag, document = fetched(client, address)
    last, end = document["paragraphs"][-1], document["media"]["duration"]
    words = [{"word": "word", "start": end, "end": end, "confidence": 1.0}] * 50
    paragraph = {**last, "start_time": end, "end_time": end, "keywords": [], "visuals": None, "words": words}
    paragraph["paragraph_text"] = " ".join(["word"] * 50)
    first = last["paragraph_id"] + 1
    more = [{**paragraph, "paragraph_id": first + at, "title": f"Part {at}"} for at in range(1000)]
    body = json.dumps({"paragraphs": [*document["paragraphs"], *more]})
    async with httpx.AsyncClient(base_url=busy.url, headers={"X-User-ID": USER}, timeout=60) as other:
        (await other.put(address, content=body, headers={"If-Match": tag})).raise_for_status()
        exporting = asyncio.create_task(other.get(address, params={"format": "docx"}))
        answers = 0
        while not exporting.done():
            await other.get("/healthz")
            answers += 1
        assert (await exporting).status_code == 200
    assert answers > 5
