"""The transcript on paper."""

import pytest
from page.browser import needs_chromium, screenshot
from page.stage import Stage, mount

pytestmark = [needs_chromium, pytest.mark.xdist_group("page")]
PAPER = (794, 1123)


def test_on_paper_there_is_an_article_with_everything_at_its_place(stage: Stage) -> None:
    with stage.opened(size=PAPER, scheme="dark") as page:
        article = mount(page, "cueweave-article", transcript=stage.result, heading="Batteries", base=stage.base)
        assert page.get_by_role("heading", name="Batteries").count() == 0
        article.evaluate("article => article.prepare()")
        page.emulate_media(media="print", color_scheme="dark")
        assert page.get_by_role("heading", level=1, name="Batteries").is_visible()
        titles = [paragraph["title"] for paragraph in stage.result["paragraphs"] if paragraph["title"]]
        assert page.get_by_role("heading", level=2).all_inner_texts() == titles
        assert page.locator("cueweave-visual").count() == len(stage.result["paragraphs"])
        assert page.locator("button:visible:not(.enlarge)").count() == 0
        screenshot(page, "article")


def test_the_browsers_own_command_prints_the_text_and_leaves_nothing_behind(stage: Stage) -> None:
    with stage.opened(size=PAPER) as page:
        mount(page, "cueweave-article", transcript=stage.result, base=stage.base)
        page.evaluate("addEventListener('afterprint', () => { window.printed = true; })")
        assert len(page.pdf()) > 20_000
        page.wait_for_function("window.printed")
        page.wait_for_function("document.querySelector('cueweave-article').renderRoot.textContent.trim() === ''")
