"""What both clients have in common at the connection."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import httpx

from cueweave.client import answers, questions
from cueweave.client.answers import Receipt
from cueweave.client.conversation import Conversation, ask
from cueweave.client.errors import Unreachable
from cueweave.client.questions import TellPercent, Upload
from cueweave.client.transcript import transcript_of
from cueweave.domain.languages import check_language
from cueweave.domain.transcript import Transcript
from cueweave.errors import BadInput

PathLike = str | Path
CONNECTIONS = httpx.Limits(keepalive_expiry=2)
"""Seconds; the server closes idle ones after five, and nothing should be sent on one that is being closed."""


def tell_nobody(_: object) -> None:
    """For who doesn't ask how far it is."""


def upload_of(
    recording: tuple[PathLike | None, str | None],
    others: tuple[PathLike | None, PathLike | None],
    fields: tuple[str | None, str | None, bool | None],
    tell: TellPercent,
) -> Upload:
    """A medium, as a file or by its address, with perhaps its subtitles and slides.

    `fields` are its language, who is told, and whether an earlier result will do. Raises BadInput.
    """
    media, media_url = recording
    if bool(media) == bool(media_url):
        raise BadInput("Give the recording once: as `media`, a file, or as `media_url`, where the server fetches it.")
    path, subtitles, slides = (Path(each) if each else None for each in (media, *others))
    language, callback_url, reuse = fields
    return Upload(path, media_url, subtitles, slides, check_language(language or ""), callback_url, reuse, tell)


def hand_in(upload: Upload, key: str | None, patience: float) -> Conversation[Receipt]:
    """Submit it under one key, however often."""
    return ask(questions.submit(upload, key or str(uuid.uuid4())), answers.receipt, patience)


def document_of(body: Mapping[str, Any]) -> dict[str, Any]:
    """The result document in its envelope."""
    document = body["result"]
    if not isinstance(document, dict):
        raise TypeError
    return document


def read_transcript(body: Mapping[str, Any]) -> Transcript:
    """The same as the domain has it."""
    return transcript_of(document_of(body))


def lost(error: httpx.HTTPError, address: httpx.URL, *, met: bool) -> Unreachable:
    """Why no answer came. Who was never there isn't waited for: the address is wrong, or nothing was started."""
    if isinstance(error, httpx.ConnectError | httpx.ConnectTimeout):
        return Unreachable(f"No server answers at {address}.", was_reached=False, may_come_back=met)
    broke = f"The connection to {address} broke ({type(error).__name__}): try again."
    return Unreachable(broke, was_reached=True, may_come_back=True)
