"""The JSON transcript of Podcasting 2.0, which podcast apps show beside the sound."""

import json

from cueweave.formats.captions import captions, text
from cueweave.formats.talk import Talk


def to_podcast_transcript(talk: Talk) -> str:
    """A segment for each caption."""
    segments = [
        {
            **({"speaker": each.speaker} if each.speaker else {}),
            "startTime": each.start,
            "endTime": each.end,
            "body": text(each.words),
        }
        for each in captions(talk.paragraphs)
    ]
    return json.dumps({"version": "1.0.0", "segments": segments}, ensure_ascii=False, indent=1) + "\n"
