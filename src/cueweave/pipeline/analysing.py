"""Which analyser works, and what it costs."""

from __future__ import annotations

from collections.abc import Callable

from cueweave.clients.llm.access import Access
from cueweave.domain.analysis import Analysis, Text
from cueweave.domain.transcript import Report
from cueweave.domain.usage import Usage
from cueweave.stages.analysis import analyse_offline, model_analyser

Spend = Callable[[Usage], None]
"""Hears what a language model costs, as it comes."""


def analyse(text: Text, llm: Access | None, spend: Spend, report: Report) -> Analysis:
    """The text's analysis: by the language model where one is to be asked."""
    if llm is None:
        return analyse_offline(text, report)
    from cueweave.clients.llm.ask import asker  # its library takes a second to load

    analysis = model_analyser(asker(llm, spend), llm.model, llm.request_tokens)(text, report)
    spend(Usage(ungrounded=analysis.ungrounded))
    return analysis
