"""Words without their endings, for counting."""

from collections import Counter
from collections.abc import Sequence

from cueweave.domain.promises import bare
from cueweave.domain.transcript import Word


def stems(words: Sequence[Word], first: int, stop: int) -> Counter[str]:
    """How often each longer word stands there, by stem; short ones carry no topic."""
    texts = (bare(word.text).lower() for word in words[first:stop])
    return Counter(text[:6] for text in texts if len(text) > 3)
