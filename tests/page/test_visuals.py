"""Charts, tables and pictures in a browser."""

from typing import Any

import pytest
from page.browser import SMALLEST, Scheme, needs_chromium, screenshot, widest
from page.stage import Stage, chart, mount, table

pytestmark = [needs_chromium, pytest.mark.xdist_group("page")]
KINDS = ("bar", "line", "pie", "radar", "doughnut")
PAINTED = """element => {
  const canvas = element.renderRoot.querySelector('cueweave-chart').renderRoot.querySelector('canvas');
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const counts = {};
  for (let at = 0; at < data.length; at += 4)
    if (data[at + 3] === 255) {
      const colour = data.slice(at, at + 3).join();
      counts[colour] = (counts[colour] ?? 0) + 1;
    }
  return Object.keys(counts).filter(colour => counts[colour] > data.length / 4 / 150).sort();
}"""
TWENTY_FRAMES = """new Promise((resolve) => {
  let left = 20;
  const next = () => (left-- > 0 ? requestAnimationFrame(next) : resolve());
  next();
})"""
DRAWN = f"element => element.ready().then(() => ({PAINTED})(element))"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("reduced_motion", [False, True])
def test_all_charts_are_drawn_in_the_colours_of_the_page(stage: Stage, scheme: Scheme, reduced_motion: bool) -> None:  # noqa: FBT001
    accent = {"light": "11,95,102", "dark": "111,208,211"}[scheme]
    with stage.opened(size=(480, 2000), scheme=scheme, reduced_motion=reduced_motion) as page:
        for kind in KINDS:
            colours = mount(page, "cueweave-visual", visual=chart(kind)).evaluate(DRAWN)
            assert accent in colours or kind in ("line", "radar"), (kind, colours)
            assert len(colours) >= {"pie": 4, "doughnut": 4}.get(kind, 0), (kind, colours)
        screenshot(page, f"charts-{scheme}")


def test_a_chart_changes_its_colours_with_the_page(stage: Stage) -> None:
    with stage.opened() as page:
        element = mount(page, "cueweave-visual", visual=chart("bar"))
        assert "11,95,102" in element.evaluate(DRAWN)
        page.emulate_media(color_scheme="dark")
        page.wait_for_function(f"element => ({PAINTED})(element).includes('111,208,211')", arg=element)


def test_a_chart_of_many_bars_names_each(stage: Stage) -> None:
    labels = tuple(f"A long label that goes on for a while {at}" for at in range(12))
    with stage.opened(size=(480, 800), reduced_motion=True) as page:
        element = mount(page, "cueweave-visual", visual=chart("bar", labels))
        height = element.evaluate("element => element.ready().then(() => element.offsetHeight)")
        assert height > 12 * 40
        screenshot(page, "chart-many-bars")


def test_a_chart_stands_still_where_motion_is_unwanted(stage: Stage) -> None:
    with stage.opened(reduced_motion=True) as page:
        element = mount(page, "cueweave-visual", visual=chart("line"))
        first = element.evaluate(DRAWN)
        page.evaluate(TWENTY_FRAMES)
        assert element.evaluate(PAINTED) == first


def test_a_chart_has_a_table_for_those_who_cannot_see_it_and_for_those_who_want_it(stage: Stage) -> None:
    with stage.opened() as page:
        mount(page, "cueweave-visual", visual=chart("pie"))
        drawing = page.get_by_role("img", name="Pie chart: Watt hours per kilogram")
        drawing.wait_for()
        row = page.get_by_role("row", name="Nickel metal 68")
        assert row.get_by_role("rowheader").inner_text() == "Nickel metal"
        assert row.bounding_box() is None or page.locator(".unseen table").count() == 1
        page.get_by_role("button", name="Show as table").click()
        page.locator(".scroll table").wait_for()
        assert drawing.count() == 0
        screenshot(page, "chart-as-table")
        page.get_by_role("button", name="Show as chart").click()
        drawing.wait_for()


def test_a_table_has_headers_and_scrolls_inside_itself(stage: Stage) -> None:
    with stage.opened(size=SMALLEST) as page:
        mount(page, "cueweave-visual", visual=table())
        assert page.get_by_role("columnheader").all_inner_texts()[:2] == ["Cell", "Voltage"]
        assert page.locator("th").first.get_attribute("scope") == "col"
        box = page.get_by_role("group", name="Cells in comparison")
        box.focus()
        page.keyboard.press("ArrowRight")
        page.wait_for_function("box => box.scrollLeft > 0", arg=box.element_handle())
        assert widest(page) <= 0
        screenshot(page, "table-small")


def test_a_picture_is_seen_larger_and_the_focus_comes_back(stage: Stage) -> None:
    with stage.opened(reduced_motion=True) as page:
        visual = next(p["visuals"] for p in stage.result["paragraphs"] if p["visuals"]["type"] == "image")
        mount(page, "cueweave-visual", visual=visual, base=stage.base)
        opener = page.get_by_role("button", name="Show larger")
        opener.focus()
        page.keyboard.press("Enter")
        page.get_by_role("dialog", name=visual["title"]).wait_for()
        large = page.get_by_role("dialog").get_by_role("img")
        page.wait_for_function("img => img.complete && img.naturalWidth > 0", arg=large.element_handle())
        assert large.get_attribute("alt") == (visual["content"]["alt_text"] or visual["title"])
        screenshot(page, "picture-large")
        page.keyboard.press("Escape")
        page.get_by_role("dialog").wait_for(state="hidden")
        assert opener.evaluate("button => button.matches(':focus')")


def test_a_picture_that_is_gone_says_so(stage: Stage) -> None:
    content: dict[str, Any] = {"type": "image", "title": "Cell", "alt_text": "Two plates", "url": "data:image/png,none"}
    with stage.opened() as page:
        shown = {"type": "image", "title": "Cell", "start_time": 0, "end_time": 1, "content": content}
        mount(page, "cueweave-visual", visual=shown)
        page.get_by_text("The picture couldn’t be loaded.").wait_for()
        assert page.get_by_text("Two plates").is_visible()
