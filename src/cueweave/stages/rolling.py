"""Captions that roll up the screen, each showing again what the one before showed, as cues that show each word once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from cueweave.domain.transcript import Cue

TOUCH = 0.03
"""Seconds: rolling cues follow one another without a pause, but for rounding (10 ms in ASS)."""
LETTERS_A_SECOND = 50
"""Nobody speaks so fast (25 is hurried): what is shown for a shorter time is shown, not said."""
MOST = 0.5
"""Share of the neighbours that must overlap for captions to be rolling ones."""
FEWEST = 3
"""So many neighbours must; one less where a cue is shown too shortly to be said, as YouTube has it."""
FEWEST_WORDS = 3
"""So many words must be the same where a converter lost the line breaks and an overlap isn't a whole cue."""

MOST_LINES, MOST_WORDS = 10, 100
"""Nothing larger is on a screen twice; a cue as long as a book would take for ever."""


def unroll(cues: Sequence[Cue]) -> list[Cue]:
    """The cues (in the order of their start) without what is shown again; each word stays where it came first.

    The text of a cue may hold its lines apart by `\\n`. Duplicates (same time, same words) always go; so does a cue
    that shows part of its neighbour for a time too short to say it (10 ms at YouTube). Where most neighbours touch in
    time and overlap in text the overlap goes too. All else stays as it is: a refrain, or a "Yes." of two speakers.
    """
    single = _without_duplicates(cues)
    is_rolling = _is_rolling(single)
    kept = list(single[:1])
    for before, cue in pairwise(single):
        again = _shown_again(before, cue)
        if not is_rolling and not _is_a_flash(before, cue):
            again = 0
        words = cue.text.split()
        if again == 0:
            kept.append(cue)
        elif again < len(words):
            kept.append(replace(cue, text=" ".join(words[again:])))
    return kept


def _without_duplicates(cues: Sequence[Cue]) -> list[Cue]:
    return list({(cue.start, cue.end, *cue.text.split()): cue for cue in reversed(cues)}.values())[::-1]


def _is_rolling(cues: Sequence[Cue]) -> bool:
    """Whether that is how the file is made: most neighbours, and more than chance would have it."""
    pairs = list(pairwise(cues))
    overlapping = [pair for pair in pairs if _shown_again(*pair)]
    has_flashes = any(_is_a_flash(*pair) for pair in overlapping)
    return len(overlapping) > MOST * len(pairs) and len(overlapping) >= FEWEST - has_flashes


def _shown_again(before: Cue, cue: Cue) -> int:
    """How many of the cue's first words the one before shows as its last, if they touch.

    The overlap is a whole cue or whole lines: single words that follow one another are rather said twice. The same
    text once more counts only where it has no time to be said.
    """
    if cue.start > before.end + TOUCH:
        return 0
    shown, words = before.text.split(), cue.text.split()
    if shown == words:
        return len(words) if _is_short(before) or _is_short(cue) else 0
    if lines := _lines_again(_lines(before), _lines(cue)):
        return lines
    if words[: len(shown)] == shown:
        return len(shown)
    return len(words) if shown[-len(words) :] == words else _words_again(before, cue)


def _lines_again(shown: list[list[str]], lines: list[list[str]]) -> int:
    """The words of the longest run of whole lines that ends the one and begins the other."""
    most = min(len(shown), len(lines), MOST_LINES)
    run = next((size for size in range(most, 0, -1) if shown[-size:] == lines[:size]), 0)
    return sum(len(line) for line in lines[:run])


def _words_again(before: Cue, cue: Cue) -> int:
    """The same by words, for cues of one line."""
    if "\n" in before.text or "\n" in cue.text:
        return 0
    shown, words = before.text.split(), cue.text.split()
    most = min(len(shown), len(words), MOST_WORDS)
    return next((size for size in range(most, FEWEST_WORDS - 1, -1) if shown[-size:] == words[:size]), 0)


def _lines(cue: Cue) -> list[list[str]]:
    return [line.split() for line in cue.text.split("\n")]


def _is_a_flash(before: Cue, cue: Cue) -> bool:
    """Whether the cue shows nothing new, and has a time, but one too short to say it."""
    return cue.start < cue.end and _is_short(cue) and _shown_again(before, cue) == len(cue.text.split())


def _is_short(cue: Cue) -> bool:
    return cue.end - cue.start < len(cue.text) / LETTERS_A_SECOND
