"""Uploads that go on where a broken connection left them, by the tus protocol 1.0."""

from __future__ import annotations

import time
from asyncio import to_thread
from email.utils import formatdate
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Request, Response
from fastapi.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from cueweave.api import tus
from cueweave.api.context import AtDesk, InContext
from cueweave.api.errors import problems
from cueweave.api.identity import User
from cueweave.api.measures import uploaded
from cueweave.api.uploads import shown_name
from cueweave.errors import ChecksumMismatch, MalformedRequest, TooLarge, UploadConflict
from cueweave.telemetry import get_logger
from cueweave.work.resuming import HeldUpload, Resumable, Uploads

ADDRESS = "/uploads/"
SYNC_BYTES = 64 * 1024**2
"""After so many bytes they are brought to the disk, so that the last of them don't have to wait for all."""
WRONG_TYPE = f"The bytes of an upload have the Content-Type {tus.BYTES}; send them so."
UploadId = Annotated[
    str,
    Path(
        description="The last part of the `Location` that was answered on creation.",
        examples=["9b2f6c1e-5d4a-4b6f-8a7e-0c1d2e3f4a5b"],
    ),
]
PIECE: dict[str, Any] = {
    "content": {tus.BYTES: {"schema": {"type": "string", "format": "binary"}}},
}


def _header(name: str, description: str, *, required: bool = False, **schema: object) -> dict[str, Any]:
    return {"name": name, "in": "header", "required": required, "description": description, "schema": schema}


VERSION = _header("Tus-Resumable", "The version of the protocol.", required=True, type="string", enum=[tus.VERSION])
LENGTH = _header(
    "Upload-Length", "Bytes of the whole upload.", required=True, type="string", pattern=tus.NUMBER.pattern
)
METADATA = _header(
    "Upload-Metadata",
    "Pairs of a key and a value in Base64, as in `filename dGFsay5tcDQ=,filetype dmlkZW8vbXA0`. `filename` is what "
    "the recording is called; all of it is for display only.",
    type="string",
    maxLength=tus.LONGEST_METADATA,
)
OFFSET = _header(
    "Upload-Offset",
    "How many bytes have arrived before these.",
    required=True,
    type="string",
    pattern=tus.NUMBER.pattern,
)
CHECKSUM = _header(
    "Upload-Checksum",
    "`sha1` or `sha256`, a space, and the checksum of this request's bytes in Base64. Where they come to another one, "
    "none of them is kept.",
    type="string",
    pattern="^(sha1|sha256) [A-Za-z0-9+/]+=*$",
)
WORDS = {
    403: "Pages of this origin may not call.",
    404: "No such upload, or it has expired, or a task was made of it.",
    409: "The upload goes on elsewhere; ask for its offset.",
    412: "Another version of the protocol.",
    413: "More bytes than the upload, or any medium, may have.",
    415: "The bytes have another Content-Type than tus wants.",
    429: "The user has as many unfinished uploads as allowed, or too many requests came in a while.",
}
router = APIRouter(tags=["uploads"])
log = get_logger(__name__)


async def _client(request: Request, user: User) -> str:
    """The user, once it is known that the client speaks our version."""
    tus.check_version(request.headers)
    return user


Client = Annotated[str, Depends(_client)]


def _problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """As they stand in the document, in words of their own."""
    described = problems(*statuses)
    return {
        status: answer | {"description": WORDS.get(int(status), answer["description"])}
        for status, answer in described.items()
    }


def _told(**headers: str) -> dict[str, Any]:
    return {
        name.replace("_", "-"): {"description": text, "schema": {"type": "string"}} for name, text in headers.items()
    }


@router.options("/uploads", include_in_schema=False)
@router.options(
    ADDRESS, status_code=204, response_class=Response, responses={204: {"headers": _told(Tus_Version="The version.")}}
)
async def get_upload_protocol(context: InContext) -> Response:
    """Which version and extensions of tus the server speaks, and how large an upload may be; needs no user."""
    headers = {
        "Tus-Resumable": tus.VERSION,
        "Tus-Version": tus.VERSION,
        "Tus-Extension": tus.EXTENSIONS,
        "Tus-Max-Size": str(context.work.max_media_bytes),
        "Tus-Checksum-Algorithm": ",".join(tus.ALGORITHMS),
    }
    return Response(status_code=204, headers=headers)


@router.post("/uploads", include_in_schema=False)
@router.post(
    ADDRESS,
    status_code=201,
    response_class=Response,
    responses={
        201: {"headers": _told(Location="Where its bytes go.", Upload_Expires="When it goes.")},
        **_problems(400, 401, 408, 412, 413, 415, 429, 460, 503),
    },
    openapi_extra={"parameters": [VERSION, LENGTH, METADATA, CHECKSUM], "requestBody": {"required": False, **PIECE}},
)
async def create_upload(request: Request, user: Client, desk: AtDesk) -> Response:
    """Begin an upload of so many bytes; the first of them may come along."""
    length, (metadata, values) = tus.number(request.headers, "Upload-Length"), tus.metadata(request.headers)
    piece = _type(request) == tus.BYTES
    wanted = tus.checksum(request.headers) if piece else None
    upload = await desk.uploads.create(user, length, name=shown_name(values.get("filename", "")), metadata=metadata)
    log.info("upload begun", upload=upload.upload_id, length=length)
    if piece:
        upload = await _first_piece(request, user, desk.uploads, upload, wanted)
    headers = _standing(upload) | {"Location": ADDRESS + upload.upload_id}
    return Response(status_code=201, headers=headers)


async def _first_piece(
    request: Request, user: str, uploads: Uploads, upload: Resumable, wanted: tus.Checksum | None
) -> Resumable:
    """Where it can't be had nothing is left: nobody has learned the upload's address yet."""
    async with uploads.held(user, upload.upload_id) as held:
        try:
            await _receive(request, held, wanted)
        except BaseException:
            await uploads.remove(user, held)
            raise
        return await uploads.look(user, upload.upload_id)


@router.head(
    ADDRESS + "{upload_id}",
    response_class=Response,
    responses={
        200: {"headers": _told(Upload_Offset="How many bytes have arrived.", Upload_Length="Of the whole.")},
        **_problems(400, 401, 404, 412, 422, 429, 503),
    },
    openapi_extra={"parameters": [VERSION]},
)
async def get_upload_offset(upload_id: UploadId, user: Client, desk: AtDesk) -> Response:
    """How many bytes of the upload have arrived and are here to stay."""
    upload = await desk.uploads.look(user, upload_id)
    headers = _standing(upload) | {"Upload-Length": str(upload.length), "Cache-Control": "no-store"}
    if upload.metadata:
        headers["Upload-Metadata"] = upload.metadata
    return Response(headers=headers)


@router.patch(
    ADDRESS + "{upload_id}",
    status_code=204,
    response_class=Response,
    responses={
        204: {"headers": _told(Upload_Offset="How many bytes have arrived now.", Upload_Expires="When it goes.")},
        **_problems(400, 401, 404, 408, 409, 412, 413, 415, 422, 423, 429, 460, 503),
    },
    openapi_extra={"parameters": [VERSION, OFFSET, CHECKSUM], "requestBody": {"required": True, **PIECE}},
)
async def add_to_upload(request: Request, upload_id: UploadId, user: Client, desk: AtDesk) -> Response:
    """Send the next bytes. Where the connection breaks, those that have arrived are kept, unless a checksum came."""
    if _type(request) != tus.BYTES:
        raise HTTPException(415, WRONG_TYPE)
    offset, wanted = tus.number(request.headers, "Upload-Offset"), tus.checksum(request.headers)
    async with desk.uploads.held(user, upload_id) as held:
        if offset != held.offset:
            raise UploadConflict(f"Upload-Offset: {held.offset} bytes have arrived; go on from there.")
        await _receive(request, held, wanted)
        upload = await desk.uploads.look(user, upload_id)
    return Response(status_code=204, headers=_standing(upload))


@router.delete(
    ADDRESS + "{upload_id}",
    status_code=204,
    response_class=Response,
    responses=_problems(400, 401, 404, 412, 422, 423, 429, 503),
    openapi_extra={"parameters": [VERSION]},
)
async def delete_upload(upload_id: UploadId, user: Client, desk: AtDesk) -> Response:
    """Give the upload up, and remove what has arrived."""
    async with desk.uploads.held(user, upload_id) as held:
        await desk.uploads.remove(user, held)
    return Response(status_code=204)


async def _receive(request: Request, upload: HeldUpload, wanted: tus.Checksum | None) -> None:
    """Add the request's body. Whatever is raised: what counts of it is kept, and the rest isn't."""
    before, began = upload.offset, time.monotonic()
    seconds: float | None = None
    if int(request.headers.get("content-length", 0)) > upload.about.length - before:
        raise TooLarge(f"The upload has {upload.about.length} bytes, and {before} of them are here; send fewer.")
    came = 0
    try:
        if wanted:
            await to_thread(upload.doubt)
        async for data in request.stream():
            came += len(data)
            await _take(upload, data, wanted)
        if wanted and not wanted.fits():
            raise ChecksumMismatch("The bytes don't come to their Upload-Checksum; send them again.")
        if wanted:
            await to_thread(upload.believe)
        if before == 0 and upload.is_whole:
            seconds = time.monotonic() - began
    except ClientDisconnect:
        raise MalformedRequest("The connection broke before the request was complete.") from None
    finally:
        uploaded(came, seconds=seconds)
        await to_thread(upload.settle)


async def _take(upload: HeldUpload, data: bytes, wanted: tus.Checksum | None) -> None:
    """Raises TooLarge, StoreUnavailable."""
    if len(data) > upload.about.length - upload.offset:
        raise TooLarge(f"The upload has {upload.about.length} bytes, and more came.")
    before = upload.offset
    upload.write(data)
    if wanted:
        wanted.so_far.update(data)
    if before // SYNC_BYTES < upload.offset // SYNC_BYTES:
        await to_thread(upload.sync)


def _standing(upload: Resumable) -> dict[str, str]:
    return {"Upload-Offset": str(upload.offset), "Upload-Expires": formatdate(upload.expires, usegmt=True)}


def _type(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()
