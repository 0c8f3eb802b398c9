"""Hours of silence in a few kilobytes."""

from __future__ import annotations

import io
import struct
from fractions import Fraction

import av
import numpy as np

LARGEST_BLOCK = 65_535
"""Samples that one frame of FLAC can hold, as a constant in two bytes."""


def flac(seconds: int, *, claimed: int, rate: int = 2000, cover: bytes = b"") -> bytes:
    """Silence as FLAC (RFC 9639), which says that it has `claimed` seconds; 0: it doesn't say."""
    total = claimed * rate
    about = struct.pack(">HH", LARGEST_BLOCK, LARGEST_BLOCK) + bytes(6)
    about += (rate << 44 | 15 << 36 | total).to_bytes(8, "big") + bytes(16)  # one channel, 16 bits
    frames = b"".join(_frame(number) for number in range(seconds * rate // LARGEST_BLOCK))
    blocks = _block(0, about)
    if cover:
        kind = struct.pack(">II", 3, 9) + b"image/png" + struct.pack(">IIIIII", 0, 30_000, 30_000, 24, 0, len(cover))
        blocks += _block(6, kind + cover)
    return b"fLaC" + blocks + b"\x81\0\0\0" + frames


def _block(kind: int, content: bytes) -> bytes:
    return bytes([kind]) + len(content).to_bytes(3, "big") + content


def _frame(number: int) -> bytes:
    head = b"\xff\xf8\x70\x08" + chr(number).encode() + struct.pack(">H", LARGEST_BLOCK - 1)
    frame = head + bytes([crc(head, 8, 0x07)]) + bytes(3)
    return frame + struct.pack(">H", crc(frame, 16, 0x8005))


def crc(data: bytes, bits: int, polynomial: int) -> int:
    """A check sum as FLAC and Ogg have it: not reflected, starting from 0."""
    value = 0
    for byte in data:
        value ^= byte << (bits - 8)
        for _ in range(8):
            value = value << 1 ^ (polynomial if value >> (bits - 1) & 1 else 0)
            value &= (1 << bits) - 1
    return value


def opus(claimed: int) -> bytes:
    """A second of silence as Opus, whose last page says that it ends after so many seconds."""
    data = bytearray(_encoded("ogg", "libopus", 48_000, [0]))
    last = data.rfind(b"OggS")
    data[last + 6 : last + 14] = struct.pack("<q", claimed * 48_000)
    data[last + 22 : last + 26] = bytes(4)
    data[last + 22 : last + 26] = struct.pack("<I", crc(bytes(data[last:]), 32, 0x04C11DB7))
    return bytes(data)


def aac(seconds: int, *, claimed: int) -> bytes:
    """A second of silence as AAC in MP4, and another one so much later; the header says `claimed`."""
    data = _encoded("mp4", "aac", 16_000, [0, seconds])
    for name, wide in ((b"mvhd", 1000), (b"tkhd", 1000), (b"mdhd", 16_000)):
        at = data.find(name) + 4 + (20 if name == b"tkhd" else 16)
        data = data[:at] + struct.pack(">I", claimed * wide) + data[at + 4 :]
    return data


def _encoded(container: str, codec: str, rate: int, starts: list[int]) -> bytes:
    out = io.BytesIO()
    with av.open(out, "w", format=container) as target:
        stream = target.add_stream(codec, rate=rate, layout="mono")
        assert isinstance(stream, av.AudioStream)
        silence = np.zeros((1, 960 if codec == "libopus" else 1024), np.int16)
        for start in starts:
            for number in range(rate // silence.size):
                frame = av.AudioFrame.from_ndarray(silence, format="s16", layout="mono")
                frame.rate, frame.time_base = rate, Fraction(1, rate)
                frame.pts = start * rate + number * silence.size
                target.mux(stream.encode(frame))
        target.mux(stream.encode(None))
    return out.getvalue()
