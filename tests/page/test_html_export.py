"""The page that a result is exported to: one file beside the recording plays, from a disk or a server."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from page.browser import Site, needs_chromium, opened, violations
from playwright.sync_api import Browser, Page, expect
from support.commands import cueweave

from cueweave.formats.html import PLAYER

pytestmark = [needs_chromium, pytest.mark.xdist_group("chromium")]
MEDIA = "document.querySelector('cueweave-player').mediaElement"


@pytest.fixture(scope="module")
def page_file(site: Site) -> Path:
    """The page and the recording in a folder of their own, with nothing else."""
    if not PLAYER.exists():
        pytest.fail("the player isn't built: make page")
    folder = site.folder / "taken along"
    folder.mkdir()
    done = cueweave(
        "export",
        site.folder / "result.json",
        "--format",
        "html",
        "--media",
        "lecture.mp4",
        "-o",
        folder / "lecture.html",
    )
    assert done.returncode == 0, done.stderr
    shutil.copy(site.folder / "lecture.mp4", folder)
    return folder / "lecture.html"


def plays(page: Page) -> None:
    """Words are there and light up as they are said; the pictures are there."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.reload()
    expect(page.get_by_text("Welcome to this short lecture")).to_be_visible()
    page.wait_for_function(f"{MEDIA}?.readyState >= 2")
    page.evaluate(f"{MEDIA}.play()")
    expect(page.locator(".lit")).to_have_text("lecture")
    page.locator(".word", has_text="electrodes").first.click()
    expect(page.locator(".lit")).to_contain_text("electrodes")
    expect(page.locator("img[src^='data:image/jpeg']").first).to_be_visible()
    assert said == []


def test_it_plays_from_a_disk(chromium_browser: Browser, page_file: Path) -> None:
    with opened(chromium_browser, page_file.as_uri()) as page:
        plays(page)


def test_it_plays_from_a_server_and_draws_charts_with_nothing_fetched(
    chromium_browser: Browser, site: Site, page_file: Path
) -> None:
    with opened(chromium_browser, f"{site.address}/taken%20along/{page_file.name}") as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        plays(page)
        page.evaluate("document.querySelector('cueweave-player').seek(50)")
        expect(page.locator("canvas")).to_be_visible()
        names = {url.partition("?")[0].rpartition("/")[2] for url in asked if url.startswith("http")}
        assert names == {page_file.name, "lecture.mp4"}
        assert violations(page) == []
