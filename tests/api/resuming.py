"""A tus client by hand, one request a function."""

from __future__ import annotations

import base64
import hashlib

import httpx
from api.service import Files

VERSION = {"Tus-Resumable": "1.0.0"}
BYTES = {"Content-Type": "application/offset+octet-stream"}


def begun(client: httpx.Client, length: int, **headers: str) -> str:
    """The address of a new upload."""
    answer = client.post("/uploads/", headers=VERSION | {"Upload-Length": str(length)} | headers)
    assert answer.status_code == 201, answer.text
    return answer.headers["location"]


def add(client: httpx.Client, address: str, data: bytes, offset: int, **headers: str) -> httpx.Response:
    """What the next bytes are answered."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.patch(address, content=data, headers=VERSION | BYTES | {"Upload-Offset": str(offset)} | named)


def offset(client: httpx.Client, address: str) -> int:
    """How many bytes have arrived."""
    answer = client.head(address, headers=VERSION)
    assert answer.status_code == 200
    return int(answer.headers["upload-offset"])


def sent(client: httpx.Client, data: bytes, **headers: str) -> str:
    """The address of an upload that is whole."""
    address = begun(client, len(data), **headers)
    assert add(client, address, data, 0).status_code == 204
    return address


def handed_in(client: httpx.Client, files: Files, upload: str, **headers: str) -> httpx.Response:
    """What a hand-in with this upload is answered."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    only = {"srt_file": files["srt_file"]}
    return client.post("/process/srt_media/", files=only, data={"media_upload": upload}, headers=named)


def sha1(data: bytes) -> str:
    """The value of `Upload-Checksum`."""
    return "sha1 " + base64.b64encode(hashlib.sha1(data, usedforsecurity=False).digest()).decode()


def patch_head(address: str, length: int, *, offset: int = 0, more: str = "") -> bytes:
    """The head of a PATCH of ada's with so many bytes, for `api.raw`."""
    return (
        f"PATCH {address} HTTP/1.1\r\nHost: x\r\nX-User-ID: ada\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: {offset}\r\n"
        f"Content-Type: application/offset+octet-stream\r\nContent-Length: {length}\r\n{more}\r\n"
    ).encode()
