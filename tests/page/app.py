"""The page at `/` of a real server, in a browser that minds what its policy forbids; and states that are told to it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from page.browser import DESKTOP, Scheme, Size, opened
from playwright.sync_api import Browser, Page, Route, expect

HARMLESS = ("Failed to load resource",)
"""The browser's own notes about answers that the page deals with."""

Task = dict[str, Any]
expect.set_options(timeout=15_000)


@contextmanager
def visited(
    browser: Browser, address: str, *, size: Size = DESKTOP, scheme: Scheme = "light", **more: bool
) -> Iterator[Page]:
    """The page, and proof at its end that its scripts did nothing wrong and the policy had nothing to forbid."""
    complaints: list[str] = []
    with opened(browser, "about:blank", size=size, scheme=scheme, **more) as page:
        page.on(
            "console",
            lambda message: (
                complaints.append(message.text)
                if message.type in ("error", "warning") and not message.text.startswith(HARMLESS)
                else None
            ),
        )
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: dialog.accept())
        page.goto(address)
        yield page
        assert complaints == [], complaints


def sign_in(page: Page, user: str) -> None:
    """As anybody does it."""
    page.get_by_label("Your user id").fill(user)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Start with a recording")).to_be_visible()


def choose(page: Page, *files: Path) -> None:
    """Choose these files and hand them in."""
    page.locator("input[type=file]").set_input_files([str(file) for file in files])
    page.get_by_role("button", name="Make the transcript").click()


def slow_down(page: Page, bytes_per_second: int) -> None:
    """Uploads take their time from now on."""
    session = page.context.new_cdp_session(page)
    conditions = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": bytes_per_second}
    session.send("Network.emulateNetworkConditions", conditions)


def focused(page: Page) -> str:
    """The tag of what has the focus, through all shadow roots."""
    tag: str = page.evaluate(
        """() => {
          let element = document.activeElement;
          while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
          return element?.tagName ?? '';
        }"""
    )
    return tag


def task(key: int, status: str, **more: object) -> Task:
    """A task as the server tells of it."""
    stage = {"completed": "completed", "pending": "queued"}.get(status, "aligning")
    return {
        "task_id": f"ada:00000000-0000-4000-8000-{key:012}",
        "status": status,
        "stage": stage,
        "progress": 100 if status == "completed" else 0,
        "created_at": "2025-01-17T10:00:00.000Z",
        "updated_at": "2025-01-17T10:05:00.000Z",
        **more,
    }


def tell(page: Page, *, active: list[Task], finished: list[Task], next_cursor: str | None = None) -> None:
    """Let the server tell of these tasks."""
    body = {
        "user_id": "ada",
        "active_tasks": active,
        "completed_tasks": finished,
        "total_active": len(active),
        "total_completed": len(finished),
        **({"next_cursor": next_cursor} if next_cursor else {}),
    }
    answer(page, "**/users/me/tasks*", body)


def answer(page: Page, address: str, body: object, *, status: int = 200, headers: dict[str, str] | None = None) -> None:
    """Let the server answer this to that address."""

    def fulfil(route: Route) -> None:
        route.fulfill(status=status, headers=headers, content_type="application/json", body=json.dumps(body))

    page.unroute(address)
    page.route(address, fulfil)
