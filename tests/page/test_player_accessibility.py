"""What axe finds on the whole player, in each state that it can be in: nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

import pytest
from long_transcript import long_result
from page.browser import DESKTOP, PHONE, Scheme, Site, Size, needs_chromium, opened, screenshot, violations, widest
from page.stage import Json, chart, sample_result, table
from page.test_accessibility import SMALL
from page.test_player_core import PLAYER, media_is_ready, play, seek
from playwright.sync_api import Browser, Page, expect

pytestmark = [needs_chromium, pytest.mark.xdist_group("chromium")]
LOOKS = pytest.mark.parametrize(
    ("size", "scheme"),
    [(DESKTOP, "light"), (PHONE, "dark")],
    ids=["desktop-light", "phone-dark"],
)
EMBED = '<h1>A lecture</h1><cueweave-player src="{}" media="{}" editable></cueweave-player>'
ARABIC = "البطارية تخزن الطاقة بينما تتحرك الأيونات بين قطبين وكل دورة تكلف القليل من الليثيوم".split()


class Check(Protocol):
    """Holds the state of that name against what all states must be."""

    def __call__(self, state: str, *, covers: bool = False) -> None: ...


@pytest.fixture(scope="module")
def address(site: Site) -> str:
    """The first paragraphs of the sample, with a table beside the chart and the pictures that they have."""
    result = sample_result(site)
    del result["paragraphs"][4:]  # axe looks at each word
    result["paragraphs"][1]["visuals"] = table() | {"start_time": 10, "end_time": 25}
    site.put("all-visuals.json", result)
    return site.write("all-visuals", EMBED.format("all-visuals.json", "lecture.mp4"))


@pytest.fixture
def shown(chromium_browser: Browser, address: str, size: Size, scheme: Scheme) -> Iterator[Page]:
    """The player, its text and its film there."""
    with opened(chromium_browser, address, size=size, scheme=scheme, reduced_motion=True) as page:
        expect(page.locator(".word").first).to_be_visible()
        expect(page.get_by_role("button", name="Edit")).to_be_visible()
        media_is_ready(page)
        yield page


@pytest.fixture
def check(shown: Page, size: Size, scheme: Scheme) -> Check:
    """Hold a state against what all states must be. `covers`: something lies over the text for the moment."""

    def check(state: str, *, covers: bool = False) -> None:
        screenshot(shown, f"axe-{state}-{size[0]}-{scheme}")
        # of a target that is partly covered axe measures what is left, though it comes out by scrolling or closing
        assert violations(shown, unasked=("target-size",) if covers else ()) == [], state
        assert shown.evaluate(SMALL) == [], state
        assert widest(shown) <= 0, state

    return check


@LOOKS
def test_reading_and_listening(shown: Page, check: Check) -> None:
    check("fresh")
    shown.get_by_role("button", name="Captions").click()
    play(shown)
    shown.wait_for_function(f"{PLAYER}.currentTime > 0.5")
    check("playing")
    shown.evaluate(f"{PLAYER}.mediaElement.pause()")
    seek(shown, 12)
    expect(shown.get_by_role("columnheader", name="Voltage")).to_be_visible()
    check("table")
    seek(shown, 50)
    shown.locator("cueweave-chart canvas").wait_for()
    check("chart")
    shown.get_by_role("button", name="Show as table").click()
    check("chart-as-table")
    shown.get_by_role("button", name="Show larger").first.click()
    shown.get_by_role("dialog").wait_for()
    check("larger")


@LOOKS
def test_finding(shown: Page, check: Check) -> None:
    shown.get_by_role("button", name="Chapters").click()
    check("chapters", covers=True)
    shown.keyboard.press("Escape")
    shown.get_by_role("button", name="Terms").click()
    check("legend")
    shown.keyboard.press("/")
    shown.keyboard.type("battery")
    shown.get_by_text("1 of").first.wait_for()
    check("search")
    shown.keyboard.press("Escape")
    shown.locator("h1").click()
    shown.keyboard.press("?")
    shown.get_by_role("dialog").wait_for()
    check("help")


@LOOKS
def test_editing(shown: Page, check: Check) -> None:
    shown.get_by_role("button", name="Edit").click()
    shown.get_by_role("textbox", name="Text of paragraph 1").wait_for()
    check("editor")
    for at in (1, 3):
        form = shown.locator("cueweave-paragraph").nth(at).locator("cueweave-visual-form summary")
        form.scroll_into_view_if_needed()
        form.click()
    shown.get_by_label("Number of").first.fill("many")
    shown.get_by_label("Label 1").focus()
    shown.get_by_role("alert").filter(has_text="isn’t a number").wait_for()
    check("editor-cells", covers=True)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_missing(chromium_browser: Browser, site: Site, scheme: Scheme) -> None:
    site.put("silent.json", {"paragraphs": []})
    for name, result, film, text in (
        ("nowhere", "nowhere.json", "lecture.mp4", "There is no transcript at this address."),
        ("unplayable", "result.json", "nothing.mp4", "can’t be played here"),
        ("silent", "silent.json", "lecture.mp4", "There are no words in this recording."),
    ):
        with opened(chromium_browser, site.write(name, EMBED.format(result, film)), scheme=scheme) as page:
            expect(page.get_by_text(text)).to_be_visible()
            screenshot(page, f"axe-{name}-{scheme}")
            assert violations(page) == [], name


@pytest.mark.parametrize(("size", "scheme"), [(DESKTOP, "dark"), (PHONE, "light")], ids=["desktop", "phone"])
def test_from_right_to_left(chromium_browser: Browser, site: Site, size: Size, scheme: Scheme) -> None:
    result: Json = long_result(60, language="ar", vocabulary=ARABIC)
    result["paragraphs"][0]["visuals"] = chart("bar", tuple(ARABIC[:3]))
    site.put("all-arabic.json", result)
    address = site.write("all-arabic", EMBED.format("all-arabic.json", "beeps.m4a"))
    with opened(chromium_browser, "about:blank", size=size, scheme=scheme, reduced_motion=True) as page:
        page.add_init_script("document.addEventListener('DOMContentLoaded', () => { document.dir = 'rtl' })")
        page.goto(address)
        media_is_ready(page)
        seek(page, 2)
        page.locator("cueweave-chart canvas").wait_for()
        screenshot(page, f"axe-right-to-left-{size[0]}")
        assert violations(page) == []
        assert widest(page) <= 0
        page.get_by_role("button", name="Edit").click()
        page.locator("cueweave-visual-form summary").first.click()
        page.get_by_label("Label 1").wait_for()
        screenshot(page, f"axe-right-to-left-editor-{size[0]}")
        assert violations(page) == []
        assert widest(page) <= 0
