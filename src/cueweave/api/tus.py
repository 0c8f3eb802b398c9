"""What the tus protocol 1.0 (tus.io) says in headers: read, checked and written."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import re
from dataclasses import dataclass
from typing import Protocol

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cueweave.errors import MalformedRequest

VERSION = "1.0.0"
EXTENSIONS = "creation,creation-with-upload,expiration,checksum,termination"
BYTES = "application/offset+octet-stream"
ALGORITHMS = ("sha1", "sha256")
PATHS = re.compile(r"/uploads(/.*)?")
NUMBER = re.compile(r"^[0-9]{1,18}$", re.ASCII)
LONGEST_METADATA = 4096
LONGEST_CHECKSUM = 128
ASKED = (
    "Tus-Resumable",
    "Upload-Checksum",
    "Upload-Length",
    "Upload-Metadata",
    "Upload-Offset",
    "X-HTTP-Method-Override",
    "X-Requested-With",
)
"""Headers that pages send along, beside those of other calls."""
ANSWERED = (
    "Tus-Checksum-Algorithm",
    "Tus-Extension",
    "Tus-Max-Size",
    "Tus-Resumable",
    "Tus-Version",
    "Upload-Expires",
    "Upload-Length",
    "Upload-Metadata",
    "Upload-Offset",
)
"""Headers that pages read."""
OTHER_VERSION = f"This server speaks tus {VERSION}: send the header Tus-Resumable: {VERSION}."


class Tus:
    """Says which version of the protocol each answer speaks, and lets POST stand for PATCH and DELETE."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI wants it."""
        if scope["type"] != "http" or not PATHS.fullmatch(scope["path"]) or scope["method"] == "OPTIONS":
            await self._app(scope, receive, send)
            return

        async def send_versioned(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)["Tus-Resumable"] = VERSION
            await send(message)

        told = Headers(scope=scope).get("x-http-method-override", "").upper()
        if scope["method"] == "POST" and told in ("PATCH", "DELETE"):
            scope["method"] = told
        await self._app(scope, receive, send_versioned)


def check_version(headers: Headers) -> None:
    """Raises HTTPException where the client speaks another version, or doesn't say which."""
    if headers.getlist("tus-resumable") != [VERSION]:
        raise HTTPException(412, OTHER_VERSION, {"Tus-Version": VERSION})


def number(headers: Headers, name: str) -> int:
    """A number of bytes. Raises MalformedRequest where it isn't there once, as digits."""
    told = headers.getlist(name)
    if len(told) != 1 or not NUMBER.fullmatch(told[0]):
        raise MalformedRequest(f"{name}: send this header once, with a whole number of bytes from 0 on.")
    return int(told[0])


def metadata(headers: Headers) -> tuple[str, dict[str, str]]:
    """`Upload-Metadata` as it came, and its values by their keys. Raises MalformedRequest."""
    told = ",".join(headers.getlist("upload-metadata"))
    if len(told) > LONGEST_METADATA:
        raise MalformedRequest(f"Upload-Metadata: send at most {LONGEST_METADATA} characters.")
    pairs = [each.strip().partition(" ") for each in told.split(",")] if told.strip() else []
    values = {key: _decoded(value.strip()) for key, _, value in pairs}
    if len(values) < len(pairs) or not all(key.isascii() and key.isprintable() and key for key in values):
        raise MalformedRequest("Upload-Metadata: each pair needs an ASCII key of its own, a space and Base64.")
    return told, values


def _decoded(value: str) -> str:
    try:
        return base64.b64decode(value, validate=True).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        raise MalformedRequest("Upload-Metadata: the values must be Base64.") from None


class _Hash(Protocol):
    def update(self, data: bytes, /) -> None: ...
    def digest(self) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Checksum:
    """What the bytes of one request must come to."""

    so_far: _Hash
    wanted: bytes

    def fits(self) -> bool:
        """Whether they did."""
        return hmac.compare_digest(self.so_far.digest(), self.wanted)


def checksum(headers: Headers) -> Checksum | None:
    """`Upload-Checksum`; None where there is none. Raises MalformedRequest for one that can't be checked."""
    told = headers.getlist("upload-checksum")
    if not told:
        return None
    algorithm, _, value = told[0].partition(" ")
    if len(told) > 1 or len(told[0]) > LONGEST_CHECKSUM or algorithm not in ALGORITHMS or not value:
        raise MalformedRequest(f"Upload-Checksum: send one of {' or '.join(ALGORITHMS)}, a space and its Base64.")
    try:
        wanted = base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        raise MalformedRequest("Upload-Checksum: the checksum must be Base64.") from None
    return Checksum(hashlib.new(algorithm, usedforsecurity=False), wanted)
