"""The player as a part of a page: its keys, its links, its pictures, and what becomes of it when the page moves it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from page.browser import DESKTOP, PHONE, Site, Size, needs_chromium, opened, screenshot
from page.test_player_core import EMBED, PLAYER, media_is_ready, play, sample_page, seek, time_is
from playwright.sync_api import Browser, Page, expect

pytestmark = [needs_chromium, pytest.mark.xdist_group("chromium")]
AROUND = f"""<h1 tabindex="-1">A talk</h1><input aria-label="Comment"><button>Like</button>
<div role="listbox" tabindex="0">Letters choose here</div>{EMBED}"""
COUNT = """
  window.held = new Set();
  const { createObjectURL: create, revokeObjectURL: revoke } = URL;
  URL.createObjectURL = (what) => { const address = create.call(URL, what); held.add(address); return address; };
  URL.revokeObjectURL = (address) => { held.delete(address); revoke.call(URL, address); };
"""
PAUSED = f"{PLAYER}.mediaElement.paused"


@pytest.fixture
def around(chromium_browser: Browser, site: Site) -> Iterator[Page]:
    """A page that has more than the player."""
    with opened(chromium_browser, site.write("around", AROUND)) as page:
        media_is_ready(page)
        yield page


@pytest.mark.parametrize(("where", "key"), [("h1", "k"), ("h1", " "), ("button:text('Like')", "k")])
def test_keys_work_the_player_from_what_has_no_use_for_them(around: Page, where: str, key: str) -> None:
    around.locator(where).focus()
    around.keyboard.press(key)
    around.wait_for_function(f"!{PAUSED}")
    expect(around.locator(where)).to_be_focused()


@pytest.mark.parametrize(("where", "key"), [("input[aria-label]", "k"), ("button:text('Like')", " "), ("[role]", "k")])
def test_keys_that_mean_something_where_they_are_pressed_stay_there(around: Page, where: str, key: str) -> None:
    around.locator(where).first.focus()
    around.keyboard.press(key)
    around.locator("h1").focus()
    around.keyboard.press("l")
    time_is(around, 10)  # the first key came before this one, and did nothing
    assert around.evaluate(PAUSED)


def test_links_to_moments_keep_the_route_of_the_page(chromium_browser: Browser, site: Site) -> None:
    with opened(chromium_browser, sample_page(site) + "#/talks/1?view=all") as page:
        media_is_ready(page)
        link = page.get_by_role("link", name="Play from 0:29")
        expect(link).to_have_attribute("href", "#/talks/1?view=all&t=29")
        link.click()
        time_is(page, 29.036)
        assert page.url.endswith("#/talks/1?view=all")
        other = page.context.new_page()
        other.goto(link.evaluate("link => link.href"))
        time_is(other, 29)


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_a_picture_of_the_film_stands_small_in_the_text_and_not_under_the_film(
    chromium_browser: Browser, site: Site, size: Size
) -> None:
    with opened(chromium_browser, sample_page(site), size=size) as page:
        media_is_ready(page)
        seek(page, 12)
        picture = page.locator("cueweave-transcript > cueweave-visual").filter(has=page.locator("img")).first
        expect(picture).to_be_visible()
        box = picture.bounding_box()
        assert box is not None
        assert box["width"] <= 15 * 16
        expect(page.locator(".beside img")).to_have_count(0)
        seek(page, 50.2)
        beside = ".beside" if size == DESKTOP else "cueweave-transcript"
        expect(page.locator(f"{beside} cueweave-chart")).to_be_visible()
        screenshot(page, f"player-film-{size[0]}")


def test_without_the_film_its_pictures_are_shown_beside_the_text(chromium_browser: Browser, site: Site) -> None:
    read = '<cueweave-player src="result.json"></cueweave-player>'
    with opened(chromium_browser, site.write("read", read)) as page:
        expect(page.locator(".word").first).to_be_visible()
        seek(page, 12)
        expect(page.locator(".beside img").first).to_be_visible()
        expect(page.locator("cueweave-transcript img")).to_have_count(0)


def test_a_medium_that_was_fetched_whole_goes_with_the_player_and_comes_back_with_it(
    chromium_browser: Browser, site: Site
) -> None:
    with opened(chromium_browser, "about:blank") as page:
        whole = (site.folder / "lecture.mp4").read_bytes()
        page.route("**/lecture.mp4", lambda route: route.fulfill(status=200, body=whole, content_type="video/mp4"))
        page.add_init_script(COUNT)
        page.goto(sample_page(site))
        media_is_ready(page)
        seek(page, 90)
        time_is(page, 90)
        assert page.evaluate("held.size") == 1
        page.evaluate(f"window.player = {PLAYER}; player.remove()")
        page.wait_for_function("held.size === 0")
        page.evaluate("document.body.append(player)")
        page.wait_for_function("held.size === 1")
        media_is_ready(page)
        time_is(page, 90)
        assert page.evaluate("held.size") == 1


def test_a_link_that_is_renewed_goes_on_where_it_was(chromium_browser: Browser, site: Site) -> None:
    with opened(chromium_browser, sample_page(site)) as page:
        media_is_ready(page)
        seek(page, 60)
        time_is(page, 60)
        page.get_by_label("Playback rate").select_option("1.5")
        play(page)
        page.evaluate(f"{PLAYER}.assetsQuery = 'signature=2'")
        page.wait_for_function(f"{PLAYER}.mediaElement.currentSrc.endsWith('signature=2')")
        page.wait_for_function(f"{PLAYER}.mediaElement.currentTime > 60 && !{PAUSED}")
        assert page.evaluate(f"{PLAYER}.mediaElement.playbackRate") == 1.5


def test_a_player_that_is_moved_while_it_loads_shows_its_transcript(chromium_browser: Browser, site: Site) -> None:
    with opened(chromium_browser, "about:blank") as page:
        page.route("**/result.json", lambda _: None)
        page.goto(sample_page(site))
        expect(page.get_by_role("status").filter(has_text="Loading the transcript")).to_be_attached()
        page.unroute("**/result.json")
        page.evaluate(f"document.body.prepend({PLAYER})")
        expect(page.get_by_text("Welcome to this short lecture")).to_be_visible()
