"""WebVTT: captions, as they are or with the time of each word."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator

from cueweave.domain.transcript import Word
from cueweave.formats.captions import Caption, captions, clock, gaps, text
from cueweave.formats.talk import Talk


def to_vtt(talk: Talk) -> str:
    """Captions."""
    return _file(talk, lambda caption: "\n".join(escape(text(line)) for line in caption.lines))


def to_vtt_words(talk: Talk) -> str:
    """Captions in which each word carries the time from which it is spoken."""
    return _file(talk, _timed)


def escape(shown: str) -> str:
    """Text that no reader takes for markup."""
    return html.escape(shown, quote=False)


def cue(start: float, end: float, payload: str) -> str:
    """One cue."""
    return f"{clock(start)} --> {clock(end)}\n{payload}"


def _file(talk: Talk, payload: Callable[[Caption], str]) -> str:
    cues = (cue(each.start, each.end, _voice(each) + payload(each)) for each in captions(talk.paragraphs))
    return "\n\n".join(["WEBVTT", *cues]) + "\n"


def _voice(caption: Caption) -> str:
    """Who speaks (WebVTT, 4.2.2); a voice that holds for the whole cue needs no end."""
    return f"<v {escape(caption.speaker)}>" if caption.speaker else ""


def _timed(caption: Caption) -> str:
    """Time tags must rise, and lie within the cue (WebVTT, 4.2.2); a word without one goes with the word before."""
    before = clock(caption.start)

    def tags(line: tuple[Word, ...]) -> Iterator[str]:
        nonlocal before
        for gap, word in zip(gaps(line), line, strict=True):
            time = clock(word.start)
            if before < time < clock(caption.end):
                gap, before = f"{gap}<{time}>", time
            yield gap + escape(word.text)

    return "\n".join("".join(tags(line)) for line in caption.lines)
