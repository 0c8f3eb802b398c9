"""Every state of the page: nothing for axe to find, nothing wider than the screen, a picture of it for people."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from api.conftest import serving
from api.service import Service
from make_sample import Sample
from page.app import answer, choose, sign_in, slow_down, task, tell, visited
from page.browser import DESKTOP, SMALLEST, Scheme, Size, needs_chromium, screenshot, violations, widest
from playwright.sync_api import Browser, Page, expect
from support.eventually import eventually_sync

pytestmark = [needs_chromium, pytest.mark.xdist_group("page-states")]
LOOKS = pytest.mark.parametrize(
    ("size", "scheme"),
    [(DESKTOP, "light"), (SMALLEST, "dark"), (SMALLEST, "light")],
    ids=["desktop-light", "smallest-dark", "smallest-light"],
)
LONG = "Eine-Vorlesung-mit-einem-wirklich-sehr-langen-Namen-ohne-jede-Lücke-darin-2025-01-17.mp4"
ACTIVE = [
    task(1, "processing", progress=42, stage="aligning"),
    task(2, "processing", progress=7, stage="processing_llm"),
    task(3, "pending"),
]
FINISHED = [
    task(4, "completed"),
    task(5, "failed", error_message="There is no sound in this medium: its audio track is silent from start to end."),
    task(6, "cancelled"),
    task(7, "failed"),
]


@pytest.fixture(scope="module")
def idle() -> Iterator[Service]:
    """A service in which tasks wait."""
    with serving() as service:
        yield service


@pytest.fixture
def look(chromium_browser: Browser, idle: Service, size: Size, scheme: Scheme) -> Iterator[Page]:
    """The page before anybody has signed in."""
    with visited(chromium_browser, idle.url, size=size, scheme=scheme) as page:
        yield page


@pytest.fixture
def check(look: Page, size: Size, scheme: Scheme) -> Callable[[str], None]:
    """Hold a state against what all states must be."""

    def check(state: str) -> None:
        screenshot(look, f"app-{state}-{size[0]}-{scheme}")
        assert violations(look) == [], state
        assert widest(look) <= 0, state

    return check


@LOOKS
def test_signing_in(look: Page, check: Callable[[str], None]) -> None:
    check("sign-in")
    look.get_by_label("Your user id").fill("no spaces allowed")
    look.keyboard.press("Enter")
    expect(look.get_by_text("Use 1 to 128 letters")).to_be_visible()
    expect(look.get_by_label("Your user id")).to_be_focused()
    check("sign-in-wrong")


@LOOKS
def test_signing_in_by_token(look: Page, check: Callable[[str], None]) -> None:
    limits = {
        "auth": "jwt",
        "max_media_bytes": 1,
        "max_subtitle_bytes": 1,
        "max_slides_bytes": 1,
        "max_media_seconds": 1,
        "max_active_tasks": 5,
    }
    answer(look, "**/limits", limits)
    look.reload()
    expect(look.get_by_label("Your access token")).to_be_visible()
    check("token")
    answer(look, "**/users/me/tasks*", {"detail": "The token has expired."}, status=401)
    look.get_by_label("Your access token").fill("a.b.c")
    look.keyboard.press("Enter")
    expect(look.get_by_text("The token has expired.")).to_be_visible()


@LOOKS
def test_tasks(look: Page, check: Callable[[str], None]) -> None:
    sign_in(look, "ada")
    check("empty")
    names = [(each["task_id"], {"media": LONG, "subtitles": None}) for each in (ACTIVE[0], FINISHED[0], FINISHED[1])]
    look.evaluate("(names) => localStorage.setItem('cueweave.names:ada', JSON.stringify(names))", names)
    tell(look, active=ACTIVE, finished=FINISHED, next_cursor="next")
    look.reload()
    expect(look.get_by_text("Timing every word")).to_be_visible()
    expect(look.get_by_role("button", name="Show older ones")).to_be_visible()
    expect(look.get_by_text("There is no sound in this medium")).to_be_visible()
    check("tasks")
    look.get_by_role("button", name=f"Cancel {LONG}").click()
    expect(look.get_by_role("button", name="Keep going")).to_be_visible()
    check("confirm")


@LOOKS
def test_loading(look: Page, check: Callable[[str], None]) -> None:
    sign_in(look, "ada")
    look.route("**/users/me/tasks?limit=20", lambda _: None)  # no answer comes
    look.reload()
    expect(look.locator("[aria-busy=true]")).to_be_visible()
    check("loading")


@LOOKS
def test_files_that_are_chosen(look: Page, check: Callable[[str], None], tmp_path: Path) -> None:
    answer(
        look,
        "**/limits",
        {
            "auth": "header",
            "max_media_bytes": 9,
            "max_subtitle_bytes": 9,
            "max_slides_bytes": 9,
            "max_media_seconds": 60,
            "max_active_tasks": 3,
        },
    )
    tell(look, active=ACTIVE, finished=[])
    look.reload()
    sign_in(look, "ada")
    for name in (LONG, "talk.srt", "deck.pdf", "notes.odt"):
        (tmp_path / name).write_bytes(b"0123456789")
    look.locator("input[type=file]").set_input_files([str(each) for each in sorted(tmp_path.iterdir())])
    expect(look.get_by_text("notes.odt is neither a recording nor subtitles")).to_be_visible()
    expect(look.get_by_text("takes recordings of up to 9 bytes")).to_be_visible()
    expect(look.get_by_text("takes slides of up to 9 bytes")).to_be_visible()
    expect(look.get_by_text("You have 3 of 3 tasks under way.")).to_be_visible()
    expect(look.get_by_role("button", name="Make the transcript")).to_be_disabled()
    check("chosen")
    look.get_by_role("button", name=f"Remove {LONG}").click()
    expect(look.get_by_text("Add the recording, too.")).to_be_visible()
    expect(look.locator("input[type=file]")).to_be_focused()


def test_a_recording_that_is_too_long_is_told_before_it_is_sent(
    chromium_browser: Browser, idle: Service, sample: Sample, tmp_path: Path
) -> None:
    limits = {
        "max_media_bytes": 10**9,
        "max_subtitle_bytes": 10**9,
        "max_slides_bytes": 1,
        "max_media_seconds": 60,
        "max_active_tasks": 3,
    }
    unknown = tmp_path / "unknown.mp4"
    unknown.write_bytes(b"what no browser plays")
    with visited(chromium_browser, idle.url) as page:
        answer(page, "**/limits", {"auth": "header", **limits})
        page.reload()
        sign_in(page, "ada")
        files, send = page.locator("input[type=file]"), page.get_by_role("button", name="Make the transcript")
        files.set_input_files(sample.media)
        expect(
            page.get_by_text("lecture.mp4 lasts 2 min; this server takes recordings of up to 1 min.")
        ).to_be_visible()
        expect(send).to_be_disabled()
        files.set_input_files(unknown)
        expect(send).to_be_enabled()
        expect(page.get_by_text("this server takes recordings of up to 1 min")).to_have_count(0)


@LOOKS
def test_uploads(look: Page, check: Callable[[str], None], sample: Sample, tmp_path: Path) -> None:
    sign_in(look, "ada")
    tell(look, active=[], finished=[])
    answer(
        look,
        "**/process/srt_media/",
        {"detail": "Maximum 5 concurrent tasks per user exceeded"},
        status=429,
        headers={"Retry-After": "5"},
    )
    (tmp_path / LONG).write_bytes(b"0123456789")
    choose(look, tmp_path / LONG)
    expect(look.get_by_text("Maximum 5 concurrent tasks per user exceeded. Try again in 5 s.")).to_be_visible()
    look.unroute("**/process/srt_media/")
    slow_down(look, 150_000)
    choose(look, sample.media, sample.srt)
    expect(look.get_by_text("/s")).to_be_visible()
    check("uploads")


@LOOKS
def test_an_upload_that_waits(look: Page, check: Callable[[str], None], tmp_path: Path) -> None:
    sign_in(look, "ada")
    tell(look, active=[], finished=[])
    look.route("**/uploads/", lambda route: route.fulfill(status=201, headers={"Location": "/uploads/9b2f"}))
    look.route("**/uploads/9b2f", lambda route: route.abort())
    (tmp_path / LONG).write_bytes(bytes(8 * 1024**2))
    choose(look, tmp_path / LONG)
    expect(look.get_by_text("The connection broke off.")).to_be_visible()
    check("upload-waits")
    answer(look, "**/uploads/9b2f", {"detail": "The storage is full."}, status=503, headers={"Retry-After": "1"})
    expect(look.get_by_text("The storage is full. The upload goes on from here by itself.")).to_be_visible()


@LOOKS
def test_no_connection(look: Page, check: Callable[[str], None]) -> None:
    sign_in(look, "ada")
    look.context.set_offline(True)
    expect(look.get_by_text("You are offline.")).to_be_visible()
    check("offline")
    look.route("**/users/me/tasks*", lambda route: route.abort())
    look.context.set_offline(False)
    expect(look.get_by_text("You are offline.")).to_have_count(0)
    expect(look.get_by_text("The server can’t be reached.")).to_be_visible()
    check("lost")
    look.unroute("**/users/me/tasks*")
    expect(look.get_by_text("The server can’t be reached.")).to_have_count(0, timeout=30_000)


@LOOKS
def test_results_that_are_not_there(look: Page, check: Callable[[str], None]) -> None:
    sign_in(look, "ada")
    home = look.url.partition("#")[0]
    look.goto(f"{home}#/tasks/ada:3f2b9c1e-5d4a-4b6f-8a7e-0c1d2e3f4a5b")
    expect(look.get_by_text("There is no such task, or it has been cleaned up.")).to_be_visible()
    check("no-task")
    look.goto(f"{home}#/elsewhere")
    expect(look.get_by_role("heading", name="There is nothing at this address")).to_be_focused()
    check("nowhere")
    answer(look, "**/events", {"detail": "no"}, status=404)
    for each, text in ((ACTIVE[0], "opens here as soon as"), (FINISHED[1], "There is no sound in this medium")):
        answer(look, "**/status", each)
        look.goto(f"{home}#/tasks/{each['task_id']}")
        expect(look.get_by_text(text)).to_be_visible()
        check(f"result-{each['status']}")


def test_the_page_starts_by_itself_when_the_server_is_back(chromium_browser: Browser, idle: Service) -> None:
    with visited(chromium_browser, idle.url) as page:
        page.route("**/limits", lambda route: route.abort())
        page.reload()
        expect(page.get_by_text("The server can’t be reached.")).to_be_visible()
        page.unroute("**/limits")
        page.get_by_role("button", name="Try now").click()
        expect(page.get_by_label("Your user id")).to_be_visible()


def test_a_sign_in_that_is_no_longer_good_is_asked_for_again(chromium_browser: Browser, idle: Service) -> None:
    with visited(chromium_browser, idle.url) as page:
        sign_in(page, "ada")
        answer(page, "**/users/me/tasks*", {"detail": "no"}, status=401)
        refused = page.get_by_text("Your sign-in is no longer accepted.")

        def is_refused_when_back_online() -> bool:
            page.evaluate("window.dispatchEvent(new Event('online'))")  # while it is asking, it doesn't ask anew
            return refused.is_visible()

        eventually_sync(is_refused_when_back_online)


def test_nothing_moves_for_those_who_want_no_motion(chromium_browser: Browser, idle: Service) -> None:
    with visited(chromium_browser, idle.url, reduced_motion=True, forced_colors=True) as page:
        sign_in(page, "ada")
        tell(page, active=ACTIVE, finished=FINISHED)
        page.reload()
        expect(page.get_by_text("Timing every word")).to_be_visible()
        screenshot(page, "app-forced-colors")
        lasting = page.evaluate(
            "document.getAnimations().filter((each) => each.effect.getComputedTiming().activeDuration > 1).length"
        )
        assert lasting == 0


def test_older_transcripts_come_a_page_at_a_time(chromium_browser: Browser, idle: Service) -> None:
    newer, older = [task(key, "completed") for key in range(20)], [task(key, "completed") for key in range(20, 25)]
    with visited(chromium_browser, idle.url) as page:
        tell(page, active=[], finished=newer, next_cursor="older")
        sign_in(page, "ada")
        expect(page.get_by_role("link", name="Recording of")).to_have_count(20)
        page.unroute("**/users/me/tasks*")
        tell(page, active=[], finished=older)
        page.get_by_role("button", name="Show older ones").click()
        expect(page.get_by_role("link", name="Recording of")).to_have_count(25)
        expect(page.get_by_role("button", name="Show older ones")).to_have_count(0)
