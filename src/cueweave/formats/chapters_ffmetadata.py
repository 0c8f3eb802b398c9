"""Chapters as FFmpeg's metadata file, to put into a file: `ffmpeg -i talk.mp4 -i FILE -map_metadata 1 -c copy OUT`."""

import re

from cueweave.formats.captions import milliseconds
from cueweave.formats.chapters import chapters
from cueweave.formats.talk import Talk

SPECIAL = re.compile(r"([=;#\\])")


def to_chapters_ffmetadata(talk: Talk) -> str:
    """The title, and the chapters in milliseconds."""
    head = f";FFMETADATA1\ntitle={_escape(talk.title)}\n"
    return head + "".join(
        f"\n[CHAPTER]\nTIMEBASE=1/1000\nSTART={milliseconds(each.start)}\nEND={milliseconds(each.end)}\n"
        f"title={_escape(each.title)}\n"
        for each in chapters(talk)
    )


def _escape(text: str) -> str:
    return SPECIAL.sub(r"\\\1", text)
