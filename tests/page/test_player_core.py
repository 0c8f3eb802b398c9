"""The player in a real browser: a folder of static files becomes a transcript that lights up and can be steered."""

from __future__ import annotations

import pytest
from long_transcript import long_result
from page.browser import (
    DESKTOP,
    PHONE,
    SMALLEST,
    Scheme,
    Site,
    Size,
    layout_shift,
    needs_chromium,
    opened,
    screenshot,
    widest,
)
from playwright.sync_api import Browser, Page, expect

pytestmark = [needs_chromium, pytest.mark.xdist_group("chromium")]
EMBED = '<cueweave-player src="result.json" media="lecture.mp4"></cueweave-player>'
LONG = '<cueweave-player src="long.json" media="beeps.m4a"></cueweave-player>'
PLAYER = "document.querySelector('cueweave-player')"


def sample_page(site: Site) -> str:
    return site.write("sample", EMBED)


def seek(page: Page, time: float) -> None:
    page.evaluate(f"{PLAYER}.seek({time})")


def media_is_ready(page: Page) -> None:
    page.wait_for_function(f"{PLAYER}.mediaElement?.readyState >= 2")


def play(page: Page) -> None:
    media_is_ready(page)
    page.evaluate(f"{PLAYER}.mediaElement.play()")


def time_is(page: Page, time: float, *, within: float = 0.05) -> None:
    page.wait_for_function(f"Math.abs({PLAYER}.mediaElement.currentTime - {time}) <= {within}")


def test_two_lines_on_a_static_page_are_a_player(chromium_browser: Browser, site: Site) -> None:
    with opened(chromium_browser, sample_page(site)) as page:
        expect(page.get_by_text("Welcome to this short lecture")).to_be_visible()
        media_is_ready(page)


def test_the_body_of_a_tasks_result_is_shown_too(chromium_browser: Browser, site: Site) -> None:
    site.put("body.json", {"task_id": "1", "status": "completed", "result": long_result(100)})
    with opened(chromium_browser, site.write("body", '<cueweave-player src="body.json"></cueweave-player>')) as page:
        expect(page.locator(".paragraph")).to_have_count(3)


def test_a_result_can_be_handed_over_as_a_property(chromium_browser: Browser, site: Site) -> None:
    with opened(chromium_browser, site.write("property", "<cueweave-player></cueweave-player>")) as page:
        page.evaluate(f"(result) => {{ {PLAYER}.result = result }}", long_result(100))
        expect(page.locator(".paragraph")).to_have_count(3)


def test_the_spoken_word_and_its_paragraph_are_lit(chromium_browser: Browser, site: Site) -> None:
    with opened(chromium_browser, sample_page(site)) as page:
        media_is_ready(page)
        seek(page, 50.2)
        expect(page.locator(".lit")).to_have_text("doubles")
        expect(page.locator(".paragraph.now")).to_contain_text("Let us compare four materials")


def test_the_lit_word_moves_with_the_video(chromium_browser: Browser, site: Site) -> None:
    with opened(chromium_browser, sample_page(site)) as page:
        expect(page.locator(".word").first).to_be_visible()
        play(page)
        expect(page.locator(".lit")).to_have_text("lecture")
        expect(page.locator(".lit")).to_have_count(1)


def test_a_click_on_a_word_seeks(chromium_browser: Browser, site: Site) -> None:
    with opened(chromium_browser, sample_page(site)) as page:
        media_is_ready(page)
        page.locator(".word", has_text="electrodes").first.click()
        expect(page.locator(".lit")).to_contain_text("electrodes")


def test_one_word_is_a_tab_stop_and_keys_move_from_it(chromium_browser: Browser, site: Site) -> None:
    with opened(chromium_browser, sample_page(site)) as page:
        media_is_ready(page)
        expect(page.locator(".word[tabindex]")).to_have_count(1)
        page.locator(".word[tabindex]").focus()
        page.keyboard.press("ArrowRight")
        expect(page.locator(".word:focus")).to_have_text("to")
        page.keyboard.press("ArrowDown")
        expect(page.locator(".word:focus")).to_have_text("Every")
        expect(page.locator(".word:focus")).to_have_attribute("role", "button")
        page.keyboard.press("Enter")
        time_is(page, 10.257)
        expect(page.locator(".word[role]")).to_have_count(1)


def test_a_paragraphs_time_is_a_link_that_seeks(chromium_browser: Browser, site: Site) -> None:
    with opened(chromium_browser, sample_page(site)) as page:
        media_is_ready(page)
        page.get_by_role("link", name="Play from 0:29").click()
        time_is(page, 29.036)


def test_a_screen_reader_finds_headings_and_paragraphs_and_hears_nothing_of_the_lit_word(
    chromium_browser: Browser, site: Site
) -> None:
    with opened(chromium_browser, sample_page(site)) as page:
        expect(page.get_by_role("heading", name="Batteries", exact=True)).to_be_attached()
        text = page.locator("cueweave-transcript")
        expect(text.get_by_role("paragraph").filter(has_text="Every battery cell has two electrodes")).to_have_count(1)
        expect(text.locator(".page").get_by_role("button")).to_have_count(0)
        expect(text.locator("[aria-live], [role=status]")).to_have_count(0)


def test_keywords_are_marked_by_type(chromium_browser: Browser, site: Site) -> None:
    with opened(chromium_browser, sample_page(site)) as page:
        expect(page.locator(".keyword.term", has_text="Energy density").first).to_be_attached()
        page.locator(".chapter").last.scroll_into_view_if_needed()
        expect(page.locator(".keyword.warning", has_text="Never charge a lithium battery")).to_be_attached()


def test_captions_come_from_the_words(chromium_browser: Browser, site: Site) -> None:
    with opened(chromium_browser, sample_page(site)) as page:
        media_is_ready(page)
        button = page.get_by_role("button", name="Captions")
        expect(button).to_have_attribute("aria-pressed", "false")
        button.click()
        expect(button).to_have_attribute("aria-pressed", "true")
        seek(page, 1.0)
        page.wait_for_function(f"{PLAYER}.mediaElement.textTracks[0].activeCues?.length === 1")
        assert page.evaluate(f"{PLAYER}.mediaElement.textTracks[0].activeCues[0].text").startswith("Welcome to this")
        button.click()
        assert page.evaluate(f"{PLAYER}.mediaElement.textTracks[0].mode") == "hidden"


def test_the_playback_rate_can_be_chosen(chromium_browser: Browser, site: Site) -> None:
    with opened(chromium_browser, sample_page(site)) as page:
        media_is_ready(page)
        page.get_by_label("Playback rate").select_option("1.5")
        assert page.evaluate(f"{PLAYER}.mediaElement.playbackRate") == 1.5


def test_the_timeline_is_a_slider_with_chapters(chromium_browser: Browser, site: Site) -> None:
    with opened(chromium_browser, sample_page(site)) as page:
        media_is_ready(page)
        slider = page.get_by_role("slider", name="Position")
        slider.focus()
        page.keyboard.press("ArrowRight")
        time_is(page, 5)
        expect(slider).to_have_attribute("aria-valuetext", "5 seconds of 1 minute 59 seconds")
        expect(page.locator("cueweave-timeline line.chapter")).to_have_count(5)


def test_a_moment_in_the_address_is_where_it_begins(chromium_browser: Browser, site: Site) -> None:
    with opened(chromium_browser, sample_page(site) + "#t=60") as page:
        time_is(page, 60)
        expect(page.locator(".paragraph.now")).to_contain_text("Charging happens")


def test_a_server_without_ranges_can_be_sought_in_all_the_same(chromium_browser: Browser, site: Site) -> None:
    with opened(chromium_browser, "about:blank") as page:
        whole = (site.folder / "lecture.mp4").read_bytes()
        page.route("**/lecture.mp4", lambda route: route.fulfill(status=200, body=whole, content_type="video/mp4"))
        page.goto(sample_page(site))
        media_is_ready(page)
        seek(page, 90)
        time_is(page, 90)


# -- following the speech


def offset(page: Page) -> float:
    top: float = page.evaluate("document.scrollingElement.scrollTop")
    return top


def settled(page: Page) -> None:
    """Until the page has stood still for some frames."""
    page.evaluate(
        """() => new Promise((resolve) => {
          let last = -1, still = 0;
          const look = () => {
            const top = document.scrollingElement.scrollTop;
            still = top === last ? still + 1 : 0;
            last = top;
            if (still > 12) resolve(); else requestAnimationFrame(look);
          };
          look();
        })"""
    )


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_the_page_follows_the_spoken_word(chromium_browser: Browser, site: Site, size: Size) -> None:
    with opened(chromium_browser, sample_page(site), size=size) as page:
        media_is_ready(page)
        seek(page, 105)
        settled(page)
        expect(page.locator(".lit")).to_be_in_viewport()
        lit = page.locator(".lit").bounding_box()
        covered = page.locator("cueweave-screen").bounding_box()
        assert lit is not None
        assert covered is not None
        assert size == DESKTOP or lit["y"] >= covered["y"] + covered["height"]


def test_it_stops_following_when_the_reader_scrolls_and_offers_the_way_back(
    chromium_browser: Browser, site: Site
) -> None:
    with opened(chromium_browser, site.write("long", LONG)) as page:
        media_is_ready(page)
        back = page.get_by_role("button", name="Back to the spoken word")
        seek(page, 300)
        settled(page)
        expect(back).to_be_hidden()
        page.mouse.move(900, 500)
        page.mouse.wheel(0, 900)
        expect(back).to_be_visible()
        settled(page)
        there = offset(page)
        play(page)
        page.wait_for_function(f"{PLAYER}.mediaElement.currentTime > 301")
        assert offset(page) == there
        back.click()
        expect(page.locator(".lit")).to_be_in_viewport()
        expect(back).to_be_hidden()


@pytest.mark.parametrize("key", ["PageDown", "ArrowDown", "End"])
def test_keys_that_scroll_stop_it_too(chromium_browser: Browser, site: Site, key: str) -> None:
    with opened(chromium_browser, site.write("long", LONG)) as page:
        media_is_ready(page)
        page.keyboard.press(key)
        expect(page.get_by_role("button", name="Back to the spoken word")).to_be_visible()


def test_a_click_on_a_word_follows_again(chromium_browser: Browser, site: Site) -> None:
    with opened(chromium_browser, site.write("long", LONG)) as page:
        media_is_ready(page)
        page.mouse.move(900, 500)
        page.mouse.wheel(0, 600)
        expect(page.get_by_role("button", name="Back to the spoken word")).to_be_visible()
        settled(page)
        page.mouse.click(760, 420)
        expect(page.get_by_role("button", name="Back to the spoken word")).to_be_hidden()


# -- a long transcript


def test_only_what_is_near_the_screen_has_elements_for_its_words(chromium_browser: Browser, site: Site) -> None:
    with opened(chromium_browser, site.write("long", LONG)) as page:
        expect(page.locator(".paragraph")).to_have_count(625)
        expect(page.locator(".word").first).to_be_visible()
        assert page.locator(".word").count() < 3000
        assert len((page.locator(".paragraph").last.locator(".text").text_content() or "").split()) == 48


def test_a_word_far_down_is_brought_on_the_screen(chromium_browser: Browser, site: Site) -> None:
    with opened(chromium_browser, site.write("words", '<cueweave-player src="long.json"></cueweave-player>')) as page:
        expect(page.locator(".word").first).to_be_visible()
        seek(page, 9000)
        settled(page)
        expect(page.locator(".lit")).to_be_in_viewport()


# -- states


def test_a_missing_transcript_is_said_in_words_and_can_be_tried_again(chromium_browser: Browser, site: Site) -> None:
    (site.folder / "late.json").unlink(missing_ok=True)
    with opened(chromium_browser, site.write("late", '<cueweave-player src="late.json"></cueweave-player>')) as page:
        expect(page.get_by_role("alert")).to_contain_text("There is no transcript at this address.")
        screenshot(page, "player-error")
        site.put("late.json", long_result(50))
        page.get_by_role("button", name="Try again").click()
        expect(page.locator(".paragraph")).to_have_count(2)


def test_while_it_loads_there_are_lines(chromium_browser: Browser, site: Site) -> None:
    with opened(chromium_browser, "about:blank") as page:
        page.route("**/result.json", lambda _: None)
        page.goto(sample_page(site))
        expect(page.get_by_role("status").filter(has_text="Loading the transcript")).to_be_attached()
        screenshot(page, "player-loading")


def test_a_recording_without_words_says_so(chromium_browser: Browser, site: Site) -> None:
    site.put("empty.json", {"paragraphs": []})
    with opened(chromium_browser, site.write("empty", '<cueweave-player src="empty.json"></cueweave-player>')) as page:
        expect(page.get_by_text("There are no words in this recording.")).to_be_visible()


def test_media_that_cant_be_played_leave_the_text(chromium_browser: Browser, site: Site) -> None:
    broken = '<cueweave-player src="result.json" media="nothing.mp4"></cueweave-player>'
    with opened(chromium_browser, site.write("broken", broken)) as page:
        expect(page.get_by_role("alert")).to_contain_text("can’t be played here")
        page.locator(".word", has_text="electrodes").first.click()
        expect(page.locator(".lit")).to_contain_text("electrodes")


# -- looks


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE, SMALLEST], ids=["desktop", "phone", "smallest"])
def test_nothing_is_wider_than_the_screen_and_nothing_jumps_on_load(
    chromium_browser: Browser, site: Site, size: Size, scheme: Scheme
) -> None:
    with opened(chromium_browser, sample_page(site), size=size, scheme=scheme) as page:
        expect(page.locator(".word").first).to_be_visible()
        media_is_ready(page)
        assert layout_shift(page) < 0.1
        assert widest(page) == 0
        seek(page, 50.2)
        settled(page)
        assert widest(page) == 0
        screenshot(page, f"player-{size[0]}-{scheme}")


def test_arabic_runs_from_right_to_left(chromium_browser: Browser, site: Site) -> None:
    words = "البطارية تخزن الطاقة بينما تتحرك الأيونات بين قطبين وكل دورة تكلف القليل من الليثيوم".split()
    site.put("arabic.json", long_result(300, language="ar", vocabulary=words))
    arabic = '<cueweave-player src="arabic.json" media="beeps.m4a"></cueweave-player>'
    with opened(chromium_browser, site.write("arabic", arabic)) as page:
        first, second = (page.locator(".word").nth(at).bounding_box() for at in (0, 1))
        assert first is not None
        assert second is not None
        assert first["x"] > second["x"]
        seek(page, 20)
        page.locator(".lit").focus()
        before = page.locator(".word:focus").get_attribute("data-word")
        page.keyboard.press("ArrowLeft")
        assert page.locator(".word:focus").get_attribute("data-word") == str(int(before or 0) + 1)
        screenshot(page, "player-right-to-left")


def test_with_reduced_motion_the_page_jumps(chromium_browser: Browser, site: Site) -> None:
    with opened(chromium_browser, site.write("long", LONG), reduced_motion=True) as page:
        media_is_ready(page)
        page.evaluate("window.scrolls = 0; addEventListener('scroll', () => { window.scrolls += 1 })")
        seek(page, 12)
        settled(page)
        assert page.evaluate("window.scrolls") <= 2
        expect(page.locator(".lit")).to_be_in_viewport()


def test_forced_colours_still_tell_the_spoken_word(chromium_browser: Browser, site: Site) -> None:
    with opened(chromium_browser, sample_page(site), forced_colors=True) as page:
        media_is_ready(page)
        seek(page, 50.2)
        lit = page.locator(".lit")
        background = lit.evaluate("(word) => getComputedStyle(word).backgroundColor")
        assert background != lit.evaluate("(word) => getComputedStyle(word.closest('.paragraph')).backgroundColor")
        screenshot(page, "player-forced-colours")


def test_it_works_under_a_strict_content_security_policy(chromium_browser: Browser, site: Site) -> None:
    strict = "default-src 'self'; img-src 'self' data:; object-src 'none'"
    policy = f'<meta http-equiv="Content-Security-Policy" content="{strict}">'
    with opened(chromium_browser, "about:blank") as page:
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.goto(site.write("strict", EMBED, head=f'{policy}<link rel="icon" href="data:,">'))
        media_is_ready(page)
        seek(page, 50.2)
        page.get_by_role("button", name="Captions").click()
        settled(page)
        expect(page.locator("cueweave-chart canvas")).to_be_visible()
        assert [text for text in complaints if "icon" not in text] == []
