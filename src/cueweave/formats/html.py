"""One HTML file that holds everything but the recording: the player, the transcript and its pictures."""

from __future__ import annotations

import base64
import hashlib
import html
import json
from collections.abc import Mapping
from pathlib import Path

from cueweave.errors import PlayerNotBuilt
from cueweave.formats.pictures import data_uri, pictures
from cueweave.formats.result import Result, TimedParagraph
from cueweave.formats.talk import Talk

PLAYER = Path(__file__).parents[1] / "web" / "player-whole.js"
"""The player in one script; not there in a checkout that has not built it."""
STYLE = "body{margin:0 auto;max-width:90rem;padding:1rem;font-family:system-ui,sans-serif}h1{font-size:1.4rem}"
START = """
const player = document.querySelector("cueweave-player");
player.result = JSON.parse(document.getElementById("result").textContent);
"""
PAGE = """<!doctype html>
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
<script type="module">{script}</script>
</body>
</html>
"""


def to_html(talk: Talk) -> str:
    """The page; the recording is a file beside it or an address. Raises PlayerNotBuilt."""
    script = _in_script(_player()) + START
    return PAGE.format(
        language=html.escape(talk.language or "und"),
        policy=_policy(script),
        title=html.escape(talk.title),
        style=STYLE,
        media=f' media="{html.escape(talk.medium)}"' if talk.medium else "",
        kind=talk.kind,
        result=_json(_with_pictures(talk.document, pictures(talk))),
        script=script,
    )


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


def _json(document: Result) -> str:
    """Without a character that could end the element (OWASP: escape what goes into a script)."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _with_pictures(document: Result, at_hand: Mapping[str, bytes]) -> Result:
    addresses = {name: data_uri(data) for name, data in at_hand.items()}
    return {**document, "paragraphs": [_inlined(each, addresses) for each in document["paragraphs"]]}


def _inlined(paragraph: TimedParagraph, addresses: Mapping[str, str]) -> TimedParagraph:
    visual = paragraph.get("visuals")
    if not visual or visual["content"]["type"] != "image":
        return paragraph
    url = visual["content"]["url"]
    address = addresses.get(url.partition("?")[0].rpartition("/")[2], url)
    return {**paragraph, "visuals": {**visual, "content": {**visual["content"], "url": address}}}
