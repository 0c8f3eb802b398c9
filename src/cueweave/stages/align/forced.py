"""Known words forced onto the sound: in windows around their rough times, again in other ones where that failed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial

from cueweave.domain.transcript import Alignment, Report, Sound, Span, Word
from cueweave.stages.align.belief import Belief, belief
from cueweave.stages.align.confidence import confidences
from cueweave.stages.align.crew import hear_all
from cueweave.stages.align.decoder import Spoken
from cueweave.stages.align.heard import Heard, Stretch
from cueweave.stages.align.holes import hole_windows
from cueweave.stages.align.order import agreeing, better, in_order
from cueweave.stages.align.readings import to_hear
from cueweave.stages.align.windows import Window, cut_windows

FIRST, SECOND = 0.9, 0.97
"""The share of the work that is done after each round."""
LEAST_HEARD = 0.25
"""Share of the words below which none is believed: the text is a translation, or of another recording."""
OTHER_WORDS = "cue times, since other words are said"
SPREAD = "spread"
FORCED = "forced alignment"


@dataclass(frozen=True, slots=True)
class Matter:
    """What is aligned: words with rough times, what is to be heard for each, and the sound."""

    words: Sequence[Word]
    said: Sequence[tuple[Spoken, ...]]
    sound: Sound

    @property
    def spoken(self) -> list[bool]:
        """Which of the words are spoken at all."""
        return [bool(each) for each in self.said]


def align_words(
    words: Sequence[Word], sound: Sound, speech: Sequence[Span], report: Report, *, language: str
) -> Alignment:
    """Words that could be aligned stand where they are heard; the others stay between their neighbours."""
    matter = Matter(words, to_hear([word.text for word in words], language), sound)
    sayable = sum(matter.spoken)
    if not sayable or not speech:
        report(1.0)
        return Alignment(tuple(words), SPREAD, 0.0)
    heard, usual = _heard(matter, report, language)
    report(1.0)
    if len(heard) < LEAST_HEARD * sayable:
        return Alignment(tuple(words), OTHER_WORDS, 0.0)
    sure = confidences(heard, matter.said, usual)
    timed = {at: replace(words[at], start=h.start, end=h.end, confidence=sure[at]) for at, h in heard.items()}
    ordered = in_order(words, matter.spoken, timed, sound.duration)
    return Alignment(tuple(ordered), FORCED, len(heard) / sayable)


def _heard(matter: Matter, report: Report, language: str) -> tuple[dict[int, Heard], float]:
    """The words that were heard, and the loss that is usual in this recording."""
    windows = cut_windows(matter.words, matter.sound.duration)
    found = _look(matter, windows, partial(_between, report, 0.0, FIRST))
    believed = belief(found, language)
    heard = agreeing(_own(windows, found, believed))
    undoubted = {at: word for at, word in heard.items() if not believed.doubts(word)}
    heard = _look_again(matter, heard, undoubted, believed, partial(_between, report, FIRST, SECOND))
    heard = _look_again(matter, heard, heard, believed, partial(_between, report, SECOND, 1.0))
    return heard, believed.usual


def _between(report: Report, start: float, stop: float, share: float) -> None:
    report(start + (stop - start) * share)


def _look(matter: Matter, windows: Sequence[Window], report: Report) -> list[dict[int, Heard]]:
    """What is found in each window."""
    stretches = [_stretch(window, matter.said) for window in windows]
    all_found: list[dict[int, Heard]] = []
    with closing(hear_all(matter.sound, stretches)) as finds:
        for found in finds:
            all_found.append(found)
            report(len(all_found) / len(stretches))
    return all_found


def _stretch(window: Window, said: Sequence[tuple[Spoken, ...]]) -> Stretch:
    texts = tuple((at, said[at]) for at in range(window.before, window.after))
    return Stretch(texts, window.start, window.end)


def _own(windows: Sequence[Window], all_found: Sequence[Mapping[int, Heard]], believed: Belief) -> dict[int, Heard]:
    """The windows' own words, where they are believed."""
    return {
        at: word
        for window, found in zip(windows, all_found, strict=True)
        if believed.holds(found)
        for at, word in found.items()
        if window.first <= at < window.stop
    }


def _look_again(
    matter: Matter, heard: dict[int, Heard], good: Mapping[int, Heard], believed: Belief, report: Report
) -> dict[int, Heard]:
    """What was heard, bettered where a run of words that isn't good is heard better in another window."""
    windows = hole_windows(matter.words, matter.spoken, good, matter.sound.duration)
    for window, found in zip(windows, _look(matter, windows, report), strict=True):
        heard = better(heard, _own([window], [found], believed), range(window.first, window.stop))
    return agreeing(heard)
