"""The JSON chapters of Podcasting 2.0, version 1.2."""

import json

from cueweave.formats.chapters import chapters
from cueweave.formats.talk import Talk


def to_podcast_chapters(talk: Talk) -> str:
    """Without pictures, which would have to lie on a public server."""
    found = [
        {"startTime": round(each.start, 3), "endTime": round(each.end, 3), "title": each.title}
        for each in chapters(talk)
    ]
    return json.dumps({"version": "1.2.0", "title": talk.title, "chapters": found}, ensure_ascii=False, indent=1) + "\n"
