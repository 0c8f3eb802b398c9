"""An H5P Interactive Video, for Moodle and others: captions, chapters as bookmarks, visuals on the video.

The package holds content alone; the libraries that it names are those that a platform gets from the H5P hub. What
fields each takes is in its `semantics.json`.
"""

from __future__ import annotations

import io
import json
import mimetypes
import zipfile
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5

from cueweave.domain.visuals import Chart, Image, Table, Visual, picture_type
from cueweave.errors import NotExportable
from cueweave.formats.chapters import chapters
from cueweave.formats.pictures import as_table, pictures
from cueweave.formats.talk import Talk
from cueweave.formats.vtt import to_vtt

LIBRARIES = {
    "H5P.InteractiveVideo": (1, 27),
    "H5P.Video": (1, 6),
    "H5P.DragNBar": (1, 5),
    "H5P.DragNDrop": (1, 1),
    "H5P.DragNResize": (1, 2),
    "H5P.Image": (1, 1),
    "H5P.Table": (1, 2),
    "H5P.Text": (1, 1),
    "H5P.FontIcons": (1, 0),
    "FontAwesome": (4, 5),
    "jQuery.ui": (1, 10),
}
"""Versions as the hub publishes them together; a platform with newer ones of the same major version converts."""
TRACK = "files/captions.vtt"
SHORTEST = 1.0
"""Seconds that something is on the video at least."""
LONGEST_TITLE, LONGEST_PACKAGE_TITLE = 60, 255
"""Characters, as the start screen and the importers take them."""
Json = dict[str, Any]


def to_h5p(talk: Talk) -> bytes:
    """The package. Raises NotExportable where nobody knows the recording's address."""
    if talk.medium is None:
        raise NotExportable(
            "An H5P video must know where its recording is: say its file name or address by `media`, or by `--media` "
            "on the command line."
        )
    at_hand = pictures(talk)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("h5p.json", json.dumps(_description(talk), ensure_ascii=False))
        package.writestr("content/content.json", json.dumps(_content(talk, talk.medium, at_hand), ensure_ascii=False))
        package.writestr(f"content/{TRACK}", to_vtt(talk))
        for name, data in at_hand.items():
            package.writestr(f"content/{_picture(name, at_hand)}", data, zipfile.ZIP_STORED)
    return file.getvalue()


def _description(talk: Talk) -> Json:
    return {
        "title": talk.title[:LONGEST_PACKAGE_TITLE],
        "language": "und",  # of the texts of the platform's own buttons, which are not in here
        "defaultLanguage": talk.language or "en",
        "mainLibrary": "H5P.InteractiveVideo",
        "embedTypes": ["iframe"],
        "license": "U",
        "preloadedDependencies": [
            {"machineName": name, "majorVersion": major, "minorVersion": minor}
            for name, (major, minor) in LIBRARIES.items()
        ],
    }


def _content(talk: Talk, medium: str, at_hand: Mapping[str, bytes]) -> Json:
    video = {
        "files": [{"path": _address(medium), "mime": _medium_type(medium, talk.kind), "copyright": {"license": "U"}}],
        "startScreenOptions": {"title": talk.title[:LONGEST_TITLE], "hideStartTitle": False},
        "textTracks": {"videoTrack": [_track(talk)]},
    }
    assets = {
        "interactions": list(_interactions(talk, at_hand)),
        "bookmarks": [{"time": round(each.start, 2), "label": each.title} for each in chapters(talk)],
        "endscreens": [],
    }
    override = {"autoplay": False, "loop": False, "showBookmarksmenuOnLoad": False, "showRewind10": True}
    return {"interactiveVideo": {"video": video, "assets": assets}, "override": override}


def _address(medium: str) -> str:
    """An address stays; a file is where the package, or its importer, keeps videos."""
    return medium if urlsplit(medium).scheme in ("http", "https") else f"videos/{medium.rpartition('/')[2]}"


def _medium_type(medium: str, kind: str) -> str:
    found = mimetypes.guess_type(urlsplit(medium).path)[0] or ""
    return found if found.startswith(("video/", "audio/")) else f"{kind}/mp4"


def _track(talk: Talk) -> Json:
    return {
        "label": talk.language or "Captions",
        "kind": "captions",
        "srcLang": talk.language or "en",
        "track": {"path": TRACK, "mime": "text/vtt", "copyright": {"license": "U"}},
    }


def _interactions(talk: Talk, at_hand: Mapping[str, bytes]) -> Iterator[Json]:
    visuals = [each.visual for each in talk.paragraphs if each.visual]
    for number, visual in enumerate(visuals):
        library, params, size = _shown(visual.content, at_hand)
        yield {
            "duration": {"from": round(visual.start, 2), "to": round(max(visual.end, visual.start + SHORTEST), 2)},
            "pause": False,
            "displayType": "button",  # nothing lies on the video unless the learner wants it
            "buttonOnMobile": True,
            "label": f"<p>{escape(visual.content.title)}</p>",
            "x": 90,
            "y": 8,
            **size,
            "libraryTitle": library.removeprefix("H5P."),
            "action": _action(library, params, visual, f"{talk.title} {number}"),
        }


def _action(library: str, params: Json, visual: Visual, name: str) -> Json:
    """What is shown; its id is the same in each export of the same transcript."""
    major, minor = LIBRARIES[library]
    metadata = {
        "contentType": library.removeprefix("H5P."),
        "license": "U",
        "title": visual.content.title or "Untitled",
    }
    return {
        "library": f"{library} {major}.{minor}",
        "params": params,
        "subContentId": str(uuid5(NAMESPACE_URL, name)),
        "metadata": metadata,
    }


def _shown(content: Chart | Table | Image, at_hand: Mapping[str, bytes]) -> tuple[str, Json, Json]:
    """The library, its parameters, and the size in ems."""
    match content:
        case Image(file=name) if name in at_hand:
            file = {"path": _picture(name, at_hand), "mime": picture_type(at_hand[name]), "copyright": {"license": "U"}}
            alt = content.alt_text or content.title
            return "H5P.Image", {"contentName": "Image", "file": file, "alt": alt, "decorative": False}, {}
        case Image():
            return "H5P.Text", {"text": f"<p>{escape(content.alt_text or content.title)}</p>"}, {}
        case _:
            return "H5P.Table", {"text": _table(as_table(content))}, {"width": 30, "height": 16}


def _picture(name: str, at_hand: Mapping[str, bytes]) -> str:
    """A name of our own, of characters and an ending that the platforms' importers let through."""
    ending = picture_type(at_hand[name]).partition("/")[2].replace("jpeg", "jpg")
    return f"images/picture-{list(at_hand).index(name) + 1:03}.{ending}"


def _table(table: Table) -> str:
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in table.headers)
    rows = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in table.rows)
    caption = f"<caption>{escape(table.caption or table.title)}</caption>"
    return f'<table class="h5p-table">{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'
