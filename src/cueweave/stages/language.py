"""Which language the words are in, by py3langid."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from cueweave.domain.transcript import Word

FEWEST_LETTERS = 24
SURE = 0.8
MOST_WORDS = 2000
"""So many words tell as much as a whole book."""


def detect_language(words: Sequence[Word]) -> str | None:
    """ISO 639-1, or None where there is too little text to be sure."""
    text = " ".join(word.text for word in words[:MOST_WORDS])
    if sum(letter.isalpha() for letter in text) < FEWEST_LETTERS:
        return None
    language, probability = _identifier().classify(text)
    return str(language) if probability >= SURE else None


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # a model of its own: only for those who need it

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
