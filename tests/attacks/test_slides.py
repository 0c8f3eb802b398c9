"""PDFs of strangers: refused in a sentence or read in bounds; nothing is started, reached, kept or left running."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import psutil
import pytest
from api.conftest import serving
from api.service import Service
from api.test_flow import over
from attacks import hostile_pdfs
from attacks.conftest import leaders
from support.eventually import eventually_sync
from support.keys import stray_keys
from support.media import noise, subtitles

from cueweave.errors import BrokenSlides
from cueweave.stages.pages import read_pages

MIB = 1024**2
pytestmark = pytest.mark.xdist_group("attacks-slides")


@pytest.fixture(scope="module")
def service() -> Iterator[Service]:
    with serving(workers=1, CUEWEAVE_MAX_SLIDES_BYTES=str(2 * MIB)) as running:
        yield running


@pytest.fixture
def attacked(service: Service) -> Iterator[Service]:
    """After the attack nothing of it is left, and others are served."""
    eventually_sync(lambda: leaders(service) > 0)  # one process waits for the next upload
    before = leaders(service)
    yield service
    eventually_sync(lambda: service.leftovers()["incoming"] == [] and leaders(service) <= before, within=30)
    assert stray_keys(service.store.url) == []
    assert service.get("/readyz").status_code == 200


def sent(service: Service, pdf: bytes, folder: Path) -> httpx.Response:
    """The answer to these slides, with a good recording and subtitles."""
    files = {
        "srt_file": ("talk.srt", subtitles(6)),
        "slides_file": ("slides.pdf", pdf),
        "media_file": ("talk.wav", noise(folder / "talk.wav", 2).read_bytes()),
    }
    with service.client() as client:
        return client.post("/process/srt_media/", files=files)


@pytest.mark.parametrize("attack", hostile_pdfs.REFUSED)
def test_what_is_no_pdf_of_slides_is_refused_in_a_sentence(attacked: Service, tmp_path: Path, attack: str) -> None:
    pdf, status = hostile_pdfs.REFUSED[attack]
    before = attacked.leftovers()["tasks"]  # of good hand-ins
    answer = sent(attacked, pdf, tmp_path)
    detail = answer.json()["detail"]
    assert (answer.status_code, detail.startswith("slides_file: "), detail.endswith(".")) == (status, True, True), (
        detail
    )
    assert not any(mark in detail for mark in ("/", "Error", "pdfium"))
    assert attacked.leftovers()["tasks"] == before


def test_more_bytes_than_the_limit_are_refused(attacked: Service, tmp_path: Path) -> None:
    answer = sent(attacked, b"%PDF-1.7\n" + bytes(3 * MIB), tmp_path)
    assert answer.status_code == 413
    assert answer.json()["detail"] == "slides_file: the file is larger than the limit of 2 MiB."


@pytest.mark.parametrize("attack", hostile_pdfs.HARMLESS)
def test_what_claims_too_much_is_read_as_what_it_holds(tmp_path: Path, attack: str) -> None:
    (tmp_path / "slides.pdf").write_bytes(hostile_pdfs.HARMLESS[attack])
    pages = read_pages(tmp_path / "slides.pdf", tmp_path / "pages", lambda _: None)
    assert [page.text for page in pages] == [""] * len(pages)
    assert len(pages) <= 2


@pytest.mark.parametrize("attack", hostile_pdfs.HEAVY)
def test_a_page_that_unfolds_ends_with_its_process_and_nothing_runs_on(tmp_path: Path, attack: str) -> None:
    (tmp_path / "slides.pdf").write_bytes(hostile_pdfs.HEAVY[attack])
    before = psutil.Process().children()
    with pytest.raises(BrokenSlides, match="Page 1 of the slides can't be drawn"):
        read_pages(tmp_path / "slides.pdf", tmp_path / "pages", lambda _: None, page_seconds=1)
    assert set(psutil.Process().children()) <= set(before)


def test_actions_and_scripts_of_a_pdf_do_nothing(attacked: Service, tmp_path: Path) -> None:
    answer = sent(attacked, hostile_pdfs.acting(tmp_path / "touched"), tmp_path)
    with attacked.client() as client:
        told = over(client, answer.raise_for_status().json()["task_id"])
    assert told["status"] == "completed", told
    assert not (tmp_path / "touched").exists()


def test_a_task_is_cancelled_while_a_page_is_drawn(attacked: Service, tmp_path: Path) -> None:
    worker = psutil.Process(attacked.pids[1])
    idle = len(worker.children(recursive=True))
    task_id = sent(attacked, hostile_pdfs.HEAVY["forms in forms"], tmp_path).raise_for_status().json()["task_id"]
    with attacked.client() as client:
        eventually_sync(lambda: client.get(f"/tasks/{task_id}/status").json()["status"] == "processing", within=30)
        assert client.delete(f"/tasks/{task_id}").status_code == 200
    eventually_sync(lambda: task_id.partition(":")[2] not in str(attacked.leftovers()["tasks"]), within=10)
    eventually_sync(lambda: len(worker.children(recursive=True)) <= idle, within=20)
