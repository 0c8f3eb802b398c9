"""Editing a transcript in a browser."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from page.browser import DESKTOP, PHONE, Scheme, Size, needs_chromium, screenshot, widest
from page.stage import Json, Stage, chart, mount, table, told
from playwright.sync_api import Dialog, Locator, Page, expect

pytestmark = [needs_chromium, pytest.mark.xdist_group("page")]
HERE = "area => { area.focus(); area.setSelectionRange(at, at); }"


@contextmanager
def edited(stage: Stage, *, size: Size = DESKTOP, scheme: Scheme = "light") -> Iterator[Page]:
    """The sample in the editor."""
    with stage.opened(size=size, scheme=scheme) as page:
        mount(page, "cueweave-editor", result=stage.result, editing=True)
        expect(texts(page)).to_have_count(len(stage.result["paragraphs"]))
        yield page


def texts(page: Page) -> Locator:
    """The fields of the paragraphs."""
    return page.get_by_role("textbox", name="Text of paragraph")


def stand(page: Page, paragraph: int, at: int) -> None:
    """Put the caret before a character."""
    texts(page).nth(paragraph).evaluate(f"area => {{ const at = {at}; ({HERE})(area); }}")


def result_of(page: Page) -> Json:
    """What has been edited up to now."""
    result: Json = page.locator("cueweave-editor").evaluate("editor => editor.edited")
    return result


def test_a_word_that_is_corrected_keeps_its_time(stage: Stage) -> None:
    before = stage.result["paragraphs"][0]["words"]
    with edited(stage) as page:
        text = texts(page).first
        text.fill(text.input_value().replace("lecture", "talk"))
        text.blur()
        after = result_of(page)["paragraphs"][0]["words"]
        assert [word["word"] for word in after] == [word["word"].replace("lecture", "talk") for word in before]
        assert [word["start"] for word in after] == [word["start"] for word in before]
        assert page.get_by_role("status").inner_text() == "Unsaved changes"


def test_enter_splits_backspace_joins_and_the_caret_stays_between(stage: Stage) -> None:
    count = len(stage.result["paragraphs"])
    with edited(stage) as page:
        first = texts(page).first.input_value()
        at = first.index("Almost")
        stand(page, 0, at)
        page.keyboard.press("Enter")
        expect(texts(page)).to_have_count(count + 1)
        expect(texts(page).nth(1)).to_be_focused()
        assert texts(page).first.input_value() == first[: at - 1]
        page.keyboard.press("Backspace")
        expect(texts(page)).to_have_count(count)
        expect(texts(page).first).to_be_focused()
        assert texts(page).first.evaluate("area => area.selectionStart") == at
        assert result_of(page) == stage.result


def test_steps_are_undone_and_done_again_by_key_and_by_button(stage: Stage) -> None:
    with edited(stage) as page:
        title = page.get_by_role("textbox", name="Chapter title").first
        title.fill("Cells")
        title.press("Enter")
        stand(page, 0, 0)
        page.keyboard.type("Well, ")
        page.keyboard.press("Control+z")
        expect(texts(page).first).to_have_value(stage.result["paragraphs"][0]["paragraph_text"])
        page.get_by_role("button", name="Undo").click()
        expect(title).to_have_value(stage.result["paragraphs"][0]["title"])
        page.get_by_role("button", name="Redo").click()
        page.keyboard.press("Control+Shift+z")
        assert result_of(page)["paragraphs"][0]["paragraph_text"].startswith("Well, Welcome")
        assert result_of(page)["paragraphs"][0]["title"] == "Cells"


def test_what_would_break_the_result_is_refused_in_words(stage: Stage) -> None:
    with edited(stage) as page:
        stand(page, 1, 0)
        page.keyboard.press("Backspace")
        expect(page.get_by_role("alert")).to_contain_text("a paragraph has room for one")
        assert result_of(page) == stage.result


def test_keywords_are_added_from_the_selection_retyped_and_removed(stage: Stage) -> None:
    with edited(stage) as page:
        row = page.get_by_role("region", name="Paragraph 1", exact=True)
        area = texts(page).first
        at = area.input_value().index("energy")
        area.evaluate(f"area => area.setSelectionRange({at}, {at + 6})")
        for keyword in stage.result["paragraphs"][0]["keywords"]:
            row.get_by_role("button", name=f"Remove the keyword “{keyword['word']}”").click()
        row.get_by_role("button", name="+ Keyword").click()
        field = row.get_by_role("textbox", name="Word or phrase")
        expect(field).to_have_value("energy")
        field.press("Enter")
        row.get_by_label("Type of “energy”").select_option("Warnings")
        assert result_of(page)["paragraphs"][0]["keywords"] == [{"word": "energy", "type": "Warnings"}]


def test_a_visual_is_retitled_and_moved(stage: Stage) -> None:
    with edited(stage) as page:
        form = page.locator("cueweave-visual-form").first
        form.locator("summary").click()
        form.get_by_label("Title").fill("The beginning")
        form.get_by_label("Shown to (seconds)").fill("7.5")
        form.get_by_label("Shown to (seconds)").blur()
        first = result_of(page)["paragraphs"][0]["visuals"]
        assert (first["title"], first["content"]["title"], first["end_time"]) == ("The beginning",) * 2 + (7.5,)
        form.get_by_role("button", name="To the next paragraph").click()
        assert result_of(page)["paragraphs"][1]["visuals"]["title"] == "The beginning"


@contextmanager
def drawn(stage: Stage, content: Json, **look: Any) -> Iterator[Page]:
    """The sample in the editor with this chart or table in its first paragraph, whose form is open."""
    paragraphs = [{**stage.result["paragraphs"][0], "visuals": content}, *stage.result["paragraphs"][1:]]
    with stage.opened(**look) as page:
        mount(page, "cueweave-editor", result={**stage.result, "paragraphs": paragraphs}, editing=True)
        page.locator("cueweave-visual-form summary").first.click()
        yield page


def shown(page: Page) -> Json:
    """The content of the first visual, as edited up to now."""
    content: Json = result_of(page)["paragraphs"][0]["visuals"]["content"]
    return content


def test_labels_and_numbers_of_a_chart_are_edited_by_keyboard_and_undone(stage: Stage) -> None:
    with drawn(stage, chart("bar", ("Lead", "Iron"))) as page:
        grid = page.locator("cueweave-grid").first
        grid.get_by_label("Label 1").fill("Lead acid")
        page.keyboard.press("Enter")
        expect(grid.get_by_label("Label 2")).to_be_focused()
        grid.get_by_label("Number of “Iron”").fill("125.5")
        page.keyboard.press("ArrowUp")
        expect(grid.get_by_label("Number of “Lead acid”")).to_be_focused()
        assert shown(page)["data"] == {"labels": ["Lead acid", "Iron"], "datasets": [40, 125.5]}
        page.keyboard.type("4")
        page.keyboard.press("Control+z")
        expect(grid.get_by_label("Number of “Lead acid”")).to_have_value("40")
        page.keyboard.press("Control+z")
        expect(grid.get_by_label("Number of “Iron”")).to_have_value("68")
        page.keyboard.press("Control+Shift+z")
        expect(grid.get_by_label("Number of “Iron”")).to_have_value("125.5")


def test_a_number_must_be_one_and_what_was_there_stays(stage: Stage) -> None:
    with drawn(stage, chart("bar", ("Lead", "Iron"))) as page:
        grid = page.locator("cueweave-grid").first
        field = grid.get_by_label("Number of “Iron”")
        field.fill("about 12")
        field.press("Tab")
        expect(page.get_by_role("alert")).to_contain_text("“about 12” isn’t a number; “Iron” stays at 68.")
        expect(field).to_have_value("68")
        assert shown(page)["data"]["datasets"] == [40, 68]


def test_cells_of_a_table_are_edited_and_rows_come_and_go_without_losing_the_focus(stage: Stage) -> None:
    with drawn(stage, table()) as page:
        grid = page.locator("cueweave-grid").first
        grid.get_by_label("Header of column 2").fill("Volts")
        page.keyboard.press("Enter")
        page.keyboard.type("2.1 V")
        grid.get_by_role("button", name="+ Row").click()
        expect(grid.get_by_label("Cell, row 3")).to_be_focused()
        page.keyboard.type("Best cells")
        grid.get_by_role("button", name="Remove row 2").click()
        expect(grid.get_by_role("button", name="Remove row 2")).to_be_focused()
        content = shown(page)
        assert content["headers"][1] == "Volts"
        assert [row[:2] for row in content["data"]] == [["Lead acid", "2.1 V"], ["Best cells", ""]]
        page.keyboard.press("Enter")
        expect(grid.get_by_role("button", name="Remove row 1")).to_be_disabled()
        expect(grid.get_by_label("Cell, row 1")).to_be_focused()


def test_what_stands_in_a_field_is_saved_too(stage: Stage) -> None:
    with drawn(stage, chart("bar", ("Lead", "Iron"))) as page:
        grid = page.locator("cueweave-grid").first
        grid.get_by_label("Label 1").fill("Lead acid")
        with page.expect_download() as download:
            page.keyboard.press("Control+s")
        assert "Lead acid" in download.value.path().read_text()


def test_without_a_server_the_result_is_offered_as_a_file(stage: Stage) -> None:
    with edited(stage) as page:
        assert page.get_by_role("button", name="Save").is_disabled()
        stand(page, 0, 0)
        page.keyboard.type("Well, ")
        with page.expect_download() as download:
            page.keyboard.press("Control+s")
        assert download.value.suggested_filename == "transcript.json"
        assert '"Well,"' in download.value.path().read_text()
        assert page.get_by_role("status").inner_text() == "Downloaded as a file"


def test_with_a_server_it_is_saved_there_and_failures_are_said(stage: Stage) -> None:
    with edited(stage) as page:
        page.evaluate("addEventListener('cw-save', event => event.preventDefault())")
        stand(page, 0, 0)
        page.keyboard.type("Well, ")
        page.get_by_role("button", name="Save").click()
        editor = page.locator("cueweave-editor")
        expect(page.get_by_role("status")).to_have_text("Saving…")
        editor.evaluate("editor => editor.failed('Somebody else saved this transcript.')")
        expect(page.get_by_role("alert")).to_have_text("Somebody else saved this transcript.")
        page.get_by_role("button", name="Save").click()
        editor.evaluate("editor => editor.saved()")
        expect(page.get_by_role("status")).to_have_text("Saved")
        assert told(page, "cw-save")[-1]["result"]["paragraphs"][0]["words"][0]["word"] == "Well,"
        assert page.get_by_role("button", name="Save").is_disabled()


def test_leaving_with_unsaved_changes_is_asked_about(stage: Stage) -> None:
    with edited(stage) as page:
        stand(page, 0, 0)
        page.keyboard.type("Well, ")
        asked: list[str] = []

        def agree(dialog: Dialog) -> None:
            asked.append(dialog.type)
            dialog.accept()

        page.on("dialog", agree)
        page.reload()
        assert asked == ["beforeunload"]


def test_the_first_version_comes_back_and_that_can_be_undone(stage: Stage) -> None:
    with edited(stage) as page:
        stand(page, 0, 0)
        page.keyboard.type("Well, ")
        page.get_by_role("button", name="Back to the first version").click()
        assert result_of(page) == stage.result
        page.get_by_role("button", name="Undo").click()
        assert result_of(page)["paragraphs"][0]["words"][0]["word"] == "Well,"


@pytest.mark.parametrize(("size", "scheme"), [(DESKTOP, "light"), (DESKTOP, "dark"), (PHONE, "light")])
def test_the_editor_fits_the_screen(stage: Stage, size: Size, scheme: Scheme) -> None:
    with edited(stage, size=size, scheme=scheme) as page:
        page.locator("cueweave-visual-form").nth(3).locator("summary").click()
        assert widest(page) <= 0
        screenshot(page, f"editor-{scheme}-{size[0]}")
    with drawn(stage, table(), size=size, scheme=scheme) as page:
        assert widest(page) <= 0
        screenshot(page, f"editor-cells-{scheme}-{size[0]}")
