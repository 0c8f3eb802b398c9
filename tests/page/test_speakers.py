"""Who speaks stands beside the paragraph where it is known."""

from __future__ import annotations

import pytest
from long_transcript import long_result
from page.browser import Site, needs_chromium, opened
from playwright.sync_api import Browser, expect

pytestmark = [needs_chromium, pytest.mark.xdist_group("chromium")]


def test_a_speaker_is_shown_as_it_is_written_and_nobody_where_nobody_is_known(
    chromium_browser: Browser, site: Site
) -> None:
    result = long_result(100)
    result["paragraphs"][1]["speaker"] = "Ann <b>O'Neill</b>"
    site.put("speakers.json", result)
    with opened(
        chromium_browser, site.write("speakers", '<cueweave-player src="speakers.json"></cueweave-player>')
    ) as page:
        expect(page.locator(".paragraph")).to_have_count(3)
        expect(page.locator(".speaker")).to_have_text(["Ann <b>O'Neill</b>"])
        expect(page.locator(".paragraph").nth(1).locator(".speaker")).to_be_visible()
