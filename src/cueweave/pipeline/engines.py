"""The engine that an operator chose, as the ear that the pipeline listens with."""

from __future__ import annotations

from functools import partial

from cueweave.domain.engines import Engine, PocketSphinx, SpeechServer, Whisper, check_hears
from cueweave.pipeline.hearing import Ear
from cueweave.stages.transcribe import Transcriber
from cueweave.stages.transcribe.pocketsphinx import transcribe_english
from cueweave.stages.transcribe.server import transcribe_by_server
from cueweave.stages.transcribe.whisper import transcribe_by_whisper
from cueweave.stages.words import cut_words


def ear(engine: Engine, language: str | None) -> Ear:
    """What hears with that engine; `language` (ISO 639-1) is what was told. Raises LanguageNotHeard.

    It can be pickled. Its model is loaded when it first hears, once a process.
    """
    check_hears(engine, language)
    return Ear(engine.name, _transcriber(engine), language, single_core=isinstance(engine, PocketSphinx))


def _transcriber(engine: Engine) -> Transcriber:
    match engine:
        case PocketSphinx():
            return transcribe_english
        case Whisper():
            return partial(transcribe_by_whisper, engine, cut_words)
        case SpeechServer():
            return partial(transcribe_by_server, engine, cut_words)
