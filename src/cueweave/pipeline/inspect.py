"""A quick look at what was handed in, before any work is accepted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cueweave.domain.media_formats import MOST_PIXELS
from cueweave.domain.transcript import Cue, Medium
from cueweave.errors import NoSound, TooLong, TooManyWords
from cueweave.stages.media import probe
from cueweave.stages.subtitles import read_subtitles
from cueweave.stages.words import count_words

FASTEST = 12.0
"""Words a second: twice what an auctioneer says."""
SHORTEST = 3600.0
"""Seconds: subtitles of a longer recording than is accepted may come with a short one."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was found."""

    medium: Medium
    cues: tuple[Cue, ...]
    """Empty when no subtitles came along."""


def inspect(media: Path, subtitles: bytes | None, *, max_seconds: float, max_pixels: int = MOST_PIXELS) -> Inspection:
    """Read the subtitles whole and the medium's header. Raises a BadInput that says what to do."""
    cues = tuple(read_subtitles(subtitles)) if subtitles is not None else ()
    check_words(cues, max_seconds)
    medium = probe(media, max_pixels=max_pixels)
    if not cues and not medium.has_sound:
        raise NoSound("The medium has no sound, so there is nothing to transcribe: send subtitles along with it.")
    if medium.duration > max_seconds:
        raise TooLong(
            f"The medium is {medium.duration:.0f} s long; at most {max_seconds:.0f} s are accepted. Send it in parts."
        )
    return Inspection(medium=medium, cues=cues)


def check_words(cues: Sequence[Cue], max_seconds: float) -> None:
    """Raises TooManyWords where nobody could say it all in the longest medium."""
    most = round(FASTEST * max(max_seconds, SHORTEST))
    words = sum(count_words(cue.text) for cue in cues)
    if words > most:
        raise TooManyWords(
            f"The subtitles hold {words:,} words; at most {most:,} are accepted, more than anybody says in "
            f"{most / FASTEST:.0f} s. Send them in parts."
        )
