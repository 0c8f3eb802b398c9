"""Speech of many languages recognised by faster-whisper, with a model that lies on this machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, partial
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from cueweave.clients.models.catalog import repository
from cueweave.clients.models.folder import fault_of
from cueweave.domain.engines import ENGLISH, Whisper
from cueweave.domain.transcript import Report, Sound, Span, Utterance, Word
from cueweave.errors import EngineFailed, LanguageNotHeard
from cueweave.stages.transcribe.codes import our_code, whispers_code
from cueweave.stages.transcribe.phrases import phrases
from cueweave.stages.transcribe.placing import Cut, placed
from cueweave.stages.transcribe.windows import widened, windows

if TYPE_CHECKING:
    from faster_whisper import BatchedInferencePipeline
    from faster_whisper.transcribe import Segment

LONGEST = 28.0
"""Seconds heard at once: the model takes 30, of which the margins need some."""
JOIN = 2.0
MARGIN = 0.3
AT_ONCE = {"cpu": 4, "cuda": 16}
"""Windows decoded together; more are hardly quicker, and cost memory."""
LOOKED_AT = 4
"""Windows from which the language is told where the first ones leave doubt."""
FULL_SCALE = 32768.0


def transcribe_by_whisper(
    engine: Whisper, cut: Cut, sound: Sound, speech: Sequence[Span], language: str | None, report: Report
) -> list[Utterance]:
    """What is said, with punctuation; the language is told from the sound where nobody told.

    Raises EngineFailed where the model can't be loaded, LanguageNotHeard where it doesn't know the language.
    """
    hearing = _load(engine)
    spoken = _known(hearing, engine, language)
    cuts = widened(windows(speech, longest=LONGEST, join=JOIN), MARGIN, sound.duration)
    heard: list[Utterance] = []
    for done, together in _batches(cuts, AT_ONCE[engine.device]):
        with _in_words(engine):
            segments, spoken = _hear(hearing, sound, together, spoken)
        known = our_code(spoken)
        words = [
            word for each in segments for word in _words(each, together[0].start, sound, partial(cut, language=known))
        ]
        heard += phrases(words, known)
        report(done / len(cuts))
    return heard


def _batches(cuts: Sequence[Span], size: int) -> Iterator[tuple[int, list[Span]]]:
    """So many at a time, each time with how many have passed then."""
    left, done = iter(cuts), 0
    while together := list(islice(left, size)):
        done += len(together)
        yield done, together


def _hear(
    hearing: BatchedInferencePipeline, sound: Sound, cuts: Sequence[Span], language: str | None
) -> tuple[list[Segment], str]:
    """What is said in these windows, with times from the first one's start, and its language."""
    offset = cuts[0].start
    samples = np.frombuffer(sound.read(offset, cuts[-1].end), np.int16).astype(np.float32) / FULL_SCALE
    segments, about = hearing.transcribe(
        samples,
        language=language,
        vad_filter=False,
        clip_timestamps=[{"start": cut.start - offset, "end": cut.end - offset} for cut in cuts],
        batch_size=len(cuts),
        word_timestamps=True,
        language_detection_segments=LOOKED_AT,
    )
    return list(segments), about.language


def _words(segment: Segment, offset: float, sound: Sound, cut: Callable[[str], list[str]]) -> list[Word]:
    """The text's words; the model's own are pieces of them in scripts without spaces."""
    timed = [
        Word(
            each.word, offset + float(each.start), offset + float(each.end), min(max(float(each.probability), 0.0), 1.0)
        )
        for each in segment.words or ()
    ]
    start = min(max(offset + segment.start, 0.0), sound.duration)
    within = Span(start, min(max(offset + segment.end, start), sound.duration))
    return placed(" ".join(cut(segment.text)).split(), timed, within, ())


def _known(hearing: BatchedInferencePipeline, engine: Whisper, language: str | None) -> str | None:
    """The language as the model calls it. Raises LanguageNotHeard."""
    code = whispers_code(language)
    if not hearing.model.model.is_multilingual:
        if code not in (None, ENGLISH):
            raise LanguageNotHeard(
                f"The model {engine.model} hears English only: send subtitles, or take another model."
            )
        return ENGLISH
    if code and hearing.model.hf_tokenizer.token_to_id(f"<|{code}|>") is None:
        raise LanguageNotHeard(
            f"The model {engine.model} doesn't know the language {language}: send subtitles along, or leave the "
            "language out, and it takes the nearest that it knows."
        )
    return code


@cache
def _load(engine: Whisper) -> BatchedInferencePipeline:
    """One a process. Nothing is fetched: the folder must be whole, and is looked through first."""
    fault = fault_of(engine.folder, thoroughly=True)
    if fault:
        mend = f"run `cueweave models pull {engine.model}`" if repository(engine.model) else "put a whole one there"
        raise EngineFailed(f"The speech model {engine.model} at {engine.folder} can't be used ({fault}): {mend}.")
    with _in_words(engine):
        from faster_whisper import BatchedInferencePipeline, WhisperModel

        model = WhisperModel(
            str(engine.folder),
            device=engine.device,
            compute_type=engine.compute_type,
            cpu_threads=engine.threads,
            local_files_only=True,
        )
        return BatchedInferencePipeline(model)  # type: ignore[no-untyped-call]


@contextmanager
def _in_words(engine: Whisper) -> Iterator[None]:
    """What the library raises, as EngineFailed."""
    try:
        yield
    except ImportError as error:
        raise EngineFailed(f"faster-whisper can't be loaded ({error}): pip install 'cueweave[whisper]'.") from error
    except MemoryError as error:
        raise EngineFailed(
            f"The speech model {engine.model} needs more memory than a task may have: take a smaller one "
            "(CUEWEAVE_TRANSCRIBER_MODEL), or raise CUEWEAVE_CHILD_MEMORY_BYTES."
        ) from error
    except (RuntimeError, ValueError, OSError) as error:
        raise EngineFailed(f"The speech model {engine.model} can't be used: {error}") from error
