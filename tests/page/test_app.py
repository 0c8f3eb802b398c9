"""What people do on the page, with a real server and a real worker."""

from __future__ import annotations

import re
import uuid
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import pytest
from api.conftest import serving
from api.service import CLEAN, Service, recording
from api.test_flow import over
from make_sample import Sample
from page.app import choose, focused, sign_in, slow_down, visited
from page.browser import needs_chromium, screenshot
from playwright.sync_api import Browser, Page, expect
from support.eventually import eventually_sync

pytestmark = [needs_chromium, pytest.mark.xdist_group("page-app")]
SLOW = 300_000


@pytest.fixture(scope="module")
def busy() -> Iterator[Service]:
    """With a worker."""
    with serving(workers=1) as service:
        yield service


@pytest.fixture(scope="module")
def idle() -> Iterator[Service]:
    """Without one: tasks wait."""
    with serving() as service:
        yield service


@pytest.fixture
def user() -> str:
    """Whom no other test knows."""
    return f"user-{uuid.uuid4()}"


@pytest.fixture
def pair(tmp_path: Path) -> list[Path]:
    """A short recording and its subtitles."""
    made = recording(tmp_path)
    for name, data in made.values():
        (tmp_path / name).write_bytes(data)
    return [tmp_path / "talk.wav", tmp_path / "talk.srt"]


@pytest.fixture
def at_home(chromium_browser: Browser, busy: Service, user: str) -> Iterator[Page]:
    """Signed in where there is a worker."""
    with visited(chromium_browser, busy.url) as page:
        sign_in(page, user)
        yield page


@pytest.fixture
def waiting(chromium_browser: Browser, idle: Service, user: str) -> Iterator[Page]:
    """Signed in where tasks wait."""
    with visited(chromium_browser, idle.url) as page:
        sign_in(page, user)
        yield page


def test_a_dropped_pair_becomes_a_transcript_that_plays(at_home: Page, sample: Sample) -> None:
    page = at_home
    expect(page.get_by_text("Nothing here yet")).to_be_visible()
    page.evaluate("window.dropped = new DataTransfer()")
    for path in (sample.srt, sample.media):
        page.evaluate(
            """([name, base64]) => {
              const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
              window.dropped.items.add(new File([bytes], name));
            }""",
            [path.name, b64encode(path.read_bytes()).decode()],
        )
    drop = page.locator(".drop")
    for event in ("dragenter", "dragover", "drop"):
        drop.dispatch_event(event, {"dataTransfer": page.evaluate_handle("window.dropped")})
    screenshot(page, "app-chosen")
    page.get_by_role("button", name="Make the transcript").click()
    expect(page.get_by_role("heading", name="Under way")).to_be_visible()
    expect(page).to_have_title(re.compile(r"^\d+ % lecture\.mp4 · Cueweave$"), timeout=60_000)
    link = page.get_by_role("link", name="lecture.mp4")
    expect(link).to_be_visible(timeout=90_000)
    expect(page.get_by_text("lecture.mp4 is ready.")).to_be_attached()
    screenshot(page, "app-ready")
    link.click()
    expect(page).to_have_url(re.compile(r"#/tasks/"))
    expect(page).to_have_title("lecture.mp4 · Cueweave")
    expect(page.get_by_text("Welcome to this short lecture about")).to_be_visible()
    page.wait_for_function(
        """() => document.querySelector('cueweave-app').shadowRoot.querySelector('cueweave-result')?.shadowRoot
          ?.querySelector('cueweave-player')?.mediaElement?.readyState >= 1"""
    )
    screenshot(page, "app-result")
    page.reload()
    expect(page.get_by_text("Welcome to this short lecture about")).to_be_visible()
    page.get_by_role("link", name="All transcripts").click()
    expect(link).to_be_visible()


def test_an_upload_tells_how_far_it_is_and_can_be_cancelled(waiting: Page, idle: Service, sample: Sample) -> None:
    slow_down(waiting, SLOW)
    choose(waiting, sample.media, sample.srt)
    expect(waiting.get_by_text("/s")).to_be_visible()
    expect(waiting.get_by_text("left", exact=False)).to_be_visible()
    expect(waiting).to_have_title(re.compile(r"^[1-9]\d? % lecture\.mp4"))
    screenshot(waiting, "app-upload")
    waiting.get_by_role("button", name="Cancel the upload of lecture.mp4").click()
    expect(waiting.get_by_role("heading", name="Under way")).to_have_count(0)
    assert focused(waiting) == "INPUT"
    eventually_sync(lambda: idle.leftovers()["incoming"] == CLEAN["incoming"], within=10)


def test_an_upload_that_a_reload_cut_off_is_said_so_and_can_be_sent_again(waiting: Page, sample: Sample) -> None:
    slow_down(waiting, SLOW)
    choose(waiting, sample.media, sample.srt)
    expect(waiting).to_have_title(re.compile(r"^[1-9]\d? % lecture\.mp4"))
    waiting.reload()
    slow_down(waiting, -1)
    expect(waiting.get_by_text("The upload was cut off when the page was left.")).to_be_visible()
    screenshot(waiting, "app-cut")
    waiting.get_by_role("button", name="Send again: lecture.mp4").click()
    expect(waiting.get_by_text("Choose lecture.mp4 + lecture.srt again to send it.")).to_be_visible()
    choose(waiting, sample.media, sample.srt)
    expect(waiting.get_by_text("Waiting for its turn")).to_be_visible()
    waiting.reload()
    expect(waiting.get_by_text("Waiting for its turn")).to_be_visible()
    expect(waiting.get_by_text("The upload was cut off")).to_have_count(0)


def test_a_cancel_is_asked_about_first_and_then_sure(waiting: Page, idle: Service, user: str, pair: list[Path]) -> None:
    choose(waiting, *pair)
    cancel = waiting.get_by_role("button", name="Cancel talk.wav")
    cancel.click()
    expect(waiting.get_by_role("button", name="Keep going")).to_be_focused()
    screenshot(waiting, "app-confirm")
    waiting.keyboard.press("Escape")
    expect(cancel).to_be_focused()
    cancel.click()
    waiting.get_by_role("button", name="Cancel the task").click()
    expect(waiting.get_by_text("Cancelled", exact=True)).to_be_visible()
    expect(waiting.get_by_role("heading", name="Under way")).to_have_count(0)
    assert focused(waiting) not in ("BODY", "")
    with idle.client(user) as client:
        listed = client.get("/users/me/tasks").json()
    assert (listed["total_active"], listed["completed_tasks"][0]["status"]) == (0, "cancelled")
    waiting.get_by_role("button", name="Send again: talk.wav").click()
    expect(waiting.get_by_text("Waiting for its turn")).to_be_visible()


def test_what_the_server_refuses_is_said_in_its_words_and_can_be_sent_again(waiting: Page, tmp_path: Path) -> None:
    fake = tmp_path / "talk.mp4"
    fake.write_text("this is no video at all, whatever its name says")
    choose(waiting, fake)
    refusal = waiting.locator("cueweave-upload .wrong")
    expect(refusal).to_be_visible()
    assert re.search(r"not|no ", refusal.inner_text())
    assert "media_file" not in refusal.inner_text()
    waiting.get_by_role("button", name="Send again: talk.mp4").click()
    expect(refusal).to_be_visible()
    waiting.get_by_role("button", name="Dismiss the upload of talk.mp4").click()
    expect(waiting.get_by_role("heading", name="Under way")).to_have_count(0)


def test_the_keyboard_alone_is_enough(chromium_browser: Browser, busy: Service, user: str, pair: list[Path]) -> None:
    with visited(chromium_browser, busy.url) as page:
        page.on("filechooser", lambda _: None)  # the browser is told early: told at the press, it may be late
        page.get_by_label("Your user id").focus()
        page.keyboard.type(user)
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Start with a recording")).to_be_focused()
        page.keyboard.press("Tab")
        assert focused(page) == "INPUT"
        with page.expect_file_chooser() as chooser:
            page.keyboard.press("Enter")
        chooser.value.set_files([str(each) for each in pair])
        expect(page.get_by_text("talk.srt")).to_be_visible()
        tab_to(page, "Make the transcript")
        page.keyboard.press("Enter")
        expect(page.get_by_role("link", name="talk.wav")).to_be_visible(timeout=90_000)
        assert focused(page) == "INPUT"
        tab_to(page, "talk.wav")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="talk.wav")).to_be_focused()


def tab_to(page: Page, name: str) -> None:
    """Press Tab until what has this name has the focus."""
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate(
            """(name) => {
              let element = document.activeElement;
              while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
              return element?.textContent?.trim() === name;
            }""",
            name,
        ):
            return
    raise AssertionError(f"Tab doesn't lead to {name}")


def test_a_link_to_a_task_under_way_opens_the_result_when_it_is_there(at_home: Page, pair: list[Path]) -> None:
    choose(at_home, *pair)
    expect(at_home.get_by_text("talk.wav has arrived.")).to_be_attached(timeout=60_000)
    task_id = at_home.evaluate("JSON.parse(Object.entries(localStorage).find(([k]) => k.includes('names'))[1])[0][0]")
    at_home.goto(f"{at_home.url.partition('#')[0]}#/tasks/{task_id}")
    expect(at_home.locator("cueweave-player")).to_be_visible(timeout=90_000)


def test_what_was_handed_in_elsewhere_is_called_by_its_file(
    chromium_browser: Browser, busy: Service, user: str, pair: list[Path]
) -> None:
    with busy.client(user) as client:
        medium, subtitles = (path.read_bytes() for path in pair)
        files = {"media_file": ("Vorlesung Öl.wav", medium), "srt_file": ("talk.srt", subtitles)}
        task_id = client.post("/process/srt_media/", files=files).raise_for_status().json()["task_id"]
        assert over(client, task_id)["status"] == "completed"
    with visited(chromium_browser, busy.url) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url) if request.method == "HEAD" else None)
        sign_in(page, user)
        expect(page.get_by_role("link", name="Vorlesung Öl.wav")).to_be_visible()
        page.reload()
        expect(page.get_by_role("link", name="Vorlesung Öl.wav")).to_be_visible()
        assert len(asked) == 1
        page.get_by_role("link", name="Vorlesung Öl.wav").click()
        expect(page).to_have_title("Vorlesung Öl.wav · Cueweave")


def test_signing_out_forgets_who_it_was(waiting: Page) -> None:
    waiting.get_by_role("button", name="Sign out").click()
    expect(waiting.get_by_label("Your user id")).to_have_value("")
    waiting.reload()
    expect(waiting.get_by_label("Your user id")).to_be_visible()
