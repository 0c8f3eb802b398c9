"""Words of a window as utterances: what would stand in one subtitle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cueweave.domain.transcript import Utterance, Word

PAUSE = 1.0
"""Seconds of silence behind which another utterance begins."""
SENTENCE_ENDS = (".", "?", "!", "…", "。", "？", "！")
CLOSING = "\"'”’»)]"


def phrases(words: Sequence[Word], language: str | None) -> Iterator[Utterance]:
    """The words in order, cut where a sentence ends or somebody pauses."""
    said: list[Word] = []
    for word in words:
        if said and (word.start - said[-1].end >= PAUSE or said[-1].text.rstrip(CLOSING).endswith(SENTENCE_ENDS)):
            yield Utterance(tuple(said), language)
            said = []
        said.append(word)
    if said:
        yield Utterance(tuple(said), language)
