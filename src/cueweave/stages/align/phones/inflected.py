"""English words that a dictionary lacks, made of words that it has: endings and compounds."""

from __future__ import annotations

from collections.abc import Callable, Iterator

Lookup = Callable[[str], str | None]
"""Gives the phones of a word, or None where it isn't known."""

ENDINGS = {
    "'s": "Z", "s": "Z", "es": "IH Z", "ed": "D", "ing": "IH NG", "er": "ER", "ers": "ER Z", "ly": "L IY",
    "less": "L AH S", "ness": "N AH S", "able": "AH B AH L", "ish": "IH SH", "y": "IY", "like": "L AY K",
}  # fmt: skip
HISSING = frozenset("S Z SH ZH CH JH".split())
VOICELESS = frozenset("P T K F TH".split())
LEAST_STEM = 3
LEAST_PART = 4
"""Letters of each half of a compound; in shorter ones chance finds words that aren't meant."""


def inflected(word: str, lookup: Lookup) -> str | None:
    """Phones of an English word from its stem or from the two words that it joins; None where they aren't known."""
    for ending, sound in ENDINGS.items():
        if word.endswith(ending) and len(word) >= LEAST_STEM + len(ending):
            bare = word.removesuffix(ending)
            stem = next(filter(None, map(lookup, _stems(bare, ending))), None) or _compound(bare, lookup)
            if stem is not None:
                return f"{stem} {_ending(stem, sound)}"
    return _compound(word, lookup)


def _stems(stem: str, ending: str) -> Iterator[str]:
    """How the stem may be written when it stands alone: hope(d), stop(ped), tri(ed)."""
    yield stem
    if ending[0] in "eiay" and len(stem) >= LEAST_STEM:
        yield stem + "e"
        if stem[-1] == stem[-2]:
            yield stem[:-1]
    if stem.endswith("i"):
        yield stem[:-1] + "y"


def _ending(stem: str, sound: str) -> str:
    """The plural and the past sound like the stem's last phone: cats, dogs, boxes; asked, played, wanted."""
    last = stem.split()[-1]
    if sound == "Z":
        return "IH Z" if last in HISSING else "S" if last in VOICELESS else "Z"
    if sound == "D":
        return "IH D" if last in ("T", "D") else "T" if last in VOICELESS | HISSING else "D"
    return sound


def _compound(word: str, lookup: Lookup) -> str | None:
    for cut in range(len(word) - LEAST_PART, LEAST_PART - 1, -1):
        first, second = lookup(word[:cut]), lookup(word[cut:])
        if first and second:
            return f"{first} {second}"
    return None
