"""WebVTT chapters, for the `chapters` track of a video element."""

from cueweave.formats.chapters import chapters
from cueweave.formats.talk import Talk
from cueweave.formats.vtt import cue, escape


def to_chapters_vtt(talk: Talk) -> str:
    """A cue for each chapter that has a length."""
    cues = (cue(each.start, each.end, escape(each.title)) for each in chapters(talk) if each.end - each.start >= 0.001)
    return "\n\n".join(["WEBVTT", *cues]) + "\n"
