"""Which analyser works, and what it costs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cueweave.clients.llm.access import Access
from cueweave.domain.analysis import Analysis, Text
from cueweave.domain.transcript import Report
from cueweave.domain.usage import Usage
from cueweave.stages.analysis.offline import analyse_offline

Spend = Callable[[Usage], None]
"""Hears what a language model costs, as it comes."""


@dataclass(frozen=True, slots=True)
class Model:
    """The language model to ask, and the folder in which its answers are kept for another attempt."""

    access: Access
    answers: Path


def analyse(text: Text, model: Model | None, spend: Spend, report: Report) -> Analysis:
    """The text's analysis: by the language model where one is to be asked."""
    if model is None:
        return analyse_offline(text, report)
    from cueweave.clients.llm.ask import asker  # its library takes a second to load
    from cueweave.pipeline.remembering import Remembering
    from cueweave.stages.analysis.model import model_analyser

    ask = Remembering(asker(model.access, spend), model.access.model, model.answers)
    analysis = model_analyser(ask, model.access.model, model.access.request_tokens)(text, report)
    spend(Usage(ungrounded=analysis.ungrounded))
    return analysis
