"""A quick look at what was handed in, before any work is accepted."""

from dataclasses import dataclass
from pathlib import Path

from cueweave.domain.media_formats import MOST_PIXELS
from cueweave.domain.transcript import Cue, Medium
from cueweave.errors import NoSound, TooLong
from cueweave.stages.media import probe
from cueweave.stages.subtitles import read_subtitles


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was found."""

    medium: Medium
    cues: tuple[Cue, ...]
    """Empty when no subtitles came along."""


def inspect(media: Path, subtitles: bytes | None, *, max_seconds: float, max_pixels: int = MOST_PIXELS) -> Inspection:
    """Read the subtitles whole and the medium's header. Raises a BadInput that says what to do."""
    cues = tuple(read_subtitles(subtitles)) if subtitles is not None else ()
    medium = probe(media, max_pixels=max_pixels)
    if not cues and not medium.has_sound:
        raise NoSound("The medium has no sound, so there is nothing to transcribe: send subtitles along with it.")
    if medium.duration > max_seconds:
        raise TooLong(
            f"The medium is {medium.duration:.0f} s long; at most {max_seconds:.0f} s are accepted. Send it in parts."
        )
    return Inspection(medium=medium, cues=cues)
