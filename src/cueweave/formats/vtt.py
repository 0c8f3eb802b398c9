"""WebVTT: a result as captions that can be read in time."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cueweave.formats.result import Result, TimedWord

LINE = 42
"""Characters; the width that broadcasters' guidelines for Latin script agree on."""
LONGEST = 7.0
"""Seconds that one caption stands."""
SHORTEST = 1.0
"""Seconds that a caption stands at least, if the next one lets it."""
PAUSE = 1.0
"""A silence of so many seconds ends a caption."""
SENTENCE_ENDS = (".", "?", "!", "…", "。", "？", "！", "؟", "।")
CLAUSE_ENDS = (",", ";", ":", "–", "—", "、", "，", "،")
CLOSERS = "\"'”’»)]"


@dataclass(frozen=True, slots=True)
class Caption:
    """What stands on the screen at once."""

    start: float
    end: float
    text: str


def to_vtt(result: Result) -> bytes:
    """The whole result as a WebVTT file."""
    captions = [caption for each in result["paragraphs"] for caption in _captions(each["words"])]
    blocks = ["WEBVTT"]
    for number, caption in enumerate(captions):
        following = captions[number + 1].start if number + 1 < len(captions) else float("inf")
        end = max(caption.end, min(caption.start + SHORTEST, following))
        blocks.append(f"{_times(caption.start, end)}\n{html.escape(_lines(caption.text), quote=False)}")
    return ("\n\n".join(blocks) + "\n").encode()


def _captions(words: Sequence[TimedWord]) -> Iterator[Caption]:
    """One paragraph, cut where a reader would breathe."""
    rest = [word for word in words if word["word"].strip()]
    while rest:
        count = _count(rest)
        text = " ".join(" ".join(word["word"].split()) for word in rest[:count])
        yield Caption(start=rest[0]["start"], end=rest[count - 1]["end"], text=text)
        rest = rest[count:]


def _count(words: Sequence[TimedWord]) -> int:
    """How many of these words the next caption takes, at least one."""
    most = _most(words)
    if most == len(words) or words[most]["start"] - words[most - 1]["end"] >= PAUSE:
        return most
    for marks, least in ((SENTENCE_ENDS, 0), (CLAUSE_ENDS, most // 2)):
        for count in range(most, least, -1):
            if words[count - 1]["word"].rstrip(CLOSERS).endswith(marks):
                return count
    return most


def _most(words: Sequence[TimedWord]) -> int:
    """How many fit on two lines, in time, with no pause among them."""
    text = words[0]["word"]
    for count in range(1, len(words)):
        word = words[count]
        text = f"{text} {word['word']}"
        paused = word["start"] - words[count - 1]["end"] >= PAUSE
        if paused or word["end"] - words[0]["start"] > LONGEST or not _fits(text):
            return count
    return len(words)


def _fits(text: str) -> bool:
    """Whether two lines hold it."""
    return all(len(line) <= LINE for line in _lines(text).split("\n"))


def _lines(text: str) -> str:
    """On one line, or on two of about the same length."""
    if len(text) <= LINE:
        return text
    spaces = [at for at, character in enumerate(text) if character == " "]
    if not spaces:
        return text
    at = min(spaces, key=lambda space: max(space, len(text) - space - 1))
    return f"{text[:at]}\n{text[at + 1 :]}"


def _times(start: float, end: float) -> str:
    """The line of times; a cue that ended when it starts would be dropped by players."""
    first = round(start * 1000)
    last = max(round(end * 1000), first + 1)
    return f"{_clock(first)} --> {_clock(last)}"


def _clock(milliseconds: int) -> str:
    seconds, rest = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{rest:03}"
