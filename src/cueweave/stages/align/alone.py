"""How well the sound fits what is said to be heard in it, each utterance looked for by itself."""

from __future__ import annotations

import math
from collections.abc import Sequence
from contextlib import closing
from statistics import median

from cueweave.domain.transcript import Report, Sound, Word
from cueweave.stages.align.crew import hear_all
from cueweave.stages.align.heard import Stretch
from cueweave.stages.align.readings import to_hear
from cueweave.stages.align.windows import cut_runs, widened

PADDING = 0.4
"""Seconds of sound around an utterance: an engine's times are off by some tenths of a second."""


def losses(utterances: Sequence[Sequence[Word]], sound: Sound, language: str, report: Report) -> list[float]:
    """For each utterance the median loss of its words (`Heard.loss`); infinite where no path leads through any part,
    0.0 where nothing in it is spoken (`♪`).

    In a window with its neighbours a false utterance spoils true ones, and true ones lend it their fit.
    """
    stretches: list[Stretch] = []
    owners: list[int] = []
    found: list[list[float]] = [[] for _ in utterances]
    for owner, words in enumerate(utterances):
        said = to_hear([word.text for word in words], language)
        if not any(said):
            found[owner].append(0.0)
            continue
        for first, stop in cut_runs(words, 0, len(words)):
            window = widened(words, first, stop, sound.duration, context=0.0, padding=PADDING)
            stretches.append(Stretch(tuple((at, said[at]) for at in range(first, stop)), window.start, window.end))
            owners.append(owner)
    with closing(hear_all(sound, stretches)) as finds:
        for done, (owner, heard) in enumerate(zip(owners, finds, strict=True), start=1):
            found[owner] += [word.loss for word in heard.values()]
            report(done / len(stretches))
    return [median(each) if each else math.inf for each in found]
