"""Attacks on the page with markup: names, words, titles, messages and addresses that would like to be scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from api.conftest import serving
from api.service import Service, recording
from page import browser
from page.app import answer, choose, sign_in, task, tell
from playwright.sync_api import Browser, Page, expect

chromium_browser = browser.chromium_browser
pytestmark = [browser.needs_chromium, pytest.mark.xdist_group("page-xss")]
IMG = "<img src=x onerror=window.pwned=1>"
SVG = "<svg onload=window.pwned=1>"
SCRIPT = "</script><script>window.pwned=1</script>"
QUOTED = '"><script>window.pwned=1</script>'
TEMPLATE = "${window.pwned=1}{{constructor.constructor('window.pwned=1')()}}"
Content = dict[str, object]
ALL = (IMG, SVG, SCRIPT, QUOTED, TEMPLATE)
URL = "javascript:window.pwned=1"


@pytest.fixture(scope="module")
def busy() -> Iterator[Service]:
    """A service with a worker."""
    with serving(workers=1) as service:
        yield service


@pytest.fixture
def page(chromium_browser: Browser, busy: Service) -> Iterator[Page]:
    """The page; after the test no script of an attacker has run."""
    with browser.opened(chromium_browser, busy.url) as page:
        yield page
        assert page.evaluate("window.pwned") is None
        assert page.evaluate("document.querySelectorAll('body script, img[src=x]').length") == 0


def result(text: str) -> dict[str, object]:
    """A result with this text wherever there can be text."""
    words = [{"word": text, "start": 0.0, "end": 1.0, "confidence": 0.9}]
    keywords = [{"word": text, "type": kind} for kind in ("main", "Key Terms", "Callouts", "Warnings")]

    def paragraph(number: int, content: Content) -> dict[str, object]:
        visual = {"type": content["type"], "title": text, "start_time": 0.0, "end_time": 9.0, "content": content}
        return {
            "paragraph_id": number,
            "paragraph_text": text,
            "start_time": 0.0,
            "end_time": 1.0,
            "title": text,
            "keywords": keywords,
            "words": words,
            "visuals": visual,
        }

    chart: Content = {
        "type": "chart",
        "chart_type": "bar",
        "title": text,
        "data": {"labels": [text], "datasets": [1.0]},
    }
    table: Content = {"type": "table", "title": text, "caption": text, "headers": [text], "data": [[text]]}
    image: Content = {"type": "image", "title": text, "alt_text": text, "url": URL}
    paragraphs = [paragraph(number, content) for number, content in enumerate((chart, table, image), 1)]
    return {
        "paragraphs": paragraphs,
        "media": {"duration": 9.0, "kind": "video", "language": text},
        "alignment": {},
        "analysis": {"method": text},
    }


def test_subtitles_full_of_markup_are_words(page: Page, tmp_path: Path) -> None:
    lines = [f"{number}\n00:00:0{number},000 --> 00:00:0{number},900\nsay {text}" for number, text in enumerate(ALL)]
    media = tmp_path / f"{IMG}.wav".replace("/", "")
    media.write_bytes(recording(tmp_path, 6)["media_file"][1])
    srt = tmp_path / f"{SVG}.srt".replace("/", "")
    srt.write_text("\n\n".join(lines))
    sign_in(page, "mallory")
    choose(page, media, srt)
    link = page.get_by_role("link", name=media.name)
    expect(link).to_be_visible(timeout=90_000)
    link.click()
    expect(page.get_by_role("heading", name=media.name)).to_be_visible()
    expect(page.locator("cueweave-transcript")).to_contain_text("say")


@pytest.mark.parametrize("text", ALL)
def test_results_full_of_markup_are_text(page: Page, text: str) -> None:
    sign_in(page, "ada")
    done = task(1, "completed")
    answer(page, "**/status", done)
    answer(page, "**/result", {"task_id": done["task_id"], "status": "completed", "result": result(text)})
    answer(page, "**/links", {"task_id": done["task_id"], "expires_at": text, "media": URL, "query": text})
    page.goto(f"{page.url.partition('#')[0]}#/tasks/{done['task_id']}")
    expect(page.locator("cueweave-transcript")).to_contain_text(text)


@pytest.mark.parametrize("text", ALL)
def test_messages_and_unknown_values_full_of_markup_are_text(page: Page, text: str, tmp_path: Path) -> None:
    tell(
        page,
        active=[task(1, "processing", stage=text, created_at=text)],
        finished=[task(3, "failed", error_message=text), task(4, text)],
    )
    sign_in(page, "ada")
    expect(page.get_by_text(text).first).to_be_visible()
    answer(page, "**/process/srt_media/", {"detail": text}, status=422)
    (tmp_path / "talk.mp4").write_bytes(b"0")
    choose(page, tmp_path / "talk.mp4")
    expect(page.locator("cueweave-upload .wrong")).to_contain_text(text[:1].upper() + text[1:])


def test_user_ids_full_of_markup_are_refused_and_those_of_a_server_are_text(page: Page) -> None:
    page.get_by_label("Your user id").fill(IMG)
    page.keyboard.press("Enter")
    expect(page.get_by_text("Use 1 to 128 letters")).to_be_visible()
    listed = {"active_tasks": [], "completed_tasks": [], "total_active": 0, "total_completed": 0}
    answer(page, "**/users/me/tasks*", {"user_id": IMG, **listed})
    page.get_by_label("Your user id").fill("ada")
    page.keyboard.press("Enter")
    expect(page.get_by_text(IMG)).to_be_visible()


@pytest.mark.parametrize("text", [*ALL, URL, "%3Cimg src=x onerror=window.pwned=1%3E", "%", "../../limits"])
def test_addresses_full_of_markup_lead_nowhere(page: Page, text: str) -> None:
    sign_in(page, "ada")
    for written in (text, quote(text, safe="")):
        page.evaluate("(hash) => { location.hash = hash }", f"#/tasks/{written}")
        expect(page.get_by_role("heading", name="There is nothing at this address")).to_be_visible()


def test_what_the_browser_keeps_can_be_full_of_markup_or_nonsense(page: Page) -> None:
    sign_in(page, "ada")
    done = task(1, "completed")
    tell(page, active=[], finished=[done])
    names = [[done["task_id"], {"media": IMG, "subtitles": SVG}]]
    page.evaluate("(names) => localStorage.setItem('cueweave.names:ada', JSON.stringify(names))", names)
    begun = [{"id": "1", "media": SVG, "subtitles": None, "language": IMG, "size": 1}]
    page.evaluate("(begun) => sessionStorage.setItem('cueweave.uploads:ada', JSON.stringify(begun))", begun)
    page.reload()
    expect(page.get_by_role("link", name=IMG)).to_be_visible()
    expect(page.get_by_role("button", name=f"Send again: {SVG}")).to_be_visible()
    page.evaluate("localStorage.setItem('cueweave.names:ada', '{not JSON'); sessionStorage.clear()")
    page.reload()
    expect(page.get_by_role("link", name="Recording of")).to_be_visible()


def test_a_stranger_cannot_frame_the_page_and_no_script_of_theirs_may_run(page: Page, busy: Service) -> None:
    policy = page.request.get(busy.url).headers["content-security-policy"]
    assert "frame-ancestors 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
