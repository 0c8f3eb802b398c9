"""Words made ready for reading numbers: bare, lower case, and where punctuation parts them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_OUTER = " \t\"'“”‘’«»()[]{}.,;:!?…—–¿¡"
_CLOSING = ".,;:!?…—"
_QUOTES = "\"'”’»)]"
_SENTENCE = ".!?…"
_SHORTENED = frozenset("mio mrd mln mld dr mr mrs ms st vs ca no nr etc".split())
"""Their full stop ends nothing."""


@dataclass(frozen=True, slots=True)
class Speech:
    """The same words four times over, by index."""

    words: Sequence[str]
    shown: Sequence[str]
    """Without the punctuation around them; signs of money, per cent and minus stay."""
    plain: Sequence[str]
    """The same in lower case."""
    closed: Sequence[bool]
    """Punctuation follows, or opens the next word."""
    ordinals: frozenset[int] = frozenset()
    """Words that are ordinals: part of names (the first model), though of the closed classes."""

    def phrase_at(self, at: int, phrases: Iterable[str]) -> int:
        """How many words the longest of the phrases takes up from `at`, with no punctuation inside; 0: none does."""
        found = 0
        for phrase in phrases:
            parts = phrase.split()
            stop = at + len(parts)
            if len(parts) > found and list(self.plain[at:stop]) == parts and not any(self.closed[at : stop - 1]):
                found = len(parts)
        return found

    def joined(self, at: int) -> bool:
        """Whether the word at `at` follows the one before it without punctuation."""
        return 0 < at < len(self.plain) and not self.closed[at - 1]

    def is_letter(self, at: int) -> bool:
        """Whether the word is a capital that belongs to the name before it: model A, plan B."""
        shown = self.shown[at]
        return len(shown) == 1 and shown.isupper() and shown != "I" and self.joined(at)

    def ends_sentence(self, at: int) -> bool:
        """Whether a sentence ends with the word at `at`."""
        return self.closed[at] and self.words[at].rstrip(_QUOTES)[-1:] in tuple(_SENTENCE)


def hear(words: Sequence[str]) -> Speech:
    """Words as they are displayed, ready."""
    shown = [_bare(word) for word in words]
    plain = [word.lower() for word in shown]
    closed = [
        not bare or (word.rstrip(_QUOTES)[-1:] in tuple(_CLOSING) and bare not in _SHORTENED)
        for word, bare in zip(words, plain, strict=True)
    ]
    for at, word in enumerate(words[1:]):
        closed[at] = closed[at] or word[:1] in ("(", "—", "–") or not plain[at + 1]
    return Speech(words, shown, plain, closed)


def _bare(word: str) -> str:
    stripped = word.strip(_OUTER)
    if word[:1] in "–" and stripped[:1].isdecimal():
        return "-" + stripped
    return "" if stripped in "-−" else stripped
