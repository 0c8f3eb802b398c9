"""Files that name another file or address, and watchers which tell whether anybody followed."""

from __future__ import annotations

import ctypes
import os
import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

IN_ACCESS, IN_OPEN = 0x1, 0x20
"""From sys/inotify.h."""
CANARY = b"the canary's own words, which nobody may repeat"


@dataclass
class Bait:
    """A file and an address that must never be reached."""

    canary: Path
    listener: socket.socket
    watch: int
    taken: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        """Of the listener."""
        return "{}:{}".format(*self.listener.getsockname())

    def touched(self) -> list[str]:
        """What somebody reached since; empty where nobody did."""
        try:
            os.read(self.watch, 4096)
            self.taken.append("file")
        except BlockingIOError:
            pass
        try:
            self.listener.accept()[0].close()
            self.taken.append("address")
        except BlockingIOError:
            pass
        return self.taken


def names() -> list[str]:
    """Of all kinds."""
    with socket.socket() as unbound:
        return sorted(files(Bait(Path("/canary"), unbound, watch=-1)))


@contextmanager
def bait(folder: Path) -> Iterator[Bait]:
    """Lay it out."""
    canary = folder / "canary.ts"
    canary.write_bytes(CANARY)
    libc = ctypes.CDLL(None, use_errno=True)
    watch = libc.inotify_init1(os.O_NONBLOCK)
    assert libc.inotify_add_watch(watch, os.fsencode(canary), IN_ACCESS | IN_OPEN) >= 0
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0)
        try:
            yield Bait(canary, listener, watch)
        finally:
            os.close(watch)


def files(laid: Bait) -> dict[str, bytes]:
    """One of each kind, by its name."""
    targets = {
        "an address": f"http://{laid.address}/a.ts",
        "a file": str(laid.canary),
        "a file by its scheme": f"file://{laid.canary}",
        "a part of a file": f"subfile,,start,0,end,10,,:{laid.canary}",
        "a joined file": f"concat:{laid.canary}|{laid.canary}",
        "an encrypted file": f"crypto:{laid.canary}",
        "data": "data:video/mp2t;base64,R0AREABC8CUAAcEAAP8B/wAB/IAUSBIBBkZGbXBlZwlTZXJ2aWNlMDF3fEPK",
        "a socket": f"tcp://{laid.address}",
    }
    made: dict[str, bytes] = {}
    for name, target in targets.items():
        made |= {f"{kind} of {name}": text.encode() for kind, text in _written(target).items()}
    made["an SDP session"] = _sdp(laid).encode()
    made["a playlist behind a tag of MP3"] = b"ID3\x04\0\0\0\0\0\0" + _written(targets["an address"])["HLS"].encode()
    made["a movie of another file's sound"] = movie_of(laid.canary)
    return made


def _written(target: str) -> dict[str, str]:
    return {
        "HLS": f"#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n{target}\n#EXT-X-ENDLIST\n",
        "HLS with a key": (
            f'#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI="{target}"\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n{target}\n'
        ),
        "DASH": (
            '<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" '
            'mediaPresentationDuration="PT10S"><Period><AdaptationSet mimeType="video/mp4"><Representation id="1" '
            f'bandwidth="1"><BaseURL>{target}</BaseURL></Representation></AdaptationSet></Period></MPD>'
        ),
        "concat": f"ffconcat version 1.0\nfile '{target}'\nduration 10\n",
        "ASX": f"[Reference]\nRef1={target}\n",
    }


def _sdp(laid: Bait) -> str:
    host, port = laid.listener.getsockname()
    return f"v=0\no=- 0 0 IN IP4 {host}\ns=x\nc=IN IP4 {host}\nt=0 0\nm=audio {port} RTP/AVP 0\n"


def box(name: bytes, *content: bytes) -> bytes:
    """An atom of QuickTime."""
    whole = b"".join(content)
    return struct.pack(">I", 8 + len(whole)) + name + whole


def movie_of(other: Path, seconds: int = 1) -> bytes:
    """A QuickTime movie of sound that lies in another file, by its absolute path."""
    rate = 8000
    name, path = other.name.encode()[:63], os.fsencode(other)
    alias = bytes(10) + b"\x04disk".ljust(28, b"\0") + bytes(12) + bytes([len(name)]) + name.ljust(63, b"\0")
    alias += bytes(16) + struct.pack(">hh", 1, 1) + bytes(16)
    alias += struct.pack(">HH", 2, len(path)) + path + b"\0" * (len(path) % 2) + struct.pack(">HH", 0xFFFF, 0)
    references = box(b"dref", bytes(4), struct.pack(">I", 1), box(b"alis", bytes(4), alias.ljust(160, b"\0")))
    described = box(b"raw ", bytes(6) + struct.pack(">H", 1) + bytes(8) + struct.pack(">HHHHI", 1, 8, 0, 0, rate << 16))
    table = box(
        b"stbl",
        box(b"stsd", bytes(4), struct.pack(">I", 1), described),
        box(b"stts", bytes(4), struct.pack(">III", 1, rate * seconds, 1)),
        box(b"stsc", bytes(4), struct.pack(">IIII", 1, 1, rate * seconds, 1)),
        box(b"stsz", bytes(4), struct.pack(">II", 1, rate * seconds)),
        box(b"stco", bytes(4), struct.pack(">II", 1, 0)),
    )
    times = struct.pack(">IIII", 0, 0, rate, rate * seconds)
    media = box(
        b"mdia",
        box(b"mdhd", bytes(4), times, bytes(4)),
        box(b"hdlr", bytes(4), b"mhlrsoun", bytes(13)),
        box(b"minf", box(b"smhd", bytes(8)), box(b"dinf", references), table),
    )
    track = box(
        b"trak", box(b"tkhd", b"\0\0\0\x01", struct.pack(">IIIII", 0, 0, 1, 0, rate * seconds), bytes(60)), media
    )
    movie = box(b"mvhd", bytes(4), times, bytes(80))
    return box(b"ftyp", b"qt  \0\0\0\0qt  ") + box(b"moov", movie, track) + box(b"mdat", bytes(100))
