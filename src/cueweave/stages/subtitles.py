"""Subtitles of any common format and encoding, as cues."""

from __future__ import annotations

import html
import re
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import replace
from xml.etree.ElementTree import ParseError

import pysubs2

from cueweave.domain.transcript import Cue
from cueweave.errors import EmptyFile, NoCues, NotSubtitles
from cueweave.stages.rolling import unroll

LATEST = 100 * 3600.0
"""Seconds: a later time is a slip of somebody's tool."""
TAG = re.compile(r"</?[A-Za-z][^<>]{0,400}>|<\d[\d:.]*>")
VOICE = re.compile(r"<v(?:\.[^\s<>]*)?[ \t]+([^\s<>][^<>]{0,399})>")
"""WebVTT's voice tag; the name stays beside the text."""
WORD_TIME = re.compile(r"<(?:\d+:)?\d\d:\d\d\.\d{3}>")
"""WebVTT's times within a text: pysubs2 1.8.1 takes a line with two of them for a cue's times and drops its words."""
OVERRIDE = re.compile(r"\{\\[^{}]*\}")
CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
SCRIPT = re.compile(r"<(/?)(script|style)\b[^<>]*>", re.IGNORECASE)
LOOKS_LIKE = re.compile(
    r"-->|^\[Script Info\]|^\[Events\]|^WEBVTT|^\{\d+\}\{\d+\}|<tt[\s>]|<SAMI", re.IGNORECASE | re.MULTILINE
)
SUBSTATION = re.compile(r"^\[(Script Info|Events)\]", re.IGNORECASE | re.MULTILINE)
DECLARATION = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
"""Nobody writes one in subtitles, but for an XML reader it may name a file, or unfold to gigabytes."""
ABSURD = re.compile(r"&#(?:\d{9,}|[xX][0-9A-Fa-f]{9,});?", re.ASCII)
"""A number of no character; Python refuses to read one of 4,300 digits."""
UNREADABLE = (
    pysubs2.exceptions.Pysubs2Error,
    ParseError,
    ValueError,
    LookupError,
    ArithmeticError,
    RuntimeError,
)
"""What pysubs2 and its XML reader raise on what they don't understand."""
HELP = "send SRT, WebVTT or ASS."


def read_subtitles(data: bytes) -> list[Cue]:
    """The cues, in the order of their start, each word once where captions roll.

    Raises EmptyFile, NotSubtitles or NoCues.
    """
    if not data.strip():
        raise EmptyFile(f"The subtitles are empty: {HELP}")
    text = _text(data)
    if not LOOKS_LIKE.search(text) or DECLARATION.search(text):
        raise NotSubtitles(f"These are not subtitles in a format that can be read: {HELP}")
    cues = sorted(_cues(_parse(text)), key=lambda cue: cue.start)
    if not cues:
        raise NoCues("The subtitles hold no cue with text: send the file with what is said.")
    return [replace(cue, text=" ".join(cue.text.split())) for cue in unroll(cues)]


def _text(data: bytes) -> str:
    """Decoded by its byte order mark, as UTF-8, as UTF-16 without a mark, or by what charset-normalizer finds."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if data[:200].count(0) > len(data[:200]) // 4:
        little = data[1:200:2].count(0) > data[0:200:2].count(0)
        return data.decode("utf-16-le" if little else "utf-16-be", errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        from charset_normalizer import from_bytes  # tables of encodings, which few files are in

        best = from_bytes(data[:200_000]).best()
        return data.decode(best.encoding if best else "cp1252", errors="replace")


def _parse(text: str) -> pysubs2.SSAFile:
    known = "ass" if SUBSTATION.search(text) else None  # also without the styles by which the library knows it
    text = WORD_TIME.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    try:
        # it warns where it takes a default, as for a layer that is no number
        with warnings.catch_warnings(action="ignore", category=RuntimeWarning):
            return pysubs2.SSAFile.from_string(text, keep_html_tags=True, format_=known)
    except UNREADABLE as error:
        raise NotSubtitles(f"The subtitles can't be read: {HELP}") from error


def _cues(file: pysubs2.SSAFile) -> Iterator[Cue]:
    for event in file.events:
        if not event.is_comment:
            start = min(max(event.start / 1000, 0.0), LATEST)
            end = min(max(event.end / 1000, start), LATEST)
            yield from _shared(start, end, list(_voices(event.text, event.name)))


def _voices(text: str, actor: str) -> Iterator[tuple[str, str | None]]:
    """What each speaker of an event says, with the name: from a voice tag, else from the field that ASS has for it."""
    first, *others = VOICE.split(_without_scripts(text))
    for part, name in [(first, actor), *zip(others[1::2], others[::2], strict=True)]:
        if cleaned := _clean(part):
            yield cleaned, " ".join(_clean(name).split()) or None


def _without_scripts(text: str) -> str:
    """Each script or style goes from its opening tag to the first closing one; what is never closed stays text.

    One pass: an expression for all of it would look for the end of the file from every opening tag.
    """
    kept, at, opened = [], 0, None
    for tag in SCRIPT.finditer(text):
        closes, name = tag[1], tag[2].lower()
        if not closes and opened is None:
            opened = (name, tag.start())
        elif closes and opened and opened[0] == name:
            kept.append(text[at : opened[1]])
            at, opened = tag.end(), None
    return " ".join([*kept, text[at:]])


def _shared(start: float, end: float, parts: Sequence[tuple[str, str | None]]) -> Iterator[Cue]:
    """A cue for each speaker, in the time that the letters of the others leave."""
    total = sum(len(text) for text, _ in parts)
    said = 0
    for text, speaker in parts:
        first, said = said, said + len(text)
        at, until = (start + (end - start) * letters / total for letters in (first, said))
        yield Cue(at, until if said < total else end, text, speaker)


def _clean(text: str) -> str:
    """Without markup and invisible controls; white space folded within the lines, no line empty."""
    text = text.replace("\\N", "\n").replace("\\n", "\n").replace("\\h", " ")
    text = TAG.sub("", OVERRIDE.sub("", text))
    lines = (" ".join(line.split()) for line in CONTROL.sub("", html.unescape(ABSURD.sub("\ufffd", text))).splitlines())
    return "\n".join(line for line in lines if line)
