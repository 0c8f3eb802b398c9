"""How long words take to say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cueweave.domain.transcript import Word

FASTEST = 0.03
"""Seconds a letter; nobody is faster: records of fast talking lie at 0.02 to 0.03 for a few seconds."""
BRISK = 0.05
"""Seconds a letter, of somebody who speaks fast."""
SYLLABLE = re.compile(
    "[\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""A character that is a syllable: kana, Hangul, Han."""
LETTERS_A_SYLLABLE = 3


def seconds_to_say(words: Sequence[Word], letter: float) -> float:
    """At so many seconds a letter; marks take no time."""
    text = "".join(word.text for word in words)
    return letter * sum(LETTERS_A_SYLLABLE if SYLLABLE.match(each) else each.isalnum() for each in text)
