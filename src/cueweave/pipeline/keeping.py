"""What an interrupted attempt leaves for the next one: decoded sound, what was heard in it, a model's answers."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import inf
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from cueweave.clients.llm.question import Ask, Question, Reply
from cueweave.domain.transcript import Report, Sound
from cueweave.domain.turns import SOUND
from cueweave.stages.media import BYTES_PER_SAMPLE, RATE, decode_sound

A = TypeVar("A")


def kept_sound(media: Path, folder: Path, report: Report, *, max_seconds: float = inf) -> Sound:
    """The medium's sound, decoded unless an earlier attempt has done so. Raises what `decode_sound` does."""
    whole = folder / SOUND
    if not whole.exists():
        folder.mkdir(exist_ok=True)
        part = folder / f"sound.{os.getpid()}.part"  # of this attempt: an older one may still be writing its own
        decode_sound(media, part, report, max_seconds=max_seconds)
        _set_in_place(part, whole)
    report(1.0)
    return sound_in(folder)


def sound_in(folder: Path) -> Sound:
    """The sound that was decoded into this folder."""
    whole = folder / SOUND
    return Sound(whole, RATE, whole.stat().st_size // BYTES_PER_SAMPLE)


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


def keep_file(file: Path, data: bytes) -> None:
    """Write a file that is never seen half, its folder too if need be."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_suffix(f".{os.getpid()}.part")
    part.write_bytes(data)
    _set_in_place(part, file)


def _set_in_place(part: Path, whole: Path) -> None:
    """In one step, and only what has reached the disk: half of it must never be taken for all."""
    with part.open("rb") as file:
        os.fsync(file.fileno())
    part.rename(whole)
