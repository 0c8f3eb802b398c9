"""An upload on its way from the network to the storage."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from functools import partial

from fastapi import Request
from starlette.requests import ClientDisconnect

from cueweave.api.measures import uploaded
from cueweave.api.multipart import MOST_BESIDE, FilePart, Form, TextPart, in_words
from cueweave.domain.languages import LONGEST, check_language
from cueweave.errors import EmptyFile, MalformedRequest, MissingField, TooLarge
from cueweave.work.config import WorkConfig
from cueweave.work.desk import Desk, Incoming

MEDIA, SUBTITLES, SLIDES, LANGUAGE = "media_file", "srt_file", "slides_file", "language"
LONGEST_NAME = 255


@dataclass(frozen=True, slots=True)
class Upload:
    """What has arrived: hand it to the desk, which removes it where it can't be used."""

    incoming: Incoming
    media_name: str
    language: str | None


async def receive_upload(request: Request, desk: Desk, limits: WorkConfig) -> Upload:
    """Read the form of this request. Raises BadInput, StoreUnavailable; then nothing of it is left."""
    _check_length(request, limits)
    incoming, began = desk.receive(), time.monotonic()
    media = FilePart(MEDIA, limits.max_media_bytes, partial(incoming.open, "media"))
    subtitles = FilePart(SUBTITLES, limits.max_subtitle_bytes, partial(incoming.open, "subtitles"))
    slides = FilePart(SLIDES, limits.max_slides_bytes, partial(incoming.open, "slides"))
    seconds: float | None = None
    try:
        language = TextPart(LANGUAGE, LONGEST)
        await _read(request, Form(request.headers.get("content-type", ""), (media, subtitles, slides, language)))
        seconds = time.monotonic() - began
        _check(media, subtitles, slides)
        told = check_language(language.text)
    except BaseException:
        await incoming.discard()
        raise
    finally:
        uploaded(media.size + subtitles.size + slides.size, seconds=seconds)
    return Upload(incoming, _shown_name(media.file_name or ""), told)


def _check_length(request: Request, limits: WorkConfig) -> None:
    """What is said to be too large needs no reading."""
    most = limits.max_media_bytes + limits.max_subtitle_bytes + limits.max_slides_bytes
    if int(request.headers.get("content-length", 0)) > most + MOST_BESIDE:
        raise TooLarge(
            f"The upload is larger than the limits of {in_words(limits.max_media_bytes)} for {MEDIA}, "
            f"{in_words(limits.max_subtitle_bytes)} for {SUBTITLES} "
            f"and {in_words(limits.max_slides_bytes)} for {SLIDES}."
        )


async def _read(request: Request, form: Form) -> None:
    try:
        async for data in request.stream():
            if data:
                form.feed(data)
    except ClientDisconnect:
        raise MalformedRequest("The connection broke before the upload was complete.") from None
    form.end()


def _check(media: FilePart, *others: FilePart) -> None:
    if not media.times or _is_left_blank(media):
        raise MissingField(f"{MEDIA}: this field is missing; send the recording in it.")
    for part in (media, *others):
        if part.times and not part.size and not _is_left_blank(part):
            raise EmptyFile(f"{part.field}: the file is empty; send one with something in it.")


def _is_left_blank(part: FilePart) -> bool:
    """Browsers send a file input in which nothing was chosen as an empty file without a name."""
    return part.size == 0 and part.file_name == ""


def _shown_name(name: str) -> str:
    """The last part of the name, since some clients send a path; for display only."""
    shown = "".join(each for each in re.split(r"[/\\]", name)[-1] if each.isprintable())
    return shown[:LONGEST_NAME]
