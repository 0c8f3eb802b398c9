"""What an interrupted attempt leaves of a language model: its answers."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from cueweave.clients.llm.question import Ask, Question, Reply
from cueweave.pipeline.keeping import keep_file

A = TypeVar("A")


@dataclass(frozen=True, slots=True)
class Remembering:
    """Asks only what was not answered before; each answer without faults is kept as soon as it is read."""

    ask: Ask
    model: str
    folder: Path

    def __call__(self, questions: Sequence[Question[A]], report: Callable[[float], None]) -> list[Reply[A]]:
        """As `Ask` promises."""
        known = [self._known(question) for question in questions]
        open_ = [self._keeping(question) for question, reply in zip(questions, known, strict=True) if reply is None]
        replies = iter(self.ask(open_, report) if open_ else [])
        return [reply or next(replies) for reply in known]

    def _known(self, question: Question[A]) -> Reply[A] | None:
        try:
            return Reply(TypeAdapter(question.shape).validate_json(self._file(question).read_bytes()))
        except (FileNotFoundError, ValidationError):
            return None

    def _keeping(self, question: Question[A]) -> Question[A]:
        def faults(answer: A) -> Sequence[str]:
            found = question.faults(answer)
            if not found:
                self._keep(question, answer)
            return found

        return replace(question, faults=faults)

    def _keep(self, question: Question[A], answer: A) -> None:
        keep_file(self._file(question), TypeAdapter(question.shape).dump_json(answer))

    def _file(self, question: Question[A]) -> Path:
        schema = json.dumps(TypeAdapter(question.shape).json_schema(), sort_keys=True)
        text = "\0".join((self.model, question.orders, question.data, schema))
        return self.folder / f"{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()}.json"
