"""Values of several things on one scale: each with its label, which stands on the same side of all of them."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from cueweave.stages.analysis.figures.chunks import Chunk, chunks, tails
from cueweave.stages.analysis.figures.evidence import holds_left, holds_right
from cueweave.stages.analysis.figures.lexicon import COORDINATORS
from cueweave.stages.analysis.figures.number import Kind
from cueweave.stages.analysis.figures.speech import Speech
from cueweave.stages.analysis.figures.values import Value, one_measure
from cueweave.stages.analysis.figures.verbs import is_verb
from cueweave.stages.analysis.function_words import is_function_word

LEAST = 3
BACK = 14
"""Words before the first value in which its label is looked for."""
ON = 10
"""Words after the last one."""
SUBJECT = frozenset({"", "and", "the", "a", "an", "der", "die", "das", "el", "la", "le", "il", "o"})
ANSWER = 3
"""Words of an answer."""
Part = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Items:
    """As many labels as values; `rest` are names around the first value that label nothing."""

    labels: Sequence[Chunk]
    values: Sequence[Value]
    rest: Sequence[Chunk]


def read_items(values: Sequence[Value], speech: Speech, language: str | None) -> Items | None:
    """The longest run of labelled values, at least three."""
    whole = len(values)
    values = _after_sum(values)
    base = 0 if len(values) == whole else values[0].first - 1
    touching = list(
        itertools.accumulate((one.stop == other.first for one, other in itertools.pairwise(values)), initial=0)
    )
    for length in range(len(values), LEAST - 1, -1):
        for start in range(len(values) - length + 1):
            run = values[start : start + length]
            if not one_measure(run) or _is_counting(run) or _mixes_money(run):
                continue
            floor = values[start - 1].stop if start else base
            found = _listed(run, floor, speech, language)
            if found is None and touching[start] == touching[start + length - 1]:  # words stand between any two
                found = _items(run, floor, speech, language)
            if found is not None:
                return found
    return None


def _is_counting(values: Sequence[Value]) -> bool:
    """One, two, three."""
    numbers = [value.number.value for value in values]
    bare = all(value.number.kind is Kind.COUNT and not value.measure for value in values)
    return bare and all(other - one == 1 for one, other in itertools.pairwise(numbers))


def _mixes_money(values: Sequence[Value]) -> bool:
    """12,000 euros of rent and 30 desks: no scale has both. A share may leave its percent unsaid, money hardly does."""
    money = any(value.number.unit and value.number.unit != "%" for value in values)
    return money and any(not value.measure and value.noun for value in values)


def _after_sum(values: Sequence[Value]) -> Sequence[Value]:
    """Of 80 employees, 40 here, 25 there, 15 elsewhere: the whole is no item."""
    for at in range(len(values) - LEAST):
        total = sum(value.number.value for value in values[at + 1 :])
        if values[at].number.value == total and values[at].number.kind is Kind.COUNT:
            return values[at + 1 :]
    return values


def _items(values: Sequence[Value], floor: int, speech: Speech, language: str | None) -> Items | None:
    left, right, lead = _parts(values, floor, speech)
    if _runs_on(values, speech):
        return None
    labels, rest = _labels(left, speech, language, nearest=True)
    if labels and holds_left(values, labels, (left, right), speech, language):
        return Items(labels, values, rest)
    labels, rest = _labels(right, speech, language, nearest=False)
    if not labels and any(value.measure for value in values):
        labels = _answers(right, speech, language)
    if labels and holds_right(values, labels, lead, speech, language):
        return Items(labels, values, [*chunks(*lead[0], speech, language), *rest])
    return None


def _runs_on(values: Sequence[Value], speech: Speech) -> bool:
    """Whether some values have nothing between that parts them, where the speaker's other ones have."""
    cuts = [_cut(one.stop, other.first, speech) is None for one, other in itertools.pairwise(values)]
    return any(cuts) and any(speech.closed[at] for at in range(values[0].first, values[-1].first))


def _listed(values: Sequence[Value], floor: int, speech: Speech, language: str | None) -> Items | None:
    """Paris, Rome and Berlin … 12, 15 and 20: names in a list, then values in a list."""
    if any(other.first - one.stop > 1 for one, other in itertools.pairwise(values)):
        return None
    found = chunks(max(floor, values[0].first - 3 * BACK), values[0].first, speech, language)
    found = [chunk for chunk in found if not _parted(chunk.stop, values[0].first, speech)]
    for start in range(len(found) - len(values), -1, -1):
        names = found[start : start + len(values)]
        gaps = [(one.stop, other.first) for one, other in itertools.pairwise(names)]
        apart = all(stop - first <= 2 and _divides(first, stop, speech) for first, stop in gaps)
        if apart and (start == 0 or not _divides(found[start - 1].stop, names[0].first, speech)):
            return Items(names, values, found[:start])
    return None


def _divides(first: int, stop: int, speech: Speech) -> bool:
    return speech.closed[first - 1] or any(word in COORDINATORS for word in speech.plain[first:stop])


def _parted(first: int, stop: int, speech: Speech) -> bool:
    return any(speech.ends_sentence(at) for at in range(first - 1, stop))


def _parts(values: Sequence[Value], floor: int, speech: Speech) -> tuple[list[Part], list[Part], list[Part]]:
    """The words before and after each value that could name it; and those before it that can belong to no other one.

    Where nothing parts two values, all words between them could belong to either.
    """
    left: list[Part] = [(_start(values[0].first, floor, speech), values[0].first)]
    lead = list(left)
    right: list[Part] = []
    for value, following in itertools.pairwise(values):
        cut = _cut(value.stop, following.first, speech)
        left.append((value.stop if cut is None else cut, following.first))
        lead.append((following.first if cut is None else cut, following.first))
        right.append((value.stop, following.first if cut is None else cut))
    right.append((values[-1].stop, _end(values[-1].stop, speech)))
    return left, right, lead


def _cut(first: int, stop: int, speech: Speech) -> int | None:
    """Where the next item begins: after the first punctuation, else at the first coordinator; None: nothing tells."""
    for at in range(first - 1, stop):
        if speech.closed[at]:
            return at + 1
    return next((at for at in range(first, stop) if speech.plain[at] in COORDINATORS), None)


def _start(at: int, floor: int, speech: Speech) -> int:
    first = at
    while first > max(floor, at - BACK) and not speech.closed[first - 1]:
        if first < at and speech.plain[first] in COORDINATORS:
            break
        first -= 1
    return first


def _end(at: int, speech: Speech) -> int:
    stop = at
    while stop < min(len(speech.plain), at + ON) and not speech.closed[stop - 1]:
        if speech.plain[stop] in COORDINATORS:
            break
        stop += 1
    return stop


def _labels(
    parts: Sequence[Part], speech: Speech, language: str | None, *, nearest: bool
) -> tuple[list[Chunk], list[Chunk]]:
    """For each part its label, all different; nothing where one has none. And what was left over in the first part."""
    found = [chunks(*part, speech, language) for part in parts]
    common = Counter(
        stem for own in found for stem in {stem for chunk in own for stem in chunk.stems(speech, language)}
    )
    shared = {stem for stem, count in common.items() if count > 1}
    options = [
        [chunk for each in own for chunk in tails(each, speech) if not set(chunk.stems(speech, language)) <= shared]
        for own in found
    ]
    if nearest:
        options = [_opening(own, part, speech) for own, part in zip(options, parts, strict=True)]
    if not all(options):
        return [], []
    leads = Counter(own[0].before for own in options if len(own) == 1)
    labels = [_choose(own, leads, language, nearest=nearest) for own in options]
    labels = _without_head(_without_verbs(labels, parts, speech, language) if nearest else labels, speech)
    names = {tuple(label.stems(speech, language)) for label in labels}
    rest = [chunk for chunk in found[0] if chunk.stop <= labels[0].first]
    return (labels, rest) if len(names) == len(labels) else ([], [])


def _opening(options: Sequence[Chunk], part: Part, speech: Speech) -> list[Chunk]:
    """Of several clauses the first one's subject: the best cells, with nickel and cobalt, store 260."""
    cut = next((at for at in range(*part) if speech.closed[at]), part[1])
    early = [chunk for chunk in options if chunk.stop <= cut + 1 and chunk.before in SUBJECT]
    return early if early and cut + 1 < part[1] else list(options)


def _answers(parts: Sequence[Part], speech: Speech, language: str | None) -> list[Chunk]:
    """What is no name but an answer: were in favor, were against; said yes, said no; abstained."""
    found = []
    for first, stop in parts:
        verbs = [at for at in range(first, stop) if is_verb(speech.plain[at], language)]
        begin = verbs[-1] + 1 if verbs and verbs[-1] + 1 < stop else verbs[-1] if verbs else first
        found.append(Chunk(begin, stop, "", after_verb=True))
    fits = all(0 < answer.stop - answer.first <= ANSWER for answer in found)
    names = {" ".join(speech.plain[answer.first : answer.stop]) for answer in found}
    return found if fits and len(names) == len(found) else []


def _without_verbs(labels: Sequence[Chunk], parts: Sequence[Part], speech: Speech, language: str | None) -> list[Chunk]:
    """Verbs that no list knows: the same word before all values; or one that makes the first label the longest."""
    lasts = [speech.plain[label.stop - 1] for label in labels]
    between = [speech.plain[label.stop : stop] for label, (_, stop) in zip(labels, parts, strict=True)]
    unsaid = not any(is_verb(word, language) for words in between for word in words)
    if unsaid and all(label.stop - label.first > 1 for label in labels) and len(set(lasts)) == 1:
        return [replace(label, stop=label.stop - 1) for label in labels]
    longest = max(label.stop - label.first for label in labels[1:])
    if (
        all(label.stop == stop for label, (_, stop) in zip(labels, parts, strict=True))
        and labels[0].stop - labels[0].first > longest
    ):
        return [replace(labels[0], stop=labels[0].stop - 1), *labels[1:]]
    return list(labels)


def _without_head(labels: Sequence[Chunk], speech: Speech) -> list[Chunk]:
    """Loaves of rye, loaves of wheat: rye, wheat."""
    ends = [tails(label, speech) for label in labels]
    heads = {speech.plain[label.first] for label in labels}
    return [own[1] for own in ends] if len(heads) == 1 and all(len(own) > 1 for own in ends) else list(labels)


def _choose(options: Sequence[Chunk], leads: Counter[str], language: str | None, *, nearest: bool) -> Chunk:
    """The one that the same word leads to as in the other items; else the next one to the value, after a verb."""
    alike = [chunk for chunk in options if chunk.before and leads[chunk.before]]
    if alike:
        return alike[-1] if nearest else alike[0]
    if nearest:
        heads = [chunk for chunk in options if not any(_holds(other, chunk) for other in options)]
        subjects = [chunk for chunk in heads if not chunk.after_verb]
        return (subjects or heads)[-1]
    objects = [chunk for chunk in options if chunk.after_verb] or list(options)
    led = [chunk for chunk in objects if is_function_word(chunk.before, language)]
    return led[0] if led and all(is_function_word(word, language) for word in leads) else objects[0]


def _holds(outer: Chunk, inner: Chunk) -> bool:
    return outer is not inner and outer.first <= inner.first and inner.stop <= outer.stop
