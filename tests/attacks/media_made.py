"""Media as an attacker makes them: small files that claim, hide or refer to much."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Sequence
from fractions import Fraction

import av
import numpy as np

HUGE = 30_000
"""Pixels of a side that a header claims."""
TEN_HOURS = 36_000


def zipped(name: str) -> bytes:
    """An archive whose one file unpacks to 10 MB."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, bytes(10_000_000))
    return out.getvalue()


def element(name: int, content: bytes) -> bytes:
    """An element of EBML: its id, its size in eight bytes, its content."""
    number = name.to_bytes((name.bit_length() + 7) // 8, "big")
    return number + (len(content) | 1 << 56).to_bytes(8, "big") + content


def number(name: int, value: int) -> bytes:
    """An EBML element that is a number."""
    return element(name, value.to_bytes(max((value.bit_length() + 7) // 8, 1), "big"))


def video_track(place: int, codec: str, width: int, height: int) -> bytes:
    """A track entry of Matroska."""
    video = element(0xE0, number(0xB0, width) + number(0xBA, height))
    return element(
        0xAE, number(0xD7, place) + number(0x73C5, place) + number(0x83, 1) + element(0x86, codec.encode()) + video
    )


def sound_track(place: int) -> bytes:
    """Eight-bit sound at 8 kHz."""
    audio = element(0xE1, element(0xB5, struct.pack(">d", 8000.0)) + number(0x9F, 1) + number(0x6264, 8))
    return element(
        0xAE, number(0xD7, place) + number(0x73C5, place) + number(0x83, 2) + element(0x86, b"A_PCM/INT/LIT") + audio
    )


def matroska(
    tracks: bytes, blocks: Sequence[tuple[int, bytes]] = (), *, seconds: float | None = 1.0, more: bytes = b""
) -> bytes:
    """A file of these tracks, with blocks of (track, bytes) at its start; `seconds`: what the header says."""
    head = element(
        0x1A45DFA3,
        number(0x4286, 1)
        + number(0x42F7, 1)
        + number(0x42F2, 4)
        + number(0x42F3, 8)
        + element(0x4282, b"matroska")
        + number(0x4287, 4)
        + number(0x4285, 2),
    )
    length = element(0x4489, struct.pack(">d", seconds * 1000)) if seconds is not None else b""
    info = element(0x1549A966, number(0x2AD7B1, 1_000_000) + length)
    cluster = number(0xE7, 0) + b"".join(
        element(0xA3, bytes([0x80 | track]) + struct.pack(">h", 0) + b"\x80" + data) for track, data in blocks
    )
    return head + element(0x18538067, info + element(0x1654AE6B, tracks) + more + element(0x1F43B675, cluster))


def png(width: int, height: int) -> bytes:
    """A picture that claims this size, with hardly any pixels."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    )


def encoded(
    name: str, codec: str, *, size: int = 64, seconds: int = 1, container_options: dict[str, str] | None = None
) -> bytes:
    """Pictures in that codec, ten a second."""
    out = io.BytesIO()
    with av.open(out, "w", format=name, options=container_options or {}) as container:
        stream = container.add_stream(codec, rate=10)
        assert isinstance(stream, av.VideoStream)
        stream.width = stream.height = size
        stream.pix_fmt = {"mjpeg": "yuvj420p", "gif": "rgb8", "png": "rgb24"}.get(codec, "yuv420p")
        drawn = np.full((size, size, 3), 230, np.uint8)
        drawn[size // 4 : size // 2, size // 8 : size // 2] = 20
        for place in range(10 * seconds):
            frame = av.VideoFrame.from_ndarray(drawn, format="rgb24")
            frame = frame.reformat(format=stream.pix_fmt)
            frame.pts, frame.time_base = place, Fraction(1, 10)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return out.getvalue()


def jpeg_claiming(data: bytes, side: int) -> bytes:
    """The same JPEGs, each with another size in its header."""
    out, at = bytearray(data), 0
    # with its length and depth: two bytes alone stand by chance in the ids that a container draws, too
    while (at := out.find(b"\xff\xc0\x00\x11\x08", at)) >= 0:
        out[at + 5 : at + 9] = struct.pack(">HH", side, side)
        at += 2
    return bytes(out)
