"""Utterances for tests."""

from cueweave.domain.transcript import Utterance, Word


def utterance(text: str, start: float, end: float, language: str | None = None) -> Utterance:
    """Its words share the time evenly."""
    texts = text.split()
    length = (end - start) / len(texts)
    times = [start + length * at for at in range(len(texts) + 1)]
    words = (Word(each, times[at], times[at + 1], 0.9) for at, each in enumerate(texts))
    return Utterance(tuple(words), language)


def texts_of(utterances: list[Utterance]) -> list[str]:
    """What is said in each."""
    return [each.cue.text for each in utterances]
