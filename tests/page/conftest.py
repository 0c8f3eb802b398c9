"""The browser, a site to open in it, and a page for single elements."""

import pytest
from page.browser import Site, built_player, chromium_browser, site
from page.stage import Stage, build_stage, sample_result
from playwright.sync_api import Browser

__all__ = ["built_player", "chromium_browser", "site", "stage"]


@pytest.fixture(scope="module")
def stage(site: Site, chromium_browser: Browser) -> Stage:
    """The page for single elements."""
    return Stage(chromium_browser, build_stage(site), sample_result(site))
