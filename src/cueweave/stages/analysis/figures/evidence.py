"""Whether labels and numbers are said so alike that they are items of one figure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from cueweave.stages.analysis.figures.chunks import Chunk, chunks
from cueweave.stages.analysis.figures.lexicon import APPROXIMATE, DETERMINERS
from cueweave.stages.analysis.figures.speech import Speech
from cueweave.stages.analysis.figures.values import Value, one_thing
from cueweave.stages.analysis.figures.verbs import is_verb
from cueweave.stages.analysis.function_words import is_function_word
from cueweave.stages.analysis.stems import stem

SHORT = 3
"""Words between a label and its value that say little."""
TIGHT = 10
"""What the largest of a bare enumeration counts at least: two brothers and a sister are no figure."""

PREPOSITIONS = frozenset("for on from by with für von mit para por con pour par avec per".split())

Part = tuple[int, int]


def holds_left(
    values: Sequence[Value],
    labels: Sequence[Chunk],
    parts: tuple[Sequence[Part], Sequence[Part]],
    speech: Speech,
    language: str | None,
) -> bool:
    """Whether labels before their values are meant: one thing counted, said alike, and little else said with it.

    `parts` are the words before and after each value.
    """
    left, right = parts
    if 2 * _deeds(labels, left, speech, language) >= len(labels) - 1:
        return False
    if not one_thing(values) or not _are_names(labels, values, speech, language):
        return False
    links = [_link(label.stop, value.first, speech, language) for label, value in zip(labels, values, strict=True)]
    named = sum(bool(value.measure or value.noun) for value in values)
    short = named == len(values) and all(len(link) <= SHORT for link in links)
    led = len({label.before for label in labels}) == 1 and labels[0].before not in (DETERMINERS | {""})
    if not (_alike(links, exactly=named == 0) or (named and (short or led))):
        return False
    between = [(label.stop, value.first) for label, value in zip(labels, values, strict=True)]
    beside = [(value.stop, stop) for value, (_, stop) in zip(values[:-1], right[:-1], strict=True)]
    return all(_said_once(parts, speech, language) <= len(values) // 2 for parts in (between, beside))


def _deeds(labels: Sequence[Chunk], left: Sequence[Part], speech: Speech, language: str | None) -> int:
    """How many later labels something is done to, as in a recipe: boil the pasta, fry the onions."""
    return sum(
        not is_function_word(speech.plain[at], language)
        for label, (first, _) in zip(labels[1:], left[1:], strict=True)
        for at in range(first, label.first)
        if speech.plain[at] and speech.plain[at] not in APPROXIMATE and at == label.first - 2 and label.before == "the"
    )


def _link(first: int, stop: int, speech: Speech, language: str | None) -> tuple[str, ...]:
    return tuple(stem(word, language) for word in speech.plain[first:stop] if word not in APPROXIMATE)


def _alike(links: Sequence[tuple[str, ...]], *, exactly: bool) -> bool:
    """The same words between label and value, or none after the first; one may differ if more tells."""
    said = Counter(link for link in links[1:] if link)
    most = max([links[0], *said], key=lambda link: said[link] + (link == links[0]))
    fitting = sum(link in ((), most) for link in links)
    return fitting >= len(links) - (0 if exactly else 1)


def _said_once(parts: Sequence[Part], speech: Speech, language: str | None) -> int:
    """How many names come in one of the parts only."""
    found = Counter(chunk.shown(speech) for part in parts for chunk in chunks(*part, speech, language))
    return sum(count == 1 for count in found.values())


def _are_names(labels: Sequence[Chunk], values: Sequence[Value], speech: Speech, language: str | None) -> bool:
    """In languages with articles at every noun: led to by a word, or with a capital, unless all stand bare."""
    if language in (None, "en"):
        return True
    led = [bool(label.before) or speech.shown[label.first][:1].isupper() for label in labels]
    led = [
        own and (label.before in DETERMINERS or speech.shown[label.first][:1].isupper())
        for own, label in zip(led, labels, strict=True)
    ]
    return all(led) or all(label.stop == value.first for label, value in zip(labels, values, strict=True))


def holds_right(
    values: Sequence[Value], labels: Sequence[Chunk], lead: Sequence[Part], speech: Speech, language: str | None
) -> bool:
    """Whether labels after their values are meant: no other names lead to the later ones."""
    if any(chunks(*part, speech, language) for part in lead[1:]):
        return False
    verbs = any(is_verb(speech.plain[at], language) for first, stop in lead[1:] for at in range(first, stop))
    if _unit(values[0]) or sum(map(_unit, values)) > 1:
        return True
    if values[0].noun and not any(value.measure for value in values) and _mixed(values, labels):
        return False
    led = {label.before for label in labels}
    if len(led) == 1 and not led & (DETERMINERS - PREPOSITIONS | {""}) and not any(value.noun for value in values):
        return not verbs
    if values[0].measure or values[0].noun:
        nouns = Counter(value.noun for value in values if value.noun)
        if values[0].measure or max(nouns.values()) > 1 or len(nouns) == 1:
            return not verbs or not values[0].measure
    return (
        not verbs
        and not any(value.measure for value in values)
        and max(value.number.value for value in values) >= TIGHT
    )


def _mixed(values: Sequence[Value], labels: Sequence[Chunk]) -> bool:
    """Whether the first label is the thing counted and no later one: two pills at eight, one at noon."""
    touching = [label.first == value.stop for label, value in zip(labels, values, strict=True)]
    return touching[0] and not any(touching[1:])


def _unit(value: Value) -> bool:
    """Money, percent, so many out of ten."""
    return bool(value.best or value.number.unit or value.measure == "%")
