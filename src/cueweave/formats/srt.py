"""SubRip: numbered captions, the format that every player reads."""

from cueweave.formats.captions import captions, clock, text
from cueweave.formats.talk import Talk


def to_srt(talk: Talk) -> str:
    """Captions. The format knows no escaping: what looks like markup stays as it was said."""
    return "\n".join(
        f"{number}\n{clock(each.start, mark=',')} --> {clock(each.end, mark=',')}\n"
        + "".join(f"{text(line)}\n" for line in each.lines)
        for number, each in enumerate(captions(talk.paragraphs), 1)
    )
