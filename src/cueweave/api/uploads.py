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
from cueweave.clients.outbound.urls import LONGEST as LONGEST_URL
from cueweave.domain.languages import LONGEST, check_language
from cueweave.errors import BadInput, EmptyFile, MalformedRequest, MissingField, TooLarge
from cueweave.work.config import WorkConfig
from cueweave.work.desk import Desk, Incoming
from cueweave.work.fetching import media_address, name_of
from cueweave.work.reuse import FIELD as REUSE
from cueweave.work.wishes import Wishes

MEDIA, SUBTITLES, SLIDES, LANGUAGE = "media_file", "srt_file", "slides_file", "language"
CALLBACK, RESUMED, ADDRESS = "callback_url", "media_upload", "media_url"
LONGEST_NAME = 255
LONGEST_WORD = 5
LONGEST_ADDRESS = 2000


@dataclass(frozen=True, slots=True)
class Upload:
    """What has arrived: hand it to the desk, which removes it where it can't be used."""

    incoming: Incoming
    media_name: str
    wishes: Wishes
    resumed: str | None = None
    """The id of the resumable upload that brought the medium, where the form didn't."""


async def receive_upload(request: Request, desk: Desk, limits: WorkConfig) -> Upload:
    """Read the form of this request. Raises BadInput, StoreUnavailable; then nothing of it is left."""
    _check_length(request, limits)
    incoming, began = desk.receive(), time.monotonic()
    media = FilePart(MEDIA, limits.max_media_bytes, partial(incoming.open, "media"))
    subtitles = FilePart(SUBTITLES, limits.max_subtitle_bytes, partial(incoming.open, "subtitles"))
    slides = FilePart(SLIDES, limits.max_slides_bytes, partial(incoming.open, "slides"))
    seconds: float | None = None
    try:
        language, callback = TextPart(LANGUAGE, LONGEST), TextPart(CALLBACK, LONGEST_URL)
        resumed, address = TextPart(RESUMED, LONGEST_ADDRESS), TextPart(ADDRESS, LONGEST_URL)
        reuse = TextPart(REUSE, LONGEST_WORD)
        parts = (media, subtitles, slides, language, callback, resumed, address, reuse)
        await _read(request, Form(request.headers.get("content-type", ""), parts))
        seconds = time.monotonic() - began
        _check_medium(media, resumed, address)
        _check_filled(media, subtitles, slides)
        name = media.file_name or ""
        if address.text:
            url = media_address(address.text, limits)
            incoming.media_url, name = str(url), name_of(url)
        wishes = Wishes(check_language(language.text), desk.deliveries.address(callback.text))
        # who names an address wants a message, and that is sent when a task ends
        incoming.reuses = desk.reuse.wanted(reuse.text) and not wishes.callback_url
    except BaseException:
        await incoming.discard()
        raise
    finally:
        uploaded(media.size + subtitles.size + slides.size, seconds=seconds)
    upload_id = _upload_id(resumed.text) if resumed.text else None
    return Upload(incoming, shown_name(name), wishes, upload_id)


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


def _upload_id(text: str) -> str:
    """Of an id, or of the address that ends in it. What is none is no upload of anybody's."""
    return text.rstrip("/").rpartition("/")[2]


def _check_medium(media: FilePart, resumed: TextPart, address: TextPart) -> None:
    came = media.times and not _is_left_blank(media)
    ways = [name for name, is_there in ((MEDIA, came), (RESUMED, resumed.text), (ADDRESS, address.text)) if is_there]
    if len(ways) > 1:
        raise BadInput(f"{ways[0]}: the form has {ways[1]}, too; send the recording in one of them.")
    if not ways:
        raise MissingField(f"{MEDIA}: this field is missing; send the recording in it.")


def _check_filled(*parts: FilePart) -> None:
    for part in parts:
        if part.times and not part.size and not _is_left_blank(part):
            raise EmptyFile(f"{part.field}: the file is empty; send one with something in it.")


def _is_left_blank(part: FilePart) -> bool:
    """Browsers send a file input in which nothing was chosen as an empty file without a name."""
    return part.size == 0 and part.file_name == ""


def shown_name(name: str) -> str:
    """The last part of the name, since some clients send a path; for display only."""
    shown = "".join(each for each in re.split(r"[/\\]", name)[-1] if each.isprintable())
    return shown[:LONGEST_NAME]
