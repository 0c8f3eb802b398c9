"""Titles of chapters, drawn from the text's own phrases."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from cueweave.domain.analysis import Text
from cueweave.domain.promises import bare
from cueweave.domain.transcript import Word
from cueweave.stages.analysis.stems import stems

TITLE_WORDS = 6
PUNCTUATION = ".,;:!?…"


def chapter_titles(text: Text, chapters: Iterable[tuple[int, int]]) -> dict[int, str]:
    """For each chapter (words `first` up to and without `stop`) its title, by its first word; never empty."""
    return {first: _title(text.words, first, stop) for first, stop in chapters}


def _title(words: Sequence[Word], first: int, stop: int) -> str:
    """The chapter's own words: the two that most often follow each other in it, else the one that comes most often."""
    texts = [bare(word.text) for word in words[first:stop]]
    often = stems(words, first, stop)
    pairs = Counter(
        (one.lower(), other.lower())
        for (one, other), word in zip(pairwise(texts), words[first:stop], strict=False)
        if min(len(one), len(other)) > 3 and word.text[-1] not in PUNCTUATION
    )
    pair, count = max(pairs.items(), key=lambda item: item[1], default=(("",), 0))
    if count > 1:
        title = " ".join(pair)
    elif often:
        stem = max(often, key=lambda text: (often[text], len(text)))
        title = next(text for text in texts if text.lower().startswith(stem))
    else:
        title = " ".join(text for text in texts[:TITLE_WORDS] if text) or words[first].text
    return title[:1].upper() + title[1:]
