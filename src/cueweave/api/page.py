"""The page at `/`, and the files that it is made of."""

from __future__ import annotations

import re
from pathlib import Path

from fastapi import APIRouter, Request, Response
from starlette.exceptions import HTTPException

from cueweave.api.files import ENCODINGS, File
from cueweave.api.guard import ON_PAGES, policy

WEB = Path(__file__).parents[1] / "web"
"""Where the page is built to; not there in a checkout that has not built it."""
SHARED = "shared.html"
"""The template of the page that shows a transcript to whoever has its link."""
HASHED = re.compile(r"-[A-Z0-9]{8}\.\w+$", re.ASCII)
"""The end of a name that changes with what is in the file, as esbuild makes it."""
NOT_BUILT = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Cueweave</title>
<h1>Cueweave</h1>
<p>The page is not part of this installation: it is built from <code>player/</code>.
<p>The HTTP interface works without it: <a href="/docs">/docs</a> describes every call.
</html>
"""


def router(frame_ancestors: tuple[str, ...], web: Path = WEB, *, media_from: str = "") -> APIRouter:
    """The routes for what is built into `web` at this moment; media may come from another origin, too."""
    routes = APIRouter(include_in_schema=False)
    files = _built(web)
    index = files.pop("index.html", File.of(NOT_BUILT.encode(), "index.html"))
    files.pop(SHARED, None)  # a template, which has a route of its own
    allowed = policy(frame_ancestors, media_from=media_from)
    on_pages = {**ON_PAGES, "Content-Security-Policy": allowed, "Cache-Control": "no-cache"}

    @routes.get("/")
    async def show_page(request: Request) -> Response:
        return index.answer(request.headers, on_pages)

    @routes.get("/web/{name}")
    async def get_part(name: str, request: Request) -> Response:
        found = files.get(name)
        if found is None:
            raise HTTPException(404)
        return found.answer(request.headers, {"Cache-Control": _keeping(name)})

    return routes


def _keeping(name: str) -> str:
    return "public, max-age=31536000, immutable" if HASHED.search(name) else "no-cache"


def _built(web: Path) -> dict[str, File]:
    """What is there by name, read once: a name that is asked for is never a path."""
    paths = [path for path in web.iterdir() if path.is_file()] if web.exists() else []
    return {path.name: File.read(path) for path in paths if path.suffix not in ENCODINGS.values()}
