"""Texts for tests of sections: a sentence is a string."""

from collections.abc import Collection, Sequence

from cueweave.domain.analysis import Text
from cueweave.domain.transcript import Sentence, Word
from cueweave.stages.analysis.sections import Outline

HARBOUR = (
    "The harbour has two long piers of granite.",
    "Ships enter the harbour between the piers at high tide.",
    "A pilot brings every ship to its berth in the harbour.",
    "The tide lifts the ships until they float over the granite sill.",
    "Every pilot knows the tide tables of the harbour by heart.",
    "Large ships wait outside the piers for their pilot.",
)
BREAD = (
    "Bakers mix flour with water and a little yeast.",
    "The yeast makes gas, and the gas lifts the dough.",
    "Warm dough rises faster, so bakers watch their ovens.",
    "Good flour makes a strong dough with large holes.",
    "Hot ovens give the bread a dark crust.",
    "Bakers sell their bread while the crust is warm.",
)
PLAIN = tuple(
    f"{name} walked along {road} road carrying {thing} quietly home."
    for name, road, thing in (
        ("Anna", "Maple", "apples"),
        ("Bert", "Cedar", "books"),
        ("Carl", "Willow", "chairs"),
        ("Dora", "Poplar", "drums"),
        ("Emil", "Aspen", "eggs"),
        ("Fred", "Linden", "flags"),
        ("Gina", "Birch", "gloves"),
        ("Hans", "Chestnut", "hats"),
    )
)
"""Nothing ties any of them to any other, or parts them, but what a test adds."""


def text_of(
    sentences: Sequence[str],
    *,
    language: str | None = "en",
    pauses: dict[int, float] | None = None,
    turns: Collection[int] = (),
    scenes: Collection[int] = (),
) -> Text:
    """A word lasts 0.3 s, a pause 0.4 s or what `pauses` says by sentence; turns and scenes are sentences too."""
    words: list[Word] = []
    spans: list[Sentence] = []
    clock = 0.0
    for index, sentence in enumerate(sentences):
        clock += (pauses or {}).get(index, 0.4)
        first = len(words)
        for token in sentence.split():
            words.append(Word(token, clock, clock + 0.3, 0.3))
            clock += 0.3
        spans.append(Sentence(first, len(words)))
    return Text(
        words,
        spans,
        language,
        frozenset(spans[at].first for at in turns),
        frozenset(spans[at].first for at in scenes),
    )


def sizes(text: Text, found: Outline) -> list[int]:
    """Sentences of each paragraph."""
    return [sum(first <= each.first < stop for each in text.sentences) for first, stop in found.paragraphs]


def begins(text: Text, found: Outline) -> list[int]:
    """The sentences with which paragraphs begin."""
    index_of = {each.first: index for index, each in enumerate(text.sentences)}
    return [index_of[first] for first, _ in found.paragraphs]


def chapter_begins(text: Text, found: Outline) -> list[int]:
    """The sentences with which chapters begin."""
    index_of = {each.first: index for index, each in enumerate(text.sentences)}
    return [index_of[first] for first, _ in found.chapter_spans()]
