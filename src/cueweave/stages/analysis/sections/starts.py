"""What speaks for or against starting something new at a sentence, apart from its vocabulary."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from cueweave.domain.analysis import Text
from cueweave.stages.analysis.sections.markers import LONGEST, Marker, marker_of
from cueweave.stages.analysis.stems import plain

Flags = NDArray[np.bool_]
QUESTION_MARKS = ("?", "？", "؟")
GREEK_QUESTION_MARKS = (";", "\u037e")
CLOSING = "\"'”’»)]"
LEAD_IN = 2
"""Words."""
LEAST_PAUSE = 0.5
"""Seconds; between sentences no shorter one tells anything."""
FULL_PAUSE = 2.5
"""Seconds more than usual; a longer one tells no more."""
SLIDE_REACH = 5.0
"""Seconds; nobody changes slides exactly between two sentences."""


@dataclass(frozen=True, slots=True)
class Starts:
    """An entry a sentence: what was found at its start."""

    pause: NDArray[np.float64]
    """0.0 to 1.0: how much longer the silence before it is than usual between this text's sentences."""
    turn: Flags
    """Another speaker begins."""
    turn_words: NDArray[np.intp]
    """How many words the speaker says whose turn begins here, or with the text; 0 elsewhere."""
    scene: Flags
    """Another slide has come."""
    answer: Flags
    """The sentence before it is a question, and this one is none, nor opens another topic."""
    topic: Flags
    step: Flags
    link: Flags
    back: Flags

    @property
    def free(self) -> NDArray[np.float64]:
        """1.0 where neither the speaker nor the slide changes: only there does what is said tie it to what was said."""
        return (~(self.turn | self.scene)).astype(float)


def find_starts(text: Text) -> Starts:
    """For each sentence of a text."""
    markers = [marker_of(_opening(text, index), text.language) for index in range(len(text.sentences))]
    turn = _turns(text)
    asks = _questions(text)
    topic = _with_lead_ins(text, _each(markers, Marker.TOPIC), asks)
    return Starts(
        pause=_pauses(text),
        turn=turn,
        turn_words=_turn_words(text, turn),
        scene=_scenes(text),
        answer=_answers(asks) & ~topic,
        topic=topic,
        step=_each(markers, Marker.STEP),
        link=_each(markers, Marker.LINK),
        back=_each(markers, Marker.BACK),
    )


def _with_lead_ins(text: Text, topic: Flags, asks: Sequence[bool]) -> Flags:
    """A topic that is led in by a word or two ("Okay. Let's move on") begins with those."""
    moved = topic.copy()
    for index in range(1, len(topic)):
        before = text.sentences[index - 1]
        if topic[index] and before.stop - before.first <= LEAD_IN and not asks[index - 1]:
            moved[index], moved[index - 1] = False, True
    return moved


def _opening(text: Text, index: int) -> list[str]:
    sentence = text.sentences[index]
    words = text.words[sentence.first : min(sentence.stop, sentence.first + LONGEST)]
    return [bare for word in words if (bare := plain(word.text, text.language))]


def _each(markers: list[Marker | None], which: Marker) -> Flags:
    return np.array([marker is which for marker in markers], dtype=bool)


def _pauses(text: Text) -> NDArray[np.float64]:
    firsts = [sentence.first for sentence in text.sentences]
    silences = np.array([text.words[at].start - text.words[at - 1].end if at else 0.0 for at in firsts])
    usual = float(np.median(silences[1:])) if len(silences) > 1 else 0.0
    longer = np.clip((silences - max(usual, 0.0)) / FULL_PAUSE, 0.0, 1.0)
    found: NDArray[np.float64] = np.where(silences >= LEAST_PAUSE, longer, 0.0)
    return found


def _turns(text: Text) -> Flags:
    return np.array([sentence.first > 0 and sentence.first in text.turns for sentence in text.sentences], dtype=bool)


def _scenes(text: Text) -> Flags:
    """Sentences whose start is the nearest one to a change of slides."""
    firsts = [sentence.first for sentence in text.sentences]
    found = np.zeros(len(firsts), dtype=bool)
    for word in text.scenes:
        index = bisect_right(firsts, word) - 1
        changed = text.words[word].start
        near = [at for at in (index, index + 1) if 0 < at < len(firsts)]
        distances = {at: abs(text.words[firsts[at]].start - changed) for at in near}
        nearest = min(near, key=distances.__getitem__, default=None)
        if nearest is not None and distances[nearest] <= SLIDE_REACH:
            found[nearest] = True
    return found


def _turn_words(text: Text, turn: Flags) -> NDArray[np.intp]:
    counts = np.zeros(len(turn), dtype=np.intp)
    begins = [0, *(int(index) for index in np.flatnonzero(turn))]
    for begin, stop in pairwise([*begins, len(turn)]):
        counts[begin] = text.sentences[stop - 1].stop - text.sentences[begin].first
    return counts


def _questions(text: Text) -> list[bool]:
    marks = GREEK_QUESTION_MARKS if text.language == "el" else QUESTION_MARKS
    return [text.words[sentence.stop - 1].text.rstrip(CLOSING).endswith(marks) for sentence in text.sentences]


def _answers(asks: Sequence[bool]) -> Flags:
    return np.array([index > 0 and asks[index - 1] and not asks[index] for index in range(len(asks))], dtype=bool)
