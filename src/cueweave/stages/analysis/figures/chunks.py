"""Names in the words around a number: runs of content words, over links such as `of`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cueweave.stages.analysis.figures.lexicon import (
    APPROXIMATE,
    COORDINATORS,
    DETERMINERS,
    LINKS,
    MEASURES,
    OTHER,
    OTHERS,
)
from cueweave.stages.analysis.figures.speech import Speech
from cueweave.stages.analysis.figures.verbs import is_verb
from cueweave.stages.analysis.function_words import is_function_word
from cueweave.stages.analysis.stems import stem

ELIDED = frozenset("l d qu c j n s m dell all dall nell sull un".split())


@dataclass(frozen=True, slots=True)
class Chunk:
    """The words `first` up to and without `stop`; `before` is the word that leads to it, empty at a start."""

    first: int
    stop: int
    before: str
    after_verb: bool

    def shown(self, speech: Speech) -> str:
        """As it is written in a figure."""
        text = elided(" ".join(speech.shown[self.first : self.stop]).replace("’", "'"))
        return text[:1].upper() + text[1:]

    def stems(self, speech: Speech, language: str | None) -> list[str]:
        """Of its content words."""
        return [
            stem(word, language)
            for word in speech.plain[self.first : self.stop]
            if word and (len(word) == 1 or word in OTHERS or not is_function_word(word, language))
        ]


def chunks(first: int, stop: int, speech: Speech, language: str | None) -> list[Chunk]:
    """All between two words, in order; measures alone, verbs and words of the closed classes are none."""
    found: list[Chunk] = []
    after_verb = False
    at = first
    while at < stop:
        end = at
        while end < stop and _is_name(end, speech, language) and (end == at or speech.joined(end)):
            end += 1
        if end > at:
            before = speech.plain[at - 1] if at > first or speech.joined(at) else ""
            found.append(Chunk(at, end, before if speech.joined(at) else "", after_verb))
            found[-1] = _trimmed(found[-1], speech, language)
            at = end
            continue
        after_verb = after_verb or is_verb(speech.plain[at], language)
        at += 1
    return _linked([chunk for chunk in found if not _is_measure(chunk, speech)], speech)


def elided(text: str) -> str:
    """Without an article or preposition written together with its noun: l'eau, d'habitants, dell'acqua."""
    head, mark, tail = text.partition("'")
    return tail if mark and tail[1:] and head.lower() in ELIDED else text


def _is_name(at: int, speech: Speech, language: str | None) -> bool:
    word = speech.plain[at]
    if at in speech.ordinals or word in OTHERS or (speech.is_letter(at) and _is_name(at - 1, speech, language)):
        return True
    if not word[:1].isalnum() or word in APPROXIMATE or any(letter.isdecimal() for letter in word[:1]):
        return False
    if word in OTHER and speech.joined(at + 1):
        return _is_name(at + 1, speech, language)
    led = speech.joined(at) and speech.plain[at - 1] in DETERMINERS and not speech.is_letter(at - 1)
    opens = not speech.joined(at) or speech.plain[at - 1] in COORDINATORS
    led = led or (opens and _is_subject(at, speech, language))
    return not is_function_word(word, language) and (led or not is_verb(word, language))


def _is_subject(at: int, speech: Speech, language: str | None) -> bool:
    """At the start of a clause even a word that could be a verb is a thing, if another verb follows: lead melts at …"""
    after = speech.plain[at + 1] if speech.joined(at + 1) else ""
    plain = language in (None, "en") and not speech.plain[at].endswith(("s", "ed")) and after.endswith("s")
    return bool(after) and (is_verb(after, language) or (plain and not is_function_word(after, language)))


def _trimmed(chunk: Chunk, speech: Speech, language: str | None) -> Chunk:
    """German writes things with capitals: what follows them in a chunk without is no part of the name."""
    stop = chunk.stop
    capital = any(word[:1].isupper() for word in speech.shown[chunk.first : stop])
    while language == "de" and capital and not speech.shown[stop - 1][:1].isupper():
        stop -= 1
    return replace(chunk, stop=stop)


def _is_measure(chunk: Chunk, speech: Speech) -> bool:
    return all(word in MEASURES for word in speech.plain[chunk.first : chunk.stop])


def _linked(found: Sequence[Chunk], speech: Speech) -> list[Chunk]:
    """Population of the village as one; its tail stays findable by `tails`."""
    joined: list[Chunk] = []
    for chunk in found:
        last = joined[-1] if joined else None
        gap = speech.plain[last.stop : chunk.first] if last else []
        near = last and 0 < len(gap) <= 2 and all(word in LINKS for word in gap)
        if (
            last
            and near
            and gap[0] not in ("the", "la", "le", "el")
            and not any(speech.closed[last.stop - 1 : chunk.first])
        ):
            joined[-1] = Chunk(last.first, chunk.stop, last.before, last.after_verb)
        else:
            joined.append(chunk)
    return joined


def tails(chunk: Chunk, speech: Speech) -> list[Chunk]:
    """The chunk, and what stands after each link in it: hours of sleep, sleep."""
    found = [chunk]
    for at in range(chunk.first + 1, chunk.stop):
        if speech.plain[at - 1] in LINKS and speech.plain[at] not in LINKS:
            before = next(
                speech.plain[link]
                for link in range(chunk.first, at)
                if all(word in LINKS for word in speech.plain[link:at])
            )
            found.append(Chunk(at, chunk.stop, before, chunk.after_verb))
    return found
