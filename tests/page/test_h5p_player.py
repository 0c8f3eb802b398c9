"""The H5P package in a real player, h5p-standalone with H5P's own core.

The content types themselves are in no registry of packages. Small ones of the same names stand in their place, which
show through the core what the package gives them: that is what this holds, and not how Interactive Video draws it.
"""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from formats.talks import full_talk
from lxml import html
from page.browser import needs_chromium, opened, screenshot
from playwright.sync_api import Browser, Frame
from static_server import serve_files

from cueweave.formats.h5p import to_h5p

PLAYER = Path(__file__).parents[2] / "benchmarks/out/h5p/node_modules/h5p-standalone/dist"
pytestmark = [
    needs_chromium,
    pytest.mark.skipif(not PLAYER.exists(), reason="needs `make h5p`, since the player brings GPL code"),
]
STAND_INS = {
    "H5P.InteractiveVideo": """function (given, id) {
        const of = given.interactiveVideo;
        this.attach = ($place) => {
            const video = document.createElement('video');
            for (const each of of.video.files) video.src = H5P.getPath(each.path, id);
            for (const each of of.video.textTracks.videoTrack) {
                const track = Object.assign(document.createElement('track'), { kind: each.kind });
                track.src = H5P.getPath(each.track.path, id);
                video.append(track);
                track.track.mode = 'hidden';  // loads it
            }
            $place.append(video);
            for (const each of of.assets.interactions) {
                const $part = H5P.jQuery('<section></section>').attr('title', each.label).appendTo($place);
                H5P.newRunnable(each.action, id, $part);
            }
        };
    }""",
    "H5P.Image": """function (given, id) {
        this.attach = ($place) => $place.append(H5P.jQuery('<img>').attr({
            src: H5P.getPath(given.file.path, id), alt: given.alt }));
    }""",
    "H5P.Table": "function (given) { this.attach = ($place) => $place.append(given.text); }",
    "H5P.Text": "function (given) { this.attach = ($place) => $place.append(given.text); }",
}


@pytest.fixture
def page_address(tmp_path: Path) -> Iterator[str]:
    """A page that plays the package of a talk with everything."""
    zipfile.ZipFile(io.BytesIO(to_h5p(full_talk(medium="rivers.mp4")))).extractall(tmp_path / "package")
    shutil.copytree(PLAYER, tmp_path / "player")
    for needed in json.loads((tmp_path / "package/h5p.json").read_text())["preloadedDependencies"]:
        _write_library(tmp_path / "package", needed)
    (tmp_path / "index.html").write_text(
        """<!doctype html><html lang="en"><meta charset="utf-8"><title>H5P</title><body><div id="here"></div>
        <script src="player/main.bundle.js"></script><script>
        new H5PStandalone.H5P(document.getElementById('here'), {
            h5pJsonPath: '/package', frameJs: '/player/frame.bundle.js', frameCss: '/player/styles/h5p.css' });
        </script></body></html>"""
    )
    with serve_files(tmp_path) as address:
        yield f"{address}/index.html"


def _write_library(package: Path, needed: dict[str, str | int]) -> None:
    name = str(needed["machineName"])
    folder = package / f"{name}-{needed['majorVersion']}.{needed['minorVersion']}"
    folder.mkdir()
    scripts = [{"path": "it.js"}] if name in STAND_INS else []
    described = {**needed, "title": name, "patchVersion": 0, "runnable": 1, "preloadedJs": scripts}
    (folder / "library.json").write_text(json.dumps(described))
    (folder / "it.js").write_text(f"{name} = {STAND_INS.get(name)};")


def test_the_player_opens_the_package_and_every_part_finds_its_files(
    chromium_browser: Browser, page_address: str
) -> None:
    with opened(chromium_browser, page_address) as page:
        frame = _frame_of(page.wait_for_selector("iframe.h5p-iframe"))
        frame.wait_for_selector("section >> nth=2")
        labels = frame.locator("section").evaluate_all("all => all.map((each) => each.title)")
        assert [html.fromstring(label).text_content() for label in labels] == [
            "Slide 1",
            "Rivers | of <Europe>",
            "Flow",
        ]
        frame.wait_for_function("document.querySelector('img').naturalWidth === 64")
        assert frame.locator("img").get_attribute("alt") == "A glacier"
        cells = frame.locator("table").first.locator("th, td").all_inner_texts()
        assert cells == ["River", "km", "Volga", "3530", "Danube", "2850"]
        frame.wait_for_function("document.querySelector('track').track.cues?.length > 0")
        source = frame.locator("video").get_attribute("src")
        assert source is not None
        assert source.endswith("package/content/videos/rivers.mp4")
        screenshot(page, "h5p-standalone")


def _frame_of(element: object) -> Frame:
    frame = getattr(element, "content_frame", lambda: None)()
    assert isinstance(frame, Frame)
    return frame
