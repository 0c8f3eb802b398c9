"""Words for tests, timed evenly, with a pause after each sentence."""

from cueweave.domain.transcript import Word


def words_of(text: str, *, pause: float = 0.4) -> list[Word]:
    """A word lasts 0.3 s; after a full stop comes the pause (seconds)."""
    words: list[Word] = []
    start = 0.0
    for token in text.split():
        words.append(Word(token, start, start + 0.3, 0.3))
        start += 0.3 + (pause if token[-1] in ".?!" else 0.0)
    return words
