"""The chapters of a talk: what all formats of chapters have in common."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from cueweave.formats.talk import Talk


@dataclass(frozen=True, slots=True)
class Chapter:
    """A stretch with a title, from `start` to `end` in seconds."""

    start: float
    end: float
    title: str


def chapters(talk: Talk) -> list[Chapter]:
    """One after the other from 0 to the end; none where no paragraph has a title.

    What is said before the first title is a chapter named after the talk.
    """
    titled = [(each.start, each.title) for each in talk.paragraphs if each.title]
    if not titled:
        return []
    if talk.paragraphs[0].title:
        titled[0] = (0.0, titled[0][1])
    else:
        titled.insert(0, (0.0, talk.title))
    return [Chapter(start, after, title) for (start, title), (after, _) in pairwise([*titled, (talk.duration, "")])]
