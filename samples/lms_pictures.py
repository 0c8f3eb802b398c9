"""The pictures of docs/lms.md, from a service of its own: `python samples/lms_pictures.py`, after `make sample page`.

The course in them is a page of plain HTML on another site, not one of a learning platform.
"""

from __future__ import annotations

import os
import sys
import tempfile
from html import escape
from pathlib import Path
from urllib.parse import unquote

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "benchmarks"))

import httpx  # noqa: E402
import micawber  # noqa: E402
from chromium import started_chromium  # noqa: E402
from demo import MEDIA, SUBTITLES, running_server  # noqa: E402
from playwright.sync_api import Browser, Page, expect  # noqa: E402
from static_server import serve_files  # noqa: E402

DOCS = ROOT / "docs"
USER = "ada"
SHOWN = "(video) => video.readyState >= 2 || new Promise((done) => { video.onloadeddata = () => done(); })"
"""When there is a picture."""
COURSE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Energy storage</title>
<style>
  body {{ margin: 0; font: 16px/1.5 system-ui, sans-serif; color: #222; background: #eef1f5 }}
  header {{ padding: 14px 32px; color: #fff; background: #2f4a6b; font-size: 20px }}
  main {{ margin: 20px 32px; padding: 16px 24px; background: #fff; border: 1px solid #d5dbe3; border-radius: 8px }}
  h1 {{ margin: 0 0 4px; font-size: 22px }} p {{ margin: 0 0 12px }} code {{ overflow-wrap: anywhere }}
</style>
<header>Energy storage &middot; Week 1</header>
<main><h1>How batteries work</h1>{body}</main></html>"""


def main() -> None:
    """Hand the sample in, share it, and take all pictures."""
    os.environ["CUEWEAVE_FRAME_ANCESTORS"] = "http://localhost:*"
    with running_server() as url, tempfile.TemporaryDirectory() as folder, started_chromium() as browser:
        task = handed_in(browser, url)
        links = httpx.get(f"{url}/tasks/{task}/links", headers={"X-User-ID": USER}).raise_for_status().json()
        page = url + links["page"]
        frame = f'<iframe src="{escape(page)}" width="960" height="560" style="border:0" title="Lecture"></iframe>'
        (Path(folder) / "iframe.html").write_text(COURSE.format(body=f"<p>Watch the lecture, then do the quiz.{frame}"))
        (Path(folder) / "oembed.html").write_text(COURSE.format(body=by_oembed(url, page)))
        with serve_files(Path(folder)) as address:
            for name in ("iframe", "oembed"):
                course(browser, address.replace("127.0.0.1", "localhost"), name)


def handed_in(browser: Browser, url: str) -> str:
    """The id of the task; on the way pictures of the download menu, at the format for H5P, and of sharing."""
    with browser.new_page(viewport={"width": 1080, "height": 640}) as page:
        page.goto(url)
        page.get_by_label("Your user id").fill(USER)
        page.get_by_role("button", name="Sign in").click()
        page.locator("input[type=file]").set_input_files([MEDIA, SUBTITLES])
        page.get_by_role("button", name="Make the transcript").click()
        page.get_by_role("link", name=MEDIA.name).click(timeout=120_000)
        page.get_by_role("button", name="Download").click()
        item = page.get_by_role("menuitem", name="H5P, for courses")
        item.hover()
        page.locator("cueweave-screen video").evaluate(SHOWN)
        shoot(page, "h5p")
        page.keyboard.press("Escape")
        page.get_by_role("button", name="Share").click()
        page.get_by_role("button", name="Make a link").click()
        expect(page.get_by_label("Link to this transcript")).to_be_focused()
        shoot(page, "share")
        return unquote(page.url.partition("#/tasks/")[2])


def by_oembed(url: str, page: str) -> str:
    """What an oEmbed consumer makes of the bare link in an author's text."""
    providers = micawber.ProviderRegistry()
    providers.register(f"{url}/shared/\\S*", micawber.Provider(f"{url}/oembed", format="json", maxheight=480))
    written = f"<p>The author wrote <code>{escape(page)}</code></p><p>and readers see:</p>"
    return written + str(micawber.parse_text_full(page, providers))


def course(browser: Browser, address: str, name: str) -> None:
    """The player within a course, at a word that is being said."""
    with browser.new_page(viewport={"width": 1080, "height": 720}) as page:
        page.goto(f"{address}/{name}.html")
        frame = page.frame_locator("iframe")
        word = frame.locator(".word", has_text="energy").first
        word.click()
        expect(frame.locator(".lit")).to_contain_text("energy")
        shoot(page, name)


def shoot(page: Page, name: str) -> None:
    """A picture among the documents."""
    path = DOCS / f"lms-{name}.png"
    page.screenshot(path=path)
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
