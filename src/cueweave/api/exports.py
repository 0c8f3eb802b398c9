"""A result in other formats: which one a request wants, and writing it."""

from __future__ import annotations

import asyncio
import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Annotated, Any
from urllib.parse import quote

from pydantic import AfterValidator, WithJsonSchema
from pydantic_core import PydanticCustomError
from starlette.datastructures import Headers

from cueweave.domain.tasks import Task, TaskId
from cueweave.errors import NotAcceptable
from cueweave.formats import FORMATS, Format, read_result, talk_of
from cueweave.work.threads import whole

if TYPE_CHECKING:
    from cueweave.api.context import Context

JSON = FORMATS["json"]
NAMES = ", ".join(FORMATS)
BY_ACCEPT = (JSON, *(each for each in FORMATS.values() if each.by_accept))
"""What `Accept` chooses from; the first of those that a client likes best."""
QUALITY = re.compile(r"q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)", re.ASCII)
CONTENT: dict[str, Any] = {
    each.media_type: {"schema": {"type": "string"}} for each in FORMATS.values() if each.media_type != JSON.media_type
}
"""How the answers stand in the OpenAPI document."""


def _known(name: str) -> str:
    if name not in FORMATS:
        raise PydanticCustomError("unknown_format", "must be one of {names}", {"names": NAMES})
    return name


FormatName = Annotated[str, AfterValidator(_known), WithJsonSchema({"type": "string", "enum": list(FORMATS)})]


def wanted_format(name: str | None, headers: Headers) -> Format | None:
    """By its name, otherwise by what `Accept` prefers; None for the JSON that the contract promises.

    Raises NotAcceptable where `Accept` takes nothing that we have.
    """
    found = FORMATS[name] if name else _accepted(",".join(headers.getlist("accept")))
    return None if found is JSON else found


def _accepted(accept: str) -> Format:
    """RFC 9110, 12.5.1: the highest quality wins, then the range that says most."""
    ranges = dict(_range(part) for part in accept.split(",") if part.strip())
    if not ranges:
        return JSON
    best = max(BY_ACCEPT, key=lambda each: _liking(each.media_type, ranges))
    if not _liking(best.media_type, ranges)[0]:
        raise NotAcceptable(
            "None of the media types in Accept is one that a result can have: take application/json, or name a format "
            f"by `format`: {NAMES}."
        )
    return best


def _range(part: str) -> tuple[str, float]:
    media_range, *parameters = part.replace(" ", "").lower().split(";")
    found = next((match for each in parameters if (match := QUALITY.fullmatch(each))), None)
    return media_range, float(found[1]) if found else 1.0


def _liking(media_type: str, ranges: dict[str, float]) -> tuple[float, int]:
    """The quality of the range that says most about this type, and how much it says."""
    asked = ("*/*", f"{media_type.partition('/')[0]}/*", media_type)
    return next(((ranges[each], rank) for rank, each in reversed(list(enumerate(asked))) if each in ranges), (0.0, 0))


def disposition(task: Task, form: Format | None) -> str:
    """As a file to keep: JSON under the task's own id, other formats named after the recording (RFC 6266)."""
    if form is None:
        return f'attachment; filename="transcript-{TaskId.parse(task.task_id).key}.json"'
    name = f"{title_of(task) or 'transcript'}.{form.ending}"
    quoted = quote(name, safe="")
    return f"attachment; filename*=utf-8''{quoted}" if quoted != name else f'attachment; filename="{name}"'


async def exported(context: Context, task: Task, document: bytes, form: Format, *, medium: str | None) -> bytes:
    """The result, written in a thread, a few at a time. Raises NotExportable, PlayerNotBuilt, StoreUnavailable."""
    loop, results = asyncio.get_running_loop(), context.desk.results

    def asset(name: str) -> bytes | None:
        return asyncio.run_coroutine_threadsafe(results.asset(task, name), loop).result()

    def write() -> bytes:
        return form.write(
            talk_of(read_result(document), title=title_of(task), medium=medium or task.media_name or None, asset=asset)
        )

    async with context.exports:
        return await whole(write)


def title_of(task: Task) -> str:
    """How the recording is called, without its file's ending; empty where nobody knows."""
    return PurePosixPath(task.media_name.replace("\\", "/")).stem
