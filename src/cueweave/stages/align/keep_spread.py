"""The aligner for languages without a model: the words stay where they were spread."""

from collections.abc import Sequence

from cueweave.domain.transcript import Alignment, Report, Sound, Span, Word


def keep_spread(words: Sequence[Word], sound: Sound, speech: Sequence[Span], report: Report) -> Alignment:  # noqa: ARG001  # an Aligner
    """The words as they came."""
    report(1.0)
    return Alignment(tuple(words), "spread", 0.0)
