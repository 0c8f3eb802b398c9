"""What kind of medium some bytes begin, as browsers name it; by the formats' own marks, never by a name."""

HEAD = 4096
"""So many bytes are looked at."""
UNKNOWN = "application/octet-stream"
STARTS = {
    b"fLaC": "audio/flac",
    b"ID3": "audio/mpeg",
    b"FLV\x01": "video/x-flv",
    b"\x00\x00\x01\xba": "video/mpeg",
    b"\x00\x00\x01\xb3": "video/mpeg",
    b"\x30\x26\xb2\x75\x8e\x66\xcf\x11": "video/x-ms-asf",
    b"caff": "audio/x-caf",
}
CHUNKED = {
    (b"RIFF", b"WAVE"): "audio/wav",
    (b"RF64", b"WAVE"): "audio/wav",
    (b"RIFF", b"AVI "): "video/x-msvideo",
    (b"FORM", b"AIFF"): "audio/aiff",
    (b"FORM", b"AIFC"): "audio/aiff",
}
BRANDS = {b"M4A ": "audio/mp4", b"M4B ": "audio/mp4", b"qt  ": "video/quicktime"}
PACKET = 188
"""Bytes of an MPEG transport stream's packet, each of which begins with the same byte."""


def media_type(head: bytes) -> str:
    """The content type of a medium that begins so; one that no browser runs anything of where it is not known."""
    for start, name in STARTS.items():
        if head.startswith(start):
            return name
    if chunked := CHUNKED.get((head[:4], head[8:12])):
        return chunked
    if head[4:8] in (b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip"):
        return BRANDS.get(head[8:12], "video/mp4") if head[4:8] == b"ftyp" else "video/quicktime"
    if head.startswith(b"\x1a\x45\xdf\xa3"):
        return "video/webm" if b"webm" in head[:64] else "video/x-matroska"
    if head.startswith(b"OggS"):
        return "video/ogg" if b"theora" in head[:256] else "audio/ogg"
    return _of_packets(head)


def _of_packets(head: bytes) -> str:
    """Formats that have no mark at the start, only one that each of their packets begins with."""
    if len(head) > PACKET and head[0] == head[PACKET] == 0x47:
        return "video/mp2t"
    if len(head) > 1 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0:
        return "audio/aac" if head[1] & 0x06 == 0 else "audio/mpeg"
    return UNKNOWN
