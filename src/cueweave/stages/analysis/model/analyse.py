"""The analyser that asks a language model, window by window."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Sequence
from functools import partial, reduce

from cueweave.clients.llm.question import Ask, Question, Reply
from cueweave.domain.analysis import Analysis, Section, Text
from cueweave.domain.transcript import Report
from cueweave.stages.analysis.analyser import Analyser
from cueweave.stages.analysis.model import prompt
from cueweave.stages.analysis.model.draft import Draft, Window
from cueweave.stages.analysis.model.finish import sections
from cueweave.stages.analysis.model.read import read
from cueweave.stages.analysis.model.shape import Answer
from cueweave.stages.analysis.model.spare import spare_draft
from cueweave.stages.analysis.model.stitch import stitch
from cueweave.stages.analysis.model.tokens import tokens
from cueweave.stages.analysis.model.windows import cut_windows
from cueweave.stages.analysis.offline import analyse_offline
from cueweave.stages.analysis.titles import chapter_titles

CORRECTION = 800
"""Tokens for telling the model what was wrong with its answer."""
SHARE = 0.3
"""The sentences' part of what is left of the budget: a full answer is about as long as its sentences, and there may be
two of them."""
OFFLINE_SHARE = 0.05
"""Of the progress."""
FOREIGN = "answer for another text"
log = logging.getLogger(__name__)


def model_analyser(ask: Ask, name: str, budget: int) -> Analyser:
    """An analyser that asks the model `name`; no request takes more tokens than `budget`, answers included."""

    def analyse(text: Text, report: Report) -> Analysis:
        return _analyse(text, report, ask, name, budget)

    return analyse


def _analyse(text: Text, report: Report, ask: Ask, name: str, budget: int) -> Analysis:
    offline = analyse_offline(text, lambda share: report(share * OFFLINE_SHARE))
    starts = {section.first for section in offline.sections}
    cuts = {at for at, sentence in enumerate(text.sentences) if sentence.first in starts}
    room = int((budget - prompt.FIXED - CORRECTION) * SHARE)
    shown = prompt.lines(text, room // 5)
    windows = cut_windows([tokens(line) + 1 for line in shown], room)
    most = (budget - prompt.FIXED - CORRECTION - room) // 2
    questions = [_question(window, text, shown, cuts, most) for window in windows]
    replies = ask(questions, lambda share: report(OFFLINE_SHARE + share * (1 - OFFLINE_SHARE)))
    drafts, troubles, made_up = _drafts(windows, replies, text, cuts)
    if made_up:
        log.warning("dropped what the language model made up: %d titles, keywords or figures", made_up)
    if troubles:
        reasons = ", ".join(f"{count} x {trouble}" for trouble, count in Counter(troubles).most_common())
        log.warning("the language model failed for %d of %d windows: %s", len(troubles), len(windows), reasons)
    if len(troubles) == len(windows):
        return Analysis(offline.sections, _method(name, len(troubles), len(windows)), made_up)
    return _whole(drafts, offline.sections, text, _method(name, len(troubles), len(windows)), made_up)


def _question(window: Window, text: Text, shown: list[str], cuts: set[int], most: int) -> Question[Answer]:
    def faults(answer: Answer) -> Sequence[str]:
        reading = read(answer, window, text, cuts)
        return reading.faults

    return Question(prompt.ORDERS, prompt.data(shown, window), Answer, faults, most)


def _drafts(
    windows: Sequence[Window], replies: Sequence[Reply[Answer]], text: Text, cuts: set[int]
) -> tuple[list[Draft | Window], list[str], int]:
    """What stands of each reply, or its window where nothing does; the troubles of these; what was made up in all."""
    drafts: list[Draft | Window] = []
    troubles: list[str] = []
    made_up = 0
    for window, reply in zip(windows, replies, strict=True):
        reading = read(reply.answer, window, text, cuts) if reply.answer else None
        made_up += reading.made_up if reading else 0
        if reading and reading.draft:
            drafts.append(reading.draft)
        else:
            drafts.append(window)
            troubles.append(FOREIGN if reading else reply.trouble)
    return drafts, troubles, made_up


def _whole(
    drafts: Sequence[Draft | Window], offline: Sequence[Section], text: Text, method: str, made_up: int
) -> Analysis:
    """One analysis from what there is about each window."""
    full = (draft if isinstance(draft, Draft) else spare_draft(offline, draft, text) for draft in drafts)
    draft = reduce(lambda left, right: stitch(left, right, text), full)
    found, lost = sections(draft, text, partial(chapter_titles, text))
    return Analysis(tuple(found), method, made_up + lost)


def _method(name: str, failed: int, windows: int) -> str:
    return f"{name}; offline for {failed} of {windows} windows" if failed else name
