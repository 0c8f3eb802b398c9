"""What axe finds on each element, in light and dark."""

import pytest
from page.browser import PHONE, Scheme, needs_chromium, violations
from page.stage import Json, Stage, chart, mount, table
from playwright.sync_api import Page

pytestmark = [needs_chromium, pytest.mark.xdist_group("page")]
SCHEMES = pytest.mark.parametrize("scheme", ["light", "dark"])
SMALL = """() => {
  const found = [];
  const look = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) look(element.shadowRoot);
      if (!element.matches('button, a, input, select, textarea, summary')) continue;
      const { width, height } = element.getBoundingClientRect();
      if (width && (width < 24 || height < 24)) found.push(`${element.outerHTML.slice(0, 80)} ${width}x${height}`);
    }
  };
  look(document);
  return found;
}"""


def check(page: Page) -> None:
    """Nothing for axe, and no target smaller than 24 pixels."""
    assert violations(page) == []
    assert page.evaluate(SMALL) == []


@SCHEMES
def test_visuals_are_accessible(stage: Stage, scheme: Scheme) -> None:
    with stage.opened(size=PHONE, scheme=scheme, reduced_motion=True) as page:
        picture: Json = next(p["visuals"] for p in stage.result["paragraphs"] if p["visuals"]["type"] == "image")
        for each in (chart("doughnut"), table(), picture):
            mount(page, "cueweave-visual", visual=each, base=stage.base).evaluate("element => element.ready()")
        check(page)
        page.get_by_role("button", name="Show as table").click()
        check(page)
        page.get_by_role("button", name="Show larger").click()
        page.get_by_role("dialog").wait_for()
        check(page)


@SCHEMES
def test_the_tools_of_the_reader_are_accessible(stage: Stage, scheme: Scheme) -> None:
    with stage.opened(scheme=scheme, reduced_motion=True) as page:
        for name in ("cueweave-search", "cueweave-chapters", "cueweave-legend"):
            mount(page, name, transcript=stage.result, time=20)
        check(page)
        page.get_by_role("searchbox").fill("battery")
        page.get_by_role("button", name="Terms").click()
        check(page)
        page.get_by_role("searchbox").fill("xyzzy")
        check(page)
        mount(page, "cueweave-shortcuts").evaluate("sheet => sheet.show()")
        check(page)


@SCHEMES
def test_the_editor_is_accessible(stage: Stage, scheme: Scheme) -> None:
    with stage.opened(scheme=scheme, reduced_motion=True) as page:
        editor = mount(page, "cueweave-editor", result=stage.result, time=12)
        check(page)
        page.get_by_role("button", name="Edit").click()
        page.get_by_role("button", name="+ Keyword").first.click()
        page.get_by_role("button", name="+ Chapter title").first.click()
        for form in page.locator("summary").all():
            form.click()
        check(page)
        page.get_by_role("textbox", name="Text of paragraph 1").fill("")
        page.get_by_role("textbox", name="Text of paragraph 2").focus()
        page.get_by_role("alert").wait_for()
        check(page)
        assert editor.evaluate("editor => editor.edited.paragraphs.length") == len(stage.result["paragraphs"])
