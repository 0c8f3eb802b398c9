"""Whether something is said, and where."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from cueweave.domain.analysis import Text
from cueweave.domain.promises import bare
from cueweave.domain.transcript import UNSPACED, Word
from cueweave.domain.visuals import Table
from cueweave.stages.analysis.figures.grounding import ungrounded
from cueweave.stages.analysis.figures.numbers import spoken_numbers
from cueweave.stages.analysis.function_words import is_function_word
from cueweave.stages.analysis.model.prompt import escaped
from cueweave.stages.analysis.stems import elided, plain, stem

LONGEST_TITLE = 80
"""Characters."""


def _folded(text: str, language: str | None) -> str:
    return plain(escaped(unicodedata.normalize("NFKC", text)), language).casefold()


def find(phrase: str, text: Text, first: int, stop: int) -> tuple[int, int] | None:
    """Where in the words `first` up to and without `stop` the phrase is said: its own first and stop.

    Case, punctuation around words, blanks and an article that is written together with the first word don't matter.
    """
    wanted = "".join(_folded(part, text.language) for part in phrase.split())
    texts = [_folded(word.text, text.language) for word in text.words[first:stop]]
    spans = (_match(texts, at, wanted, text.language) for at in range(len(texts)))
    return next(((first + span[0], first + span[1]) for span in spans if span), None)


def _match(texts: Sequence[str], at: int, wanted: str, language: str | None) -> tuple[int, int] | None:
    """The run of texts from there that makes up what is wanted, without empty ones at its ends."""
    for opening in dict.fromkeys((texts[at], elided(texts[at], language))):
        if opening and wanted.startswith(opening):
            left, stop = wanted[len(opening) :], at + 1
            while left and stop < len(texts) and left.startswith(texts[stop]):
                left = left[len(texts[stop]) :]
                stop += 1
            if not left:
                return at, stop
    return None


def displayed(words: Sequence[Word], first: int, stop: int) -> str:
    """The words as a keyword: as they are displayed, without the punctuation around all of them."""
    return bare(" ".join(word.text for word in words[first:stop]))


def clean(text: str) -> str:
    """One line without characters that show nothing or turn the line around."""
    return " ".join("".join(_shown(text)).split())


def _shown(text: str) -> Iterator[str]:
    for letter in text:
        yield " " if unicodedata.category(letter)[0] in "CZ" else letter


def is_made_of(title: str, words: Sequence[Word], language: str | None) -> bool:
    """Whether a title can stand over these words: at least half of its own words are said, in whatever inflection.

    Its numbers are all said, in figures or in words.
    """
    said = {stem(word.text, language) for word in words}
    letters = {letter for word in words for letter in word.text}
    parts = [part for part in title.split() if stem(part, language) and not is_function_word(part, language)]
    plain_parts = [part for part in parts if not any(map(str.isdigit, part))]
    true = sum(stem(part, language) in said or _is_spelled_by(part, letters) for part in plain_parts)
    if not 0 < len(title) <= LONGEST_TITLE or true * 2 < len(plain_parts):
        return False
    if not spoken_numbers(title.split(), language):
        return True
    return not ungrounded(Table(title, None, (), ()), [word.text for word in words], language)


def _is_spelled_by(part: str, letters: set[str]) -> bool:
    """For scripts without blanks, where a whole title is one part."""
    signs = UNSPACED.findall(part)
    return len(signs) > len(part) / 2 and sum(sign in letters for sign in signs) * 2 >= len(signs)
