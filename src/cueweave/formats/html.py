"""One HTML file that holds everything but the recording: the player, the transcript and its pictures."""

from __future__ import annotations

import base64
import hashlib
import html
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit

from cueweave.errors import PlayerNotBuilt
from cueweave.formats.pictures import data_uri, pictures
from cueweave.formats.result import Result
from cueweave.formats.talk import Talk, file_of

PLAYER = Path(__file__).parents[1] / "web" / "player-whole.js"
"""The player in one script; not there in a checkout that has not built it."""
STYLE = "body{margin:0 auto;max-width:90rem;padding:1rem;font-family:system-ui,sans-serif}h1{font-size:1.4rem}"
START = """
const player = document.querySelector("cueweave-player");
const [result, pictures] = ["result", "pictures"].map((id) => JSON.parse(document.getElementById(id).textContent));
for (const { visuals } of result.paragraphs) {
  const content = visuals?.content;
  if (content && Object.hasOwn(pictures, content.url)) content.url = pictures[content.url];
}
player.result = result;
"""
"""Gives the player the result, with the pictures of this file in the place of their addresses."""
HEAD = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<link rel="icon" href="data:,">
<style>{style}</style>
</head>
<body>
<main>
<h1 dir="auto">{title}</h1>
<cueweave-player{media} kind="{kind}"></cueweave-player>
</main>
<script type="application/json" id="result">{result}</script>
<script type="application/json" id="pictures">"""
TAIL = """</script>
<script type="module">{script}</script>
</body>
</html>
"""


def to_html(talk: Talk) -> bytes:
    """The page; the recording is a file beside it or an address. Raises PlayerNotBuilt."""
    script = _in_script(_player()) + START
    head = HEAD.format(
        language=html.escape(talk.language or "und"),
        policy=_policy(script),
        title=html.escape(talk.title),
        style=STYLE,
        media=f' media="{html.escape(_address(talk.medium))}"' if talk.medium else "",
        kind=talk.kind,
        result=_json(talk.document),
    )
    return b"".join((head.encode(), *_pictures(talk), TAIL.format(script=script).encode()))


def _address(medium: str) -> str:
    """Of a file beside the page, as an address has it; an address stays as it is."""
    return medium if urlsplit(medium).scheme in ("http", "https") else quote(medium)


def _player() -> str:
    try:
        return PLAYER.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise PlayerNotBuilt(
            "The player is not part of this installation, and a page needs it: build it with `make page`."
        ) from None


def _policy(script: str) -> str:
    """Nothing but what is in the file runs, whatever the transcript says; the recording may be anywhere."""
    return (
        f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(STYLE)}; "
        "img-src data: https: http: file:; media-src * data: blob: file:; connect-src *; base-uri 'none'; "
        "form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _in_script(code: str) -> str:
    """Two sequences change what a browser takes for the script's end; in strings and patterns a backslash is free."""
    return code.replace("</script", "<\\/script").replace("<!--", "<\\!--")


def _json(document: object) -> str:
    """Without a character that could end the element (OWASP: escape what goes into a script)."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _pictures(talk: Talk) -> Iterator[bytes]:
    """An object as JSON: from the address that the result has to the picture itself."""
    at_hand = pictures(talk)
    mark = b"{"
    for url in dict.fromkeys(_urls(talk.document)):
        if file_of(url) in at_hand:
            yield b'%s%s:"%s"' % (mark, _json(url).encode(), data_uri(at_hand[file_of(url)]))
            mark = b",\n"
    yield b"{}" if mark == b"{" else b"}"


def _urls(document: Result) -> Iterator[str]:
    for paragraph in document["paragraphs"]:
        visual = paragraph.get("visuals")
        if visual and visual["content"]["type"] == "image":
            yield visual["content"]["url"]
