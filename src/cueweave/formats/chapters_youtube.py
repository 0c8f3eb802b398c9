"""The chapter list that YouTube reads in the description of a video."""

from __future__ import annotations

from collections.abc import Iterator

from cueweave.errors import NotExportable
from cueweave.formats.chapters import chapters
from cueweave.formats.talk import Talk

FEWEST = 3
SHORTEST = 10
"""Seconds; with a shorter chapter YouTube takes none of them."""


def to_chapters_youtube(talk: Talk) -> str:
    """A line for each chapter; one that is too short goes to the one before. Raises NotExportable for too few."""
    found = list(_long_enough(talk))
    if len(found) < FEWEST:
        raise NotExportable(
            f"YouTube takes chapters only where there are at least {FEWEST} of {SHORTEST} seconds each, and this "
            f"transcript has {len(found) or 'none'}: give more paragraphs a title, or take another format of chapters."
        )
    return "".join(f"{_clock(start)} {title}\n" for start, title in found)


def _long_enough(talk: Talk) -> Iterator[tuple[int, str]]:
    """Starts in whole seconds, and titles."""
    earliest = 0
    for each in chapters(talk):
        start = int(each.start)
        if start >= earliest and talk.duration - start >= SHORTEST:
            earliest = start + SHORTEST
            yield start, each.title


def _clock(seconds: int) -> str:
    minutes = f"{seconds // 60 % 60}:{seconds % 60:02}"
    return f"{seconds // 3600}:{minutes:0>5}" if seconds >= 3600 else minutes
