"""Chromium for tests of pages: a page of a given size and colours, a site of static files, screenshots.

Playwright's own loop would disturb tests that use asyncio, so that the browser lives as long as one module's tests.
"""

from __future__ import annotations

import fcntl
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest
from chromium import MISSING, chromium, started_chromium
from long_transcript import Document, long_result, write_beeps
from make_sample import Sample
from playwright.sync_api import Browser, Page
from static_server import serve_files
from support.commands import cueweave

ROOT = Path(__file__).parents[2]
DIST = ROOT / "player" / "player" / "dist"
ARTEFACTS = ROOT / "test-artefacts"
AXE = ROOT / "player/node_modules/axe-core/axe.min.js"
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
DESKTOP = (1280, 800)
PHONE = (390, 844)
SMALLEST = (320, 640)
Size = tuple[int, int]
Scheme = Literal["light", "dark"]

needs_chromium = pytest.mark.skipif(chromium() is None, reason=MISSING)


@dataclass(frozen=True, slots=True)
class Site:
    """A folder and the address under which a static server shows it."""

    folder: Path
    address: str

    def write(self, name: str, element: str, *, head: str = "") -> str:
        """A page with this element in it, and the player's script; its address."""
        html = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{name}</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">{head}
            <script type="module" src="cueweave-player.js"></script></head>
            <body><main>{element}</main></body></html>"""
        (self.folder / f"{name}.html").write_text(html)
        return f"{self.address}/{name}.html"

    def put(self, name: str, document: Document) -> None:
        """A JSON file."""
        (self.folder / name).write_text(json.dumps(document))


@pytest.fixture(scope="module")
def chromium_browser() -> Iterator[Browser]:
    """A running browser."""
    if chromium() is None:
        pytest.skip(MISSING)
    with started_chromium() as browser:
        yield browser


@pytest.fixture(scope="session")
def built_player() -> Path:
    """The folder with the player's script."""
    if not (DIST / "cueweave-player.js").exists():
        pytest.fail("the player isn't built: make page")
    return DIST


@pytest.fixture(scope="session")
def site(built_player: Path, sample: Sample, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The sample as `cueweave process` leaves it, its medium, a long transcript, a sound, and the player's script."""
    folder = tmp_path_factory.getbasetemp() / "site"
    made = _sample_site(sample, _of_all_workers(tmp_path_factory))
    shutil.copytree(made, folder)
    for script in built_player.glob("*.js"):
        shutil.copy(script, folder)
    with serve_files(folder) as address:
        yield Site(folder, address)


def _of_all_workers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that all workers of one run have in common; without workers, the run's own."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if base.name.startswith("popen-") else base


def _sample_site(sample: Sample, folder: Path) -> Path:
    """Made once a run, by whichever worker comes first."""
    made = folder / "sample-site"
    with (folder / "sample-site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            making = folder / "sample-site.making"
            done = cueweave("process", str(sample.media), "--srt", str(sample.srt), "-o", str(making))
            assert done.returncode == 0, done.stderr
            shutil.copy(sample.media, making)
            (making / "long.json").write_text(json.dumps(long_result(30_000)))
            write_beeps(making / "beeps.m4a", 600)
            making.rename(made)
    return made


@contextmanager
def opened(
    browser: Browser,
    address: str,
    *,
    size: Size = DESKTOP,
    scheme: Scheme = "light",
    reduced_motion: bool = False,
    forced_colors: bool = False,
) -> Iterator[Page]:
    """A page, and proof at its end that nothing went wrong in its scripts."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme=scheme,
        reduced_motion="reduce" if reduced_motion else "no-preference",
        forced_colors="active" if forced_colors else "none",
        has_touch=size[0] < 500,
    )
    page = context.new_page()
    page.set_default_timeout(15_000)
    failures: list[str] = []
    page.on("pageerror", lambda error: failures.append(str(error)))
    try:
        page.goto(address)
        yield page
        assert failures == []
    finally:
        context.close()


def screenshot(page: Page, name: str) -> Path:
    """A picture of what the page shows, kept among the artefacts of the run."""
    ARTEFACTS.mkdir(exist_ok=True)
    path = ARTEFACTS / f"{name}.png"
    page.screenshot(path=path)
    return path


def violations(page: Page, *, unasked: tuple[str, ...] = ()) -> list[str]:
    """What axe finds, a line each; rules by the names in `unasked` are left out."""
    if not page.evaluate("'axe' in window"):
        # as the browser's own tools do it, past the page's policy
        page.evaluate(AXE.read_text())
    rules = {name: {"enabled": False} for name in unasked}
    found = page.evaluate(
        "([tags, rules]) => axe.run(document, {runOnly: tags, rules, resultTypes: ['violations']})",
        [list(RULES), rules],
    )
    return [
        f"{each['id']}: {each['help']}: {[node['target'] for node in each['nodes']]}" for each in found["violations"]
    ]


def widest(page: Page) -> int:
    """How many pixels the page is wider than the screen."""
    over: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return over


def layout_shift(page: Page) -> float:
    """All shifts so far that no input caused, as the browser counts them."""
    shift: float = page.evaluate(
        """() => new Promise((resolve) => {
          let all = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) if (!entry.hadRecentInput) all += entry.value;
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => resolve(all), 50);
        })"""
    )
    return shift
