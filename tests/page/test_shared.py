"""The shared page in a browser: in a frame of another origin, to read and play, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from api.conftest import serving
from api.service import Service
from api.test_flow import over
from make_sample import Sample
from page.app import visited
from page.browser import DESKTOP, SMALLEST, Scheme, Size, needs_chromium, opened, screenshot, violations, widest
from playwright.sync_api import Browser, FrameLocator, Page, expect
from static_server import serve_files

pytestmark = [needs_chromium, pytest.mark.xdist_group("page-shared")]
NAME = """</title><img src=x onerror="window.pwned=1">{{oembed}}${window.pwned=1}"""
HOST = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Course</title>{frame}</html>"""


@dataclass(frozen=True, slots=True)
class Shared:
    """A task of ada's whose recording has a name that would like to be markup, and its page."""

    service: Service
    page: str
    frame: str
    """What oEmbed has others put into their pages."""


@pytest.fixture(scope="module")
def shared(sample: Sample) -> Iterator[Shared]:
    """Only pages of `localhost` may show it."""
    with serving(workers=1, CUEWEAVE_FRAME_ANCESTORS="http://localhost:*") as service, service.client("ada") as ada:
        files = {"srt_file": ("talk.srt", sample.srt.read_bytes()), "media_file": (NAME, sample.media.read_bytes())}
        task_id = ada.post("/process/srt_media/", files=files).raise_for_status().json()["task_id"]
        assert over(ada, task_id)["status"] == "completed"
        page = service.url + ada.get(f"/tasks/{task_id}/links").json()["page"]
        yield Shared(service, page, ada.get("/oembed", params={"url": page}).json()["html"])


@pytest.fixture(scope="module")
def course(shared: Shared, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Pages with the frame in them; the address of their server, of an origin that isn't listed."""
    folder = tmp_path_factory.mktemp("course")
    (folder / "good.html").write_text(HOST.format(frame=shared.frame))
    (folder / "over.html").write_text(HOST.format(frame=f'<iframe src="{shared.page}x" title="Talk"></iframe>'))
    with serve_files(folder) as address:
        yield address


@pytest.fixture(scope="module")
def listed(course: str) -> str:
    """The same server by the name that is listed: to a browser, another site than the service."""
    return course.replace("127.0.0.1", "localhost")


def embedded(page: Page) -> FrameLocator:
    return page.frame_locator("iframe")


def test_another_sites_page_shows_it_and_its_words_light_up_as_they_are_said(
    chromium_browser: Browser, listed: str
) -> None:
    with visited(chromium_browser, f"{listed}/good.html") as page:
        frame = embedded(page)
        expect(frame.get_by_text("Welcome to this short lecture")).to_be_visible()
        frame.get_by_role("button", name="Play", exact=True).click()
        expect(frame.locator(".lit")).to_have_text("lecture")
        frame.locator(".word", has_text="energy").first.click()
        expect(frame.locator(".lit")).to_contain_text("energy")
        screenshot(page, "shared-embedded")


def test_there_is_nothing_to_edit_in_it_and_nobody_to_sign_in(chromium_browser: Browser, shared: Shared) -> None:
    with visited(chromium_browser, shared.page) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(f"{request.method} {request.url}"))
        page.reload()
        expect(page.get_by_text("Welcome to this short lecture")).to_be_visible()
        expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible()
        for name in ("Edit", "Save", "Sign in", "Sign out", "Download"):
            expect(page.get_by_role("button", name=name)).to_have_count(0)
        expect(page.get_by_role("link", name="All transcripts")).to_have_count(0)
        assert {line.partition(" ")[0] for line in asked} == {"GET"}
        assert not [line for line in asked if "/users/" in line or "/status" in line]


def test_the_pictures_come_by_the_same_link(chromium_browser: Browser, shared: Shared) -> None:
    with visited(chromium_browser, shared.page) as page:
        picture = page.locator("img[src*='/assets/']").first
        picture.scroll_into_view_if_needed()
        expect(picture).to_be_visible()
        assert picture.evaluate("(picture) => picture.decode().then(() => picture.naturalWidth)") > 0


def test_a_name_that_would_like_to_be_markup_is_text(chromium_browser: Browser, shared: Shared) -> None:
    with visited(chromium_browser, shared.page) as page:
        expect(page.get_by_role("heading", level=1)).to_have_text(Path(NAME).stem)
        assert page.title() == Path(NAME).stem
        assert page.evaluate("window.pwned") is None
        assert page.locator("img[src=x]").count() == 0


def test_a_link_that_is_over_says_so_within_the_frame(chromium_browser: Browser, listed: str) -> None:
    with visited(chromium_browser, f"{listed}/over.html") as page:
        expect(embedded(page).get_by_role("alert")).to_contain_text("This link has expired")


def test_a_page_that_is_not_listed_shows_nothing_of_it(chromium_browser: Browser, course: str) -> None:
    with opened(chromium_browser, "about:blank") as page:
        with page.expect_console_message(lambda message: "frame-ancestors" in message.text):
            page.goto(f"{course}/good.html")
        expect(embedded(page).get_by_text("Welcome")).to_have_count(0)


@pytest.mark.parametrize(("size", "scheme"), [(DESKTOP, "light"), (SMALLEST, "dark")], ids=["desktop", "smallest"])
def test_it_has_nothing_for_axe_and_fits_the_screen(
    chromium_browser: Browser, shared: Shared, size: Size, scheme: Scheme
) -> None:
    with visited(chromium_browser, shared.page, size=size, scheme=scheme) as page:
        expect(page.locator("cueweave-transcript")).to_be_visible()
        screenshot(page, f"shared-{size[0]}-{scheme}")
        assert violations(page) == []
        assert widest(page) <= 0
