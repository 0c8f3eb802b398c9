"""A language's letters and their phones as a table, and the one engine that reads words by it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from string import ascii_lowercase

Rule = tuple[str, str, str, tuple[str, ...]]
"""What must stand before, the letters, what must stand after, and the phones."""

RULE = re.compile(r"(?:\((?P<before>[^)]*)\))?(?P<letters>[^\s()]+)(?:\((?P<after>[^)]*)\))?(?P<phones>(?: [A-Z-]+)+)")


@dataclass(frozen=True)
class Table:
    """Rules of one language, written as `letters PHONES`, apart by commas or lines.

    Letters may stand between conditions in round brackets, which are regular expressions: `(^)st SH T` holds at the
    start of a word, `b($) P` at its end, `c([ei]) S` before e or i, `(V)s(V) Z` between vowels. `V` is any of
    `vowels`, `C` any other letter; `!` in front turns a condition round. `-` is a silent letter. The longest letters
    win, then those with more conditions, then those that stand first.
    """

    vowels: str
    rules: str
    words: str = ""
    """Words that are read otherwise than by rule, written as the rules are."""
    names: str = ""
    """How the letters a to z are called, apart by commas: then words without a vowel are spelled out."""

    @cached_property
    def alphabet(self) -> frozenset[str]:
        """All letters that the table knows."""
        return frozenset("".join(letters for _, letters, _, _ in self._parsed))

    def read(self, word: str) -> Iterator[str]:
        """The phones of a word in the table's alphabet; a doubled consonant counts once."""
        if word in self._known:
            yield from self._known[word]
        elif self.names and not set(word) & set(self.vowels):
            yield from (sound for letter in word for sound in self._called.get(letter, ()))
        else:
            yield from self._read(word)

    def _read(self, word: str) -> Iterator[str]:
        at, pattern = 0, self._pattern
        while at < len(word):
            match = pattern.match(word, at)
            if match is None or match.lastindex is None:
                at += 1
                continue
            is_double = match.end() == at + 1 and at > 0 and word[at - 1] == word[at] and word[at] not in self.vowels
            if not is_double:
                yield from self._parsed[match.lastindex - 1][3]
            at = match.end()

    def spelling(self, word: str) -> str:
        """The word with each letter as the table knows it, else without its accents; others stay as they are."""
        return "".join(self._nearest(letter) for letter in unicodedata.normalize("NFC", word))

    def _nearest(self, letter: str) -> str:
        if letter in self.alphabet:
            return letter
        apart = unicodedata.normalize("NFD", letter)
        base, marks = apart[0], apart[1:]
        known = (unicodedata.normalize("NFC", base + mark) for mark in [*marks, ""])
        return next((each for each in known if each in self.alphabet), letter)

    @cached_property
    def _known(self) -> dict[str, tuple[str, ...]]:
        return {letters: sounds for _, letters, _, sounds in map(_rule, _listed(self.words))}

    @cached_property
    def _called(self) -> dict[str, tuple[str, ...]]:
        return dict(zip(ascii_lowercase, (tuple(name.split()) for name in _listed(self.names)), strict=True))

    @cached_property
    def _parsed(self) -> list[Rule]:
        return sorted(map(_rule, _listed(self.rules)), key=_weight)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """One alternative for each rule, best first, its letters as a group of their own."""
        return re.compile("|".join(map(self._alternative, self._parsed)))

    def _alternative(self, rule: Rule) -> str:
        before, letters, after, _ = rule
        return self._condition("?<", before) + f"({re.escape(letters)})" + self._condition("?", after)

    def _condition(self, look: str, text: str) -> str:
        """A condition as a look behind or ahead."""
        if not text:
            return ""
        sign, text = ("!", text[1:]) if text.startswith("!") else ("=", text)
        classes = {"V": f"[{self.vowels}]", "C": f"[^{self.vowels}]"}
        spelled = re.sub("[VC]", lambda found: classes[found[0]], text)
        # Python looks behind by a fixed width only, so each alternative looks for itself
        looks = [f"({look}{sign}{each})" for each in spelled.split("|")]
        return "".join(looks) if sign == "!" else f"(?:{'|'.join(looks)})"


def _listed(text: str) -> Iterator[str]:
    return filter(None, map(str.strip, re.split(r"[,\n]", text)))


def _rule(text: str) -> Rule:
    match = RULE.fullmatch(text)
    if match is None:
        raise ValueError(f"This is no rule: {text!r}")
    sounds = tuple(sound for sound in match["phones"].split() if sound != "-")
    return match["before"] or "", match["letters"], match["after"] or "", sounds


def _weight(rule: Rule) -> tuple[int, int]:
    before, letters, after, _ = rule
    return -len(letters), -bool(before) - bool(after)
