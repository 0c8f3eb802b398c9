"""Slides beside a recording: taken as a PDF only, kept for the work only, and shown where the video shows them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import pytest
from api.service import CLEAN, Files, Service
from api.test_flow import over
from stages.pages.lectures import SENTENCES, TALK, frame, read
from stages.visuals.films import Shot, film
from support.pdfs import Slide, one_page, slides

PATH = "/process/srt_media/"
SECONDS = 5
ROWS = [["Vessel", "Draught"], ["Barge", "2 m"], ["Tanker", "16 m"]]
PAGES = [*TALK[:2], Slide("Draughts", rows=ROWS)]
SAID = [*SENTENCES[:2], "A barge has a draught of two meters and a tanker one of sixteen."]


@pytest.fixture(scope="module")
def lecture(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """A film in which each page is seen for a while, and what is said meanwhile."""
    folder = tmp_path_factory.mktemp("lecture")
    film(folder / "film.mp4", [Shot(frame(folder, page), SECONDS) for page in read(folder, PAGES)])
    cues = [
        f"{at + 1}\n00:00:{at * SECONDS:02},000 --> 00:00:{at * SECONDS + 4:02},500\n{text}\n"
        for at, text in enumerate(SAID)
    ]
    return {
        "srt_file": ("talk.srt", "\n".join(cues).encode()),
        "slides_file": ("talk.pdf", (folder / "slides.pdf").read_bytes()),
        "media_file": ("talk.mp4", (folder / "film.mp4").read_bytes()),
    }


def visuals(client: httpx.Client, task_id: str) -> list[dict[str, Any]]:
    result = client.get(f"/tasks/{task_id}/result").raise_for_status().json()["result"]
    return [each["visuals"]["content"] for each in result["paragraphs"] if each["visuals"]]


def test_pages_are_the_pictures_of_the_result_and_their_tables_its_tables(
    busy: Service, user: str, lecture: Files
) -> None:
    with busy.client(user) as client:
        task_id = client.post(PATH, files=lecture).raise_for_status().json()["task_id"]
        told = over(client, task_id)
        assert told["status"] == "completed", told
        shown = visuals(client, task_id)
        pictures = [content for content in shown if content["type"] == "image"]
        assert {content["title"] for content in shown} <= {page.title for page in PAGES}
        assert pictures
        assert pictures[0]["alt_text"].startswith("The tide Moon and sun pull the water")
        answer = client.get(pictures[0]["url"])
        assert answer.headers["content-type"] == "image/jpeg"
        assert [content["data"] for content in shown if content["type"] == "table"] in ([], [ROWS[1:]])
    folder = busy.data_dir / "blobs/tasks" / task_id.partition(":")[2]
    assert not (folder / "slides").exists()
    assert {path.name for path in (folder / "assets").iterdir()} <= {"page-001.jpg", "page-002.jpg", "page-003.jpg"}


@pytest.mark.parametrize(
    ("data", "status", "says"),
    [
        (b"PK\x03\x04" + bytes(100), 415, "no PDF"),
        (b"", 422, "empty"),
        (one_page(box="0 0 90000 90000"), 413, "Page 1"),
        (b"%PDF-1.7\nnothing", 422, "damaged"),
    ],
    ids=["a zip", "empty", "a page that is too large", "a damaged one"],
)
def test_what_is_no_pdf_of_slides_is_refused_with_its_fields_name(
    idle: Service, ada: httpx.Client, files: Files, data: bytes, status: int, says: str
) -> None:
    answer = ada.post(PATH, files={**files, "slides_file": ("slides.pdf", data)})
    assert answer.status_code == status
    assert answer.json()["detail"].startswith("slides_file: ")
    assert says in answer.json()["detail"]
    assert idle.leftovers() == CLEAN


def test_a_locked_pdf_is_refused(ada: httpx.Client, files: Files, tmp_path: Path) -> None:
    locked = slides(tmp_path / "slides.pdf", [Slide("One")], password="secret").read_bytes()  # noqa: S106
    answer = ada.post(PATH, files={**files, "slides_file": ("slides.pdf", locked)})
    assert (answer.status_code, "password" in answer.json()["detail"]) == (422, True)


def test_the_same_key_with_other_slides_is_another_upload(ada: httpx.Client, files: Files, tmp_path: Path) -> None:
    deck = slides(tmp_path / "slides.pdf", [Slide("One")]).read_bytes()
    sent = [
        ada.post(PATH, files={**files, **more}, headers={"Idempotency-Key": "lecture-12"})
        for more in ({"slides_file": ("a.pdf", deck)}, {"slides_file": ("b.pdf", deck)}, {})
    ]
    assert [answer.status_code for answer in sent] == [202, 202, 422]
    assert sent[0].json() == sent[1].json()


def test_a_field_left_blank_in_a_browser_means_no_slides(idle: Service, ada: httpx.Client, files: Files) -> None:
    part = b'--x\r\nContent-Disposition: form-data; name="%s"; filename="%s"\r\n\r\n%s\r\n'
    body = (
        part % (b"slides_file", b"", b"") + part % (b"media_file", b"talk.wav", files["media_file"][1]) + b"--x--\r\n"
    )
    answer = ada.post(PATH, content=body, headers={"Content-Type": "multipart/form-data; boundary=x"})
    assert answer.status_code == 202, answer.text
    folder = idle.data_dir / "blobs/tasks" / answer.json()["task_id"].partition(":")[2]
    assert not (folder / "slides").exists()
