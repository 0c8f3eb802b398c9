"""The browser, and a site to open in it."""

from page.browser import built_player, chromium_browser, site

__all__ = ["built_player", "chromium_browser", "site"]
