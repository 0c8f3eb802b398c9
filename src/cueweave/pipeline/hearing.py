"""Words heard in the sound itself, chunk by chunk; each chunk's are kept, so that an interrupted attempt loses one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from cueweave.domain.transcript import Report, Sound, Span, Utterance, Word
from cueweave.errors import NoSound
from cueweave.pipeline.keeping import keep_file
from cueweave.stages.transcribe import Chunk, Transcriber, plan_chunks

UTTERANCES = TypeAdapter(list[Utterance])


@dataclass(frozen=True, slots=True)
class Ear:
    """An engine, told what is spoken."""

    name: str
    """Of the engine and its model: what one hears isn't taken for what another would."""
    transcribe: Transcriber
    language: str | None
    """ISO 639-1; None where nobody told."""


def hear(sound: Sound, speech: Sequence[Span], ear: Ear, kept: Path, report: Report) -> list[Utterance]:
    """What is said in the whole sound, in order, no word before the one before has ended. Raises NoSound."""
    chunks = plan_chunks(speech)
    whole = sum(map(seconds_of, chunks))
    heard: list[Utterance] = []
    done = 0.0
    for chunk in chunks:
        share = seconds_of(chunk)
        heard += hear_chunk(sound, chunk, ear, kept, partial(_report_part, report, done / whole, share / whole))
        done += share
        report(done / whole)
    if not heard:
        raise NoSound("No speech was heard in the medium: send its subtitles along with it.")
    return list(in_order(heard, sound.duration))


def hear_chunk(sound: Sound, chunk: Chunk, ear: Ear, kept: Path, report: Report) -> list[Utterance]:
    """What is said in one chunk, heard now unless that was done before."""
    file = kept / "heard" / f"{_digest(ear.name, ear.language, chunk)}.json"
    known = _known(file)
    if known is not None:
        return known
    heard = ear.transcribe(sound, chunk, ear.language, report)
    keep_file(file, UTTERANCES.dump_json(heard))
    return heard


def in_order(heard: Sequence[Utterance], duration: float) -> Iterator[Utterance]:
    """The same with times that never run backwards and stay inside the medium."""
    at = 0.0
    for utterance in heard:
        words: list[Word] = []
        for word in utterance.words:
            start = min(max(word.start, at), duration)
            at = min(max(word.end, start), duration)
            words.append(replace(word, start=start, end=at))
        yield replace(utterance, words=tuple(words))


def seconds_of(chunk: Chunk) -> float:
    """How long somebody speaks in it."""
    return sum(span.end - span.start for span in chunk)


def _report_part(report: Report, before: float, share: float, done: float) -> None:
    report(before + share * done)


def _digest(*facts: object) -> str:
    return hashlib.sha256(repr(facts).encode()).hexdigest()


def _known(file: Path) -> list[Utterance] | None:
    try:
        return UTTERANCES.validate_json(file.read_bytes())
    except (FileNotFoundError, ValidationError):
        return None
