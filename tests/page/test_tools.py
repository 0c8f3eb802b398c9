"""Search, chapters, legend and the sheet of keys in a browser."""

import pytest
from page.browser import needs_chromium, screenshot
from page.stage import Stage, mount, told

pytestmark = [needs_chromium, pytest.mark.xdist_group("page")]


def test_a_search_counts_goes_on_goes_back_and_is_cleared(stage: Stage) -> None:
    with stage.opened() as page:
        mount(page, "cueweave-search", transcript=stage.result)
        field = page.get_by_role("searchbox", name="Search the transcript")
        field.fill("BATTERY")
        count = page.locator(".count")
        all_hits = len(told(page, "cw-hits")[-1]["hits"])
        assert all_hits > 2
        assert count.inner_text() == f"1 of {all_hits}"
        field.press("Enter")
        field.press("F3")
        assert count.inner_text() == f"3 of {all_hits}"
        field.press("Shift+Enter")
        field.press("Shift+F3")
        field.press("Shift+Enter")
        assert count.inner_text() == f"{all_hits} of {all_hits}"
        assert told(page, "cw-hits")[-1]["current"] == all_hits - 1
        screenshot(page, "search")
        field.press("Escape")
        assert field.input_value() == ""
        assert told(page, "cw-hits")[-1] == {"hits": [], "current": -1}


def test_what_a_search_found_is_said_politely(stage: Stage) -> None:
    with stage.opened() as page:
        mount(page, "cueweave-search", transcript=stage.result)
        page.get_by_role("searchbox").fill("lithium battery")
        page.get_by_role("status").filter(has_text="1 of").wait_for(state="attached")
        page.get_by_role("searchbox").fill("xyzzy")
        page.get_by_role("status").filter(has_text="Not found").wait_for(state="attached")
        assert page.get_by_role("button", name="Next place").is_disabled()


def test_a_search_begins_where_one_listens(stage: Stage) -> None:
    with stage.opened() as page:
        mount(page, "cueweave-search", transcript=stage.result, time=60)
        page.get_by_role("searchbox").fill("battery")
        found = told(page, "cw-hits")[-1]
        words = [word for paragraph in stage.result["paragraphs"] for word in paragraph["words"]]
        assert words[found["hits"][found["current"]]["first"]]["end"] >= 60
        assert words[found["hits"][found["current"] - 1]["first"]]["end"] < 60


def test_chapters_mark_the_current_one_and_lead_to_each(stage: Stage) -> None:
    opening = [paragraph for paragraph in stage.result["paragraphs"] if paragraph["title"]]
    with stage.opened(size=(420, 500)) as page:
        chapters = mount(page, "cueweave-chapters", transcript=stage.result, time=opening[1]["start_time"] + 1)
        assert page.get_by_role("navigation", name="Chapters").get_by_role("button").count() == len(opening)
        assert opening[1]["title"] in page.locator("[aria-current]").inner_text()
        chapters.evaluate("(chapters, time) => { chapters.time = time; }", opening[2]["start_time"])
        page.locator("[aria-current]").filter(has_text=opening[2]["title"]).wait_for()
        page.get_by_role("button", name=opening[0]["title"]).click()
        assert told(page, "cw-seek") == [{"time": opening[0]["start_time"]}]
        screenshot(page, "chapters")


def test_the_legend_names_the_types_that_are_there_and_turns_them_off(stage: Stage) -> None:
    with stage.opened(size=(600, 300)) as page:
        mount(page, "cueweave-legend", transcript=stage.result)
        present = {keyword["type"] for paragraph in stage.result["paragraphs"] for keyword in paragraph["keywords"]}
        assert page.get_by_role("button").count() == len(present)
        terms = page.get_by_role("button", name="Terms")
        terms.click()
        assert terms.get_attribute("aria-pressed") == "false"
        assert told(page, "cw-types") == [{"types": ["main", "Callouts", "Warnings"]}]
        screenshot(page, "legend")


def test_the_sheet_of_keys_opens_and_closes_by_key(stage: Stage) -> None:
    with stage.opened(reduced_motion=True) as page:
        sheet = mount(page, "cueweave-shortcuts")
        sheet.evaluate("sheet => sheet.show()")
        dialog = page.get_by_role("dialog", name="Keyboard shortcuts")
        dialog.wait_for()
        screenshot(page, "shortcuts")
        page.keyboard.press("Escape")
        dialog.wait_for(state="hidden")
