"""Text as it is written, where an engine gives nothing but small letters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cueweave.domain.casing import true_cased
from cueweave.domain.transcript import Sentence, Word

STOPS = (".", "?", "!", "…", "。", "？", "！", "؟", "।")
FULL_STOP = "."


def written(words: Sequence[Word], sentences: Sequence[Sentence], language: str | None) -> list[Word]:
    """The words with a capital where a sentence begins, a full stop where it ends, and the English `I`.

    Only where the whole text has small letters, but no capital and no mark that ends a sentence; else it is as the
    engine wrote it.
    """
    texts = [word.text for word in words]
    if not _is_bare(texts):
        return list(words)
    cased = true_cased(words, sentences, language)
    last = {sentence.stop - 1 for sentence in sentences}
    return [
        replace(word, text=text + FULL_STOP if at in last else text)
        for at, (word, text) in enumerate(zip(words, cased, strict=True))
    ]


def _is_bare(texts: Sequence[str]) -> bool:
    """Small letters, and neither capitals nor marks that end a sentence."""
    whole = "".join(texts)
    return whole != whole.upper() and whole == whole.lower() and not any(text.endswith(STOPS) for text in texts)
