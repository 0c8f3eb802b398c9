"""Which language the words are in, by py3langid."""

from collections.abc import Iterable
from functools import cache
from itertools import islice
from typing import Any

FEWEST_LETTERS = 24
SURE = 0.8
MOST_WORDS = 2000
"""So many words tell as much as a whole book."""


def detect_language(texts: Iterable[str]) -> str | None:
    """ISO 639-1 of the texts together, or None where there is too little to be sure."""
    text = " ".join(islice((word for text in texts for word in text.split()), MOST_WORDS))
    if sum(letter.isalpha() for letter in text) < FEWEST_LETTERS:
        return None
    language, probability = _identifier().classify(text)
    return str(language) if probability >= SURE else None


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # a model of its own: only for those who need it

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
