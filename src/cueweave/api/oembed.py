"""oEmbed 1.0 (oembed.com): how to show a shared transcript within another page, told to whoever has its link."""

from __future__ import annotations

import time
from html import escape
from typing import Annotated, Any, Literal
from urllib.parse import unquote, urlsplit

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema
from starlette.datastructures import QueryParams

from cueweave.api.addresses import shared_address
from cueweave.api.context import InContext
from cueweave.api.errors import problem, problems
from cueweave.api.exports import title_of
from cueweave.api.identity import owner_by_link
from cueweave.api.identity.links import Opens
from cueweave.api.public_address import public_address
from cueweave.api.shared import NAMELESS
from cueweave.errors import BadLink

WIDTH, HEIGHT = 960, 640
"""Pixels, where less isn't asked for: room for the recording beside its words."""
PAGE = "/shared/"
NOT_OURS = (
    "url: this is no shared page of this server; take `page` of /tasks/{task_id}/links, with this server's address."
)
ONLY_JSON = "format: only json is there."
ANSWERS: dict[int | str, dict[str, Any]] = problems(401, 404, 409, 422, 431, 501, 503)
ANSWERS[401]["description"] = "The link in `url` isn't whole, was not signed for this page, or has expired."
ANSWERS[404]["description"] = "`url` is no shared page of this server, or its task is gone."
ANSWERS[501]["description"] = "A format that isn't there; only JSON is."
router = APIRouter(tags=["tasks"])
Pixels = Annotated[int, Field(ge=1, le=100_000)]


class EmbedWanted(BaseModel):
    """What to show, and how large at most."""

    model_config = ConfigDict(extra="ignore")  # consumers may add what they like (oEmbed 1.0, 2.2)

    url: str = Field(max_length=4000, description="The address of a shared page, with its link.")
    format: Annotated[str, WithJsonSchema({"type": "string", "enum": ["json"]})] = "json"
    maxwidth: Pixels = Field(default=WIDTH, description="Pixels.")
    maxheight: Pixels = Field(default=HEIGHT, description="Pixels.")


class Embed(BaseModel):
    """A frame with the shared page in it."""

    type: Literal["rich"]
    version: Literal["1.0"]
    title: str
    provider_name: Literal["Cueweave"]
    provider_url: str
    cache_age: int = Field(description="Seconds until the link expires.")
    html: str
    width: int
    height: int


@router.get("/oembed", response_model=Embed, responses=ANSWERS)
async def get_oembed(wanted: Annotated[EmbedWanted, Query()], request: Request, context: InContext) -> Response:
    """The frame to put into a page, by oEmbed 1.0; the link in `url` is all that is needed."""
    if wanted.format != "json":
        return problem(501, ONLY_JSON)
    base = public_address(request, context.api)
    task_id, link = _parted(wanted.url, base)
    if task_id is None:
        return problem(404, NOT_OURS)
    try:
        user = await owner_by_link(context, task_id, link, Opens.TRANSCRIPT)
    except BadLink as error:  # to a consumer, a page that is not for everybody (oEmbed 1.0, 2.3.4)
        return problem(401, error.message)
    task = await context.desk.completed(user, task_id)
    title = title_of(task) or NAMELESS
    width, height = min(wanted.maxwidth, WIDTH), min(wanted.maxheight, HEIGHT)
    address = f"{base}{shared_address(task.task_id)}?expires={link['expires']}&signature={link['signature']}"
    embed = Embed(
        type="rich",
        version="1.0",
        title=title,
        provider_name="Cueweave",
        provider_url=base,
        cache_age=max(int(link["expires"]) - int(time.time()), 0),
        html=frame(address, title, width, height),
        width=width,
        height=height,
    )
    return JSONResponse(embed.model_dump(), headers={"Cache-Control": "private, no-store"})


def frame(address: str, title: str, width: int, height: int) -> str:
    """The HTML that shows the page at this address."""
    return (
        f'<iframe src="{escape(address)}" width="{width}" height="{height}" title="{escape(title)}" '
        'allow="fullscreen; clipboard-write" loading="lazy" referrerpolicy="no-referrer" '
        'style="border:0;max-width:100%"></iframe>'
    )


def _parted(url: str, base: str) -> tuple[str | None, QueryParams]:
    """The task and the link of a shared page's address; None for the task where the address is another."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None, QueryParams()
    origin = f"{parts.scheme}://{parts.netloc}"
    if origin.lower() != base.lower() or not parts.path.startswith(PAGE):
        return None, QueryParams()
    return unquote(parts.path.removeprefix(PAGE)), QueryParams(parts.query)
