"""How fast the player shows and follows a transcript of 30,000 words, and how large it is."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from chromium import MISSING, chromium, started_chromium
from long_transcript import long_result, write_film
from playwright.sync_api import Browser, CDPSession, Page
from row import Row, print_machine, print_table
from static_server import serve_files

DIST = Path(__file__).parents[1] / "player" / "player" / "dist"
STATIC_IMPORT = re.compile(r"""(?:from|import)\s*["']\./([\w.-]+\.js)["']""")
WORDS = 30_000
LOADS = 5
PLAYED = 40
"""Seconds."""
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>30,000 words</title>
<script type="module" src="cueweave-player.js"></script>
<cueweave-player src="result.json" media="film.mp4" kind="video"></cueweave-player></html>"""

FIRST_PAINT = """() => new Promise((resolve) => {
  const painted = () => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve({
      whole: performance.now(),
      arrived: performance.getEntriesByType('resource').find((entry) => entry.name.endsWith('result.json')).responseEnd,
    });
    port2.postMessage(0);
  });
  document.addEventListener('cw-ready', (event) => event.target.updateComplete.then(painted));
})"""

WATCH = """(seconds) => new Promise((resolve) => {
  const player = document.querySelector('cueweave-player');
  const video = player.mediaElement;
  const text = player.shadowRoot.querySelector('cueweave-transcript');
  const frames = [], pictures = [], lit = [];
  const light = text.light.bind(text);
  let frame = 0, word = -1, last = 0;
  text.light = (index, paragraph) => {
    if (index !== word) lit.push({ start: player.transcript.words[index]?.start, frame });
    word = index;
    light(index, paragraph);
  };
  const shown = (_, { mediaTime, expectedDisplayTime }) => {
    pictures.push([expectedDisplayTime, mediaTime]);
    video.requestVideoFrameCallback(shown);
  };
  const step = (now) => {
    frame = now;
    const { port1, port2 } = new MessageChannel();
    const since = last ? now - last : null;
    last = now;
    port1.onmessage = () => frames.push({ work: performance.now() - now, since });
    port2.postMessage(0);
    if (video.currentTime < seconds) requestAnimationFrame(step);
    else setTimeout(() => resolve({ frames, pictures, lit }), 100);
  };
  video.requestVideoFrameCallback(shown);
  requestAnimationFrame(step);
  video.play();
})"""
DISPLAY = 1000 / 60
"""Milliseconds from the start of a frame to the moment it is seen."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a run showed: milliseconds."""

    first_paint: tuple[float, ...]
    after_arrival: tuple[float, ...]
    until_paint: tuple[float, ...]
    thread: float
    work: tuple[float, ...]
    between: tuple[float, ...]
    error: tuple[float, ...]


def player_rows() -> list[Row]:
    """The rows of the table; one that says so where there is no browser."""
    if not chromium():
        return [Row("the player", MISSING, "")]
    seen = watch()
    return [
        Row("first paint of 30,000 words, from the start of the page", spread(seen.first_paint), "limit: 1,000 ms"),
        Row("the same, from when the result is there", spread(seen.after_arrival), "aim: 400 ms"),
        Row("processor time of the page's thread until then", spread(seen.until_paint), ""),
        Row("the page's thread, in each frame while playing", f"{seen.thread:.1f} ms of processor time", ""),
        Row("from a frame's start to its end on a busy machine", spread(seen.work), "limit: 95% in 16 ms"),
        Row("between frames, 16.7 at best", spread(seen.between), ""),
        Row(f"word lit this far from its time, {len(seen.error)} words", spread(seen.error), "limit: 50 ms"),
        *_size_rows(),
    ]


def _size_rows() -> list[Row]:
    """What a page fetches at once, what the editor adds where somebody may edit, and charts where there is one."""
    packed = {path.name: len(gzip.compress(path.read_bytes(), 9)) / 1000 for path in DIST.glob("*.js")}
    at_once = sum(packed[name] for name in _fetched_at_once("cueweave-player.js"))
    charts = next(size for name, size in packed.items() if name.startswith("chart-"))
    return [
        Row("script fetched at once, gzipped", f"{at_once:.1f} kB", "aim: 35 kB"),
        Row("all of it but Chart.js, with the editor", f"{sum(packed.values()) - charts:.1f} kB", "limit: 60 kB"),
        Row("all of it", f"{sum(packed.values()):.1f} kB", "limit: 130 kB"),
    ]


def _fetched_at_once(name: str) -> set[str]:
    found, wanted = set[str](), {name}
    while wanted:
        found |= wanted
        wanted = {each for name in wanted for each in STATIC_IMPORT.findall((DIST / name).read_text())} - found
    return found


def watch() -> Seen:
    """Load and play the long transcript in a browser that renders in software."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for script in DIST.glob("*.js"):
            shutil.copy(script, folder)
        (folder / "result.json").write_text(json.dumps(long_result(WORDS)))
        (folder / "index.html").write_text(PAGE)
        write_film(folder / "film.mp4", PLAYED + 5)
        with serve_files(folder) as address, started_chromium() as browser:
            paints = [_painted(browser, address) for _ in range(LOADS)]
            return _played(browser, address, paints)


def _page(browser: Browser) -> tuple[Page, CDPSession]:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.set_default_timeout(1000 * (PLAYED + 60))
    page.add_init_script(f"window.painted = ({FIRST_PAINT})()")
    metrics = page.context.new_cdp_session(page)
    metrics.send("Performance.enable", {"timeDomain": "threadTicks"})
    return page, metrics


def _painted(browser: Browser, address: str) -> tuple[float, float, float]:
    """Milliseconds to the first paint: since the start of the page, since the result came, and of the processor."""
    page, metrics = _page(browser)
    page.goto(f"{address}/index.html")
    paint: dict[str, float] = page.evaluate("window.painted")
    spent = 1000 * _thread_time(metrics)
    page.close()
    return paint["whole"], paint["whole"] - paint["arrived"], spent


def _played(browser: Browser, address: str, paints: list[tuple[float, float, float]]) -> Seen:
    page, metrics = _page(browser)
    page.goto(f"{address}/index.html")
    page.wait_for_function("document.querySelector('cueweave-player').mediaElement?.readyState >= 3")
    before = _thread_time(metrics)
    seen: dict[str, Any] = page.evaluate(WATCH, PLAYED)
    spent = _thread_time(metrics) - before
    first, after, until = zip(*paints, strict=True)
    return Seen(
        first_paint=first,
        after_arrival=after,
        until_paint=until,
        thread=1000 * spent / len(seen["frames"]),
        work=tuple(frame["work"] for frame in seen["frames"]),
        between=tuple(frame["since"] for frame in seen["frames"] if frame["since"]),
        error=_errors(seen["pictures"], seen["lit"]),
    )


def _thread_time(metrics: CDPSession) -> float:
    """Seconds of processor time that the page's main thread has had for its tasks, whoever else wants the processor."""
    all_of_them = metrics.send("Performance.getMetrics")["metrics"]
    return float(next(each["value"] for each in all_of_them if each["name"] == "TaskDuration"))


def _errors(pictures: list[list[float]], lit: list[dict[str, float | None]]) -> tuple[float, ...]:
    """How far the picture that is seen with a newly lit word is from the word's start."""
    at, time = np.array(pictures).T
    errors = []
    for each in lit:
        start, seen_at = each["start"], (each["frame"] or 0) + DISPLAY
        if start is not None and at[0] < seen_at < at[-1]:
            errors.append(abs(1000 * (float(np.interp(seen_at, at, time)) - start)))
    return tuple(errors)


def spread(values: tuple[float, ...]) -> str:
    """Median, 95% and the most."""
    median, high = np.percentile(values, [50, 95])
    return f"median {median:.1f}, 95% {high:.1f}, most {max(values):.0f} ms"


if __name__ == "__main__":
    print_machine()
    print_table(player_rows())
    sys.exit(0)
