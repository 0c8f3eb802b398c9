"""The page that shows one transcript, to read and play, to whoever has its link."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse

from cueweave.api.addresses import shared_address
from cueweave.api.context import InContext
from cueweave.api.errors import answer
from cueweave.api.exports import title_of
from cueweave.api.guard import ON_PAGES, policy
from cueweave.api.identity import owner_by_link
from cueweave.api.identity.links import Opens
from cueweave.api.page import NOT_BUILT, SHARED, WEB
from cueweave.api.public_address import public_address
from cueweave.errors import CueweaveError

NAMELESS = "Transcript"
PLACE = re.compile(r"\{\{(title|oembed)\}\}")


def router(frame_ancestors: tuple[str, ...], web: Path = WEB, *, media_from: str = "") -> APIRouter:
    """The route for the page as it is built into `web` at this moment."""
    routes = APIRouter(include_in_schema=False)
    template = (web / SHARED).read_text() if (web / SHARED).exists() else NOT_BUILT
    headers = {
        **ON_PAGES,
        "Content-Security-Policy": policy(frame_ancestors, media_from=media_from),
        "Cache-Control": "private, no-store",
        "X-Robots-Tag": "noindex",
    }

    @routes.get("/shared/{task_id}")
    async def show_shared(task_id: str, request: Request, context: InContext) -> Response:
        try:
            user = await owner_by_link(context, task_id, request.query_params, Opens.TRANSCRIPT)
            title = title_of(await context.desk.completed(user, task_id)) or NAMELESS
        except CueweaveError as error:  # the page itself says what is wrong, since people read it
            refusal = answer(error)
            retry = {name: value for name, value in refusal.headers.items() if name == "retry-after"}
            return HTMLResponse(_filled(template), refusal.status_code, {**headers, **retry})
        base = public_address(request, context.api)
        asked = {"url": f"{base}{shared_address(task_id)}?{request.url.query}", "format": "json"}
        found = f"{base}/oembed?{urlencode(asked)}"
        return HTMLResponse(_filled(template, title, found), headers=headers)

    return routes


def _filled(template: str, title: str = "Cueweave", oembed: str = "") -> str:
    """With the title, and where the oEmbed of it is told (oEmbed 1.0, 4)."""
    found = f'<link rel="alternate" type="application/json+oembed" href="{escape(oembed)}" title="{escape(title)}">'
    parts = {"title": escape(title), "oembed": found if oembed else ""}
    return PLACE.sub(lambda place: parts[place[1]], template)
