"""The language that is told with an upload."""

from __future__ import annotations

import httpx
import pytest
from api.service import CLEAN, Files, Service
from support.eventually import eventually_sync


def create(client: httpx.Client, files: Files, language: str) -> httpx.Response:
    return client.post("/process/srt_media/", files=files, data={"language": language})


@pytest.mark.parametrize("tag", ["", "en", "pt-BR", "zh-Hans", "de-Latn-DE-1996", "sl-rozaj-biske", "es-419", " fr "])
def test_codes_and_tags_are_taken(ada: httpx.Client, files: Files, tag: str) -> None:
    answer = create(ada, files, tag)
    assert answer.status_code == 202, answer.text


@pytest.mark.parametrize(
    "tag", ["e", "english", "en_US", "en-", "-en", "../en", "e\x00n", "deutsch", "日本語", "x" * 36, "en-" * 100_000]
)
@pytest.mark.parametrize("path", ["/process/srt_media/", "/process/srt_media/sync"])
def test_anything_else_is_refused_and_nothing_stays(
    idle: Service, ada: httpx.Client, files: Files, tag: str, path: str
) -> None:
    answer = ada.post(path, files=files, data={"language": tag})
    if len(tag) > 1000:
        assert answer.status_code == 400
        assert "besides the files; send only media_file, srt_file, " in answer.json()["detail"]
    else:
        assert answer.status_code == 422
        assert answer.json()["detail"].startswith("language: Write the language as a code like en")
    assert idle.leftovers() == CLEAN


@pytest.mark.parametrize("path", ["/process/srt_media/", "/process/srt_media/sync"])
def test_without_subtitles_a_language_that_nobody_hears_is_refused(
    idle: Service, ada: httpx.Client, files: Files, path: str
) -> None:
    answer = ada.post(path, files={"media_file": files["media_file"]}, data={"language": "pt-BR"})
    assert answer.status_code == 422
    assert answer.json()["detail"].startswith("language: Without subtitles PocketSphinx would have to hear this")
    assert idle.leftovers() == CLEAN


def test_without_subtitles_english_is_taken(ada: httpx.Client, files: Files) -> None:
    for language in ("", "en-GB"):
        answer = ada.post("/process/srt_media/", files={"media_file": files["media_file"]}, data={"language": language})
        assert answer.status_code == 202, answer.text


def test_it_may_come_once_only(ada: httpx.Client, files: Files) -> None:
    answer = ada.post("/process/srt_media/", files=files, data={"language": ["en", "de"]})
    assert (answer.status_code, answer.json()["detail"]) == (
        400,
        "The form has the field language more than once; send it once.",
    )


def test_the_told_language_is_the_results(worked: httpx.Client, files: Files) -> None:
    task_id = create(worked, files, "pt-BR").json()["task_id"]
    status = eventually_sync(lambda: ended(worked, task_id), within=120)
    assert status == "completed"
    result = worked.get(f"/tasks/{task_id}/result").json()["result"]
    assert result["media"]["language"] == "pt"


def ended(client: httpx.Client, task_id: str) -> str | None:
    status: str = client.get(f"/tasks/{task_id}/status").json()["status"]
    return status if status not in ("pending", "processing") else None
