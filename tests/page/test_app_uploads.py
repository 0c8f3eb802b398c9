"""Large recordings from the page arrive over connections that break, with a real server and a real browser."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from api.conftest import serving
from api.service import CLEAN, Service
from page.app import choose, sign_in, slow_down, visited
from page.browser import needs_chromium, screenshot
from playwright.sync_api import Browser, Page, Request, expect
from support import media
from support.cutting import cutting
from support.eventually import eventually_sync

pytestmark = [needs_chromium, pytest.mark.xdist_group("page-app")]
SLOW, FAST = 3_000_000, -1
WAITS = "The connection broke off. The upload goes on from here as soon as it is back."


@pytest.fixture(scope="module")
def service() -> Iterator[Service]:
    """Without a worker: tasks wait."""
    with serving() as running:
        yield running


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A recording of 9.6 MB."""
    return media.noise(tmp_path_factory.mktemp("large") / "day.wav", 300)


@pytest.fixture
def page(chromium_browser: Browser, service: Service) -> Iterator[Page]:
    """Signed in; the server has nothing yet."""
    service.wipe()
    with visited(chromium_browser, service.url) as opened:
        sign_in(opened, f"user-{uuid.uuid4()}")
        yield opened


def offsets(page: Page) -> list[int]:
    """Fills with where each request with bytes of a recording begins."""
    seen: list[int] = []

    def note(request: Request) -> None:
        if request.method == "PATCH":
            seen.append(int(request.headers["upload-offset"]))

    page.on("request", note)
    return seen


def arrived(service: Service) -> bytes:
    """The medium of the one task."""
    (found,) = (service.data_dir / "blobs/tasks").glob("*/media")
    return found.read_bytes()


def started(page: Page, service: Service) -> None:
    """Wait until some of the recording is there."""
    expect(page.get_by_text("Uploading")).to_be_visible()
    eventually_sync(lambda: any(each.stat().st_size for each in kept(service)), within=30)


def kept(service: Service) -> list[Path]:
    """What has arrived of recordings that are no task's."""
    return list((service.data_dir / "blobs/resumable").glob("*/*/media"))


def test_a_recording_arrives_whole_over_connections_that_are_cut(
    chromium_browser: Browser, service: Service, large: Path
) -> None:
    service.wipe()
    with (
        cutting(service.url, [3_000_000, 2_000_000]) as proxy,
        visited(chromium_browser, proxy.url) as page,
    ):
        sign_in(page, "ada")
        starts = offsets(page)
        slow_down(page, SLOW)  # a server that reads slowly would lose what is on its way
        choose(page, large)
        expect(page.get_by_text("day.wav has arrived.")).to_be_attached(timeout=60_000)
        assert proxy.cuts_left == 0
        assert starts == sorted(starts)
        assert starts[0] == 0
        assert starts[-1] > 0  # of two cuts the browser may bear one itself
        assert arrived(service) == large.read_bytes()
        assert kept(service) == []


def test_an_upload_says_calmly_that_it_waits_and_goes_on_by_itself(
    chromium_browser: Browser, service: Service, large: Path
) -> None:
    service.wipe()
    with cutting(service.url, [4_000_000, *[1] * 10_000]) as proxy, visited(chromium_browser, proxy.url) as page:
        sign_in(page, "ada")
        choose(page, large)
        expect(page.get_by_text(WAITS)).to_be_visible()
        expect(page.get_by_text("The upload of day.wav waits for the connection.")).to_be_attached()
        expect(page.locator("cueweave-upload .wrong")).to_have_count(0)
        screenshot(page, "app-upload-waits")
        proxy.mend()
        expect(page.get_by_text("day.wav has arrived.")).to_be_attached(timeout=60_000)
    assert arrived(service) == large.read_bytes()


def test_cancelling_removes_from_the_server_what_has_arrived(page: Page, service: Service, large: Path) -> None:
    slow_down(page, SLOW)
    choose(page, large)
    started(page, service)
    page.get_by_role("button", name="Cancel the upload of day.wav").click()
    expect(page.get_by_text("Uploading")).to_have_count(0)
    eventually_sync(lambda: service.leftovers() == CLEAN, within=30)


def test_an_upload_goes_on_after_the_page_was_left_when_the_file_is_chosen_again(
    page: Page, service: Service, large: Path
) -> None:
    slow_down(page, SLOW)
    choose(page, large)
    started(page, service)
    page.reload()
    slow_down(page, FAST)
    expect(page.get_by_text("Send it again to go on from there.")).to_be_visible()
    screenshot(page, "app-upload-cut")
    page.get_by_role("button", name="Send again: day.wav").click()
    starts = offsets(page)
    choose(page, large)
    expect(page.get_by_text("day.wav has arrived.")).to_be_attached(timeout=60_000)
    assert starts
    assert starts[0] > 0
    assert arrived(service) == large.read_bytes()
    assert kept(service) == []


def test_a_server_without_such_uploads_gets_the_plain_form(page: Page, service: Service, large: Path) -> None:
    page.route("**/uploads/", lambda route: route.fulfill(status=404, json={"detail": "Not Found"}))
    choose(page, large)
    expect(page.get_by_text("day.wav has arrived.")).to_be_attached(timeout=60_000)
    assert arrived(service) == large.read_bytes()
