"""What a language model cost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Usage:
    """What was asked of a model; two of them add up."""

    tokens_in: int = 0
    tokens_out: int = 0
    requests: Mapping[str, int] = field(default_factory=dict)
    """HTTP requests by how they ended."""
    ungrounded: int = 0
    """What a model made up and the text doesn't say; none of it is in the result."""

    def __add__(self, other: Usage) -> Usage:
        return Usage(
            self.tokens_in + other.tokens_in,
            self.tokens_out + other.tokens_out,
            dict(Counter(self.requests) + Counter(other.requests)),
            self.ungrounded + other.ungrounded,
        )
