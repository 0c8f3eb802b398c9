"""Files that browsers fetch: in the encoding that a browser takes, with a tag to ask again by."""

from __future__ import annotations

import hashlib
import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import Response

from cueweave.api.compression import takes
from cueweave.api.conditions import is_known

ENCODINGS = {"br": ".br", "gzip": ".gz"}
"""By preference: which may lie beside a file, under its name and this."""


@dataclass(frozen=True, slots=True)
class File:
    """A file as it is served."""

    content_type: str
    forms: Mapping[str, bytes]
    """What it holds by encoding; `identity` is always there."""
    tags: Mapping[str, str]
    """Of each form."""

    @classmethod
    def of(cls, data: bytes, name: str, *, compressed: Mapping[str, bytes] | None = None) -> File:
        """The name gives the type."""
        forms = {**(compressed or {}), "identity": data}
        tags = {encoding: hashlib.sha256(form).hexdigest()[:16] for encoding, form in forms.items()}
        return cls(_content_type(name), forms, tags)

    @classmethod
    def read(cls, path: Path) -> File:
        """With its compressed forms, where they lie beside it."""
        beside = {encoding: path.with_name(path.name + end) for encoding, end in ENCODINGS.items()}
        compressed = {encoding: each.read_bytes() for encoding, each in beside.items() if each.exists()}
        return cls.of(path.read_bytes(), path.name, compressed=compressed)

    def answer(self, asked: Headers, headers: Mapping[str, str]) -> Response:
        """The form that the request takes, or 304 where it has it."""
        encoding = self._best(asked)
        told = {**headers, "ETag": f'"{self.tags[encoding]}"', "Vary": "Accept-Encoding"}
        if is_known(asked, self.tags[encoding]):
            return Response(status_code=304, headers=told)
        if encoding != "identity":
            told["Content-Encoding"] = encoding
        return Response(self.forms[encoding], media_type=self.content_type, headers=told)

    def _best(self, asked: Headers) -> str:
        return next((each for each in ENCODINGS if each in self.forms and takes(asked, each)), "identity")


def _content_type(name: str) -> str:
    found = {".js": "text/javascript", ".map": "application/json", ".woff2": "font/woff2"}.get(Path(name).suffix)
    return found or mimetypes.guess_type(name)[0] or "application/octet-stream"
