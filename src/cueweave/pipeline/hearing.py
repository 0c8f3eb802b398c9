"""Words heard in the sound itself, chunk by chunk; each chunk's are kept, so that an interrupted attempt loses one."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from cueweave.domain.transcript import Report, Sound, Span, Utterance
from cueweave.domain.turns import PLAN, Alone, Turns
from cueweave.errors import NoSound
from cueweave.pipeline.keeping import keep_file, sound_in
from cueweave.pipeline.listening import listen, tell_nobody
from cueweave.stages.transcribe import Chunk, Transcriber, in_order, plan_chunks

SHORTEST = 10.0
"""Seconds that a chunk may span at least, however many processes hear at once: shorter ones tear sentences apart."""


@dataclass(frozen=True, slots=True)
class Ear:
    """An engine, told what is spoken."""

    name: str
    """Of the engine and its model: what one hears isn't taken for what another would."""
    transcribe: Transcriber
    language: str | None
    """ISO 639-1; None where nobody told."""
    single_core: bool = False
    """Whether it keeps no more than one core busy: then a process for each core hears."""

    @property
    def at_once(self) -> int:
        """How many processes hear with it on this machine."""
        return len(os.sched_getaffinity(0)) if self.single_core else 1


@dataclass(frozen=True, slots=True)
class Plan:
    """What is heard at one go; all who hear one medium, and later attempts too, go by the same plan."""

    ear: str
    language: str | None
    chunks: tuple[Chunk, ...]


UTTERANCES = TypeAdapter(list[Utterance])
PLANS = TypeAdapter(Plan)


@dataclass(frozen=True, slots=True)
class Heard:
    """The folder of what was heard, by this plan."""

    folder: Path
    plan: Plan

    def file(self, at: int) -> Path:
        """Where the words of this chunk stand, if they were heard."""
        return self.folder / "heard" / f"{_digest(self.plan.ear, self.plan.language, self.plan.chunks[at])}.json"

    def words(self, at: int) -> list[Utterance] | None:
        """What is said in this chunk, if that is known."""
        try:
            return UTTERANCES.validate_json(self.file(at).read_bytes())
        except (FileNotFoundError, ValidationError):
            return None


@dataclass(frozen=True, slots=True)
class Listener:
    """Hears one chunk at a time, and keeps what is said in it. Can be handed to another process."""

    sound: Sound
    ear: Ear
    heard: Heard

    def __call__(self, at: int, report: Report) -> list[Utterance]:
        """What is said in this chunk, heard now unless that was done before."""
        known = self.heard.words(at)
        if known is not None:
            return known
        words = self.ear.transcribe(self.sound, self.heard.plan.chunks[at], self.ear.language, report)
        keep_file(self.heard.file(at), UTTERANCES.dump_json(words))
        return words


def hear(
    sound: Sound, speech: Sequence[Span], ear: Ear, kept: Path, report: Report, turns: Turns | None = None
) -> list[Utterance]:
    """What is said in the whole sound, in order, no word before the one before has ended. Raises NoSound.

    `turns` lets others hear chunks of it meanwhile; None: all is heard here.
    """
    turns = turns or Alone()
    plan = _kept_plan(speech, ear, kept, longest=max(turns.chunk_seconds / ear.at_once, SHORTEST))
    hears = Listener(sound, ear, Heard(kept, plan))
    seconds = [seconds_of(chunk) for chunk in plan.chunks]
    turns.begin(seconds, [hears.heard.words(at) is not None for at in range(len(plan.chunks))])
    listen(hears, turns, report, ear.at_once, seconds)
    heard = list(chain.from_iterable(hears(at, tell_nobody) for at in range(len(plan.chunks))))
    if not heard:
        raise NoSound("No speech was heard in the medium: send its subtitles along with it.")
    return list(put_in_order(heard, sound.duration))


def help_hear(kept: Path, folder: Path, ear: Ear, turns: Turns) -> None:
    """Hear chunks of what another process hears and has left in `kept`; their words go into `folder`."""
    plan = _read_plan(kept)
    if plan and (plan.ear, plan.language) == (ear.name, ear.language):
        hears = Listener(sound_in(kept), ear, Heard(folder, plan))
        listen(hears, turns, tell_nobody, ear.at_once, [seconds_of(chunk) for chunk in plan.chunks])


def put_in_order(heard: Sequence[Utterance], duration: float) -> Iterator[Utterance]:
    """The same with times that never run backwards and stay inside the medium."""
    at = 0.0
    for utterance in heard:
        words = tuple(in_order(utterance.words, at, duration))
        at = words[-1].end
        yield replace(utterance, words=words)


def seconds_of(chunk: Chunk) -> float:
    """How long somebody speaks in it."""
    return sum(span.end - span.start for span in chunk)


def _kept_plan(speech: Sequence[Span], ear: Ear, kept: Path, *, longest: float) -> Plan:
    """The plan of an earlier attempt, though this machine would make another one: what was heard goes by that one."""
    known = _read_plan(kept)
    if known and (known.ear, known.language, [*chain(*known.chunks)]) == (ear.name, ear.language, [*speech]):
        return known
    plan = PLANS.dump_json(Plan(ear.name, ear.language, tuple(plan_chunks(speech, longest=longest))))
    (kept / "heard").mkdir(parents=True, exist_ok=True)  # for all: nobody else may make it
    keep_file(kept / PLAN, plan)
    return PLANS.validate_json(plan)  # number for number what the others read


def _read_plan(kept: Path) -> Plan | None:
    try:
        return PLANS.validate_json((kept / PLAN).read_bytes())
    except (FileNotFoundError, ValidationError):
        return None


def _digest(*facts: object) -> str:
    return hashlib.sha256(repr(facts).encode()).hexdigest()
