"""From a recording and its subtitles to a transcript: the whole job on one screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from cueweave.clients.llm.access import Access
from cueweave.domain.analysis import Text
from cueweave.domain.engines import AT_HAND, Engine
from cueweave.domain.languages import primary_language
from cueweave.domain.media_formats import MOST_PIXELS
from cueweave.domain.progress import Progress, reporter
from cueweave.domain.promises import check_promises
from cueweave.domain.transcript import Report, Transcript, Utterance
from cueweave.domain.turns import Alone, Turns
from cueweave.pipeline.analysing import Model, Spend, analyse
from cueweave.pipeline.compose import compose
from cueweave.pipeline.fitting import Recording
from cueweave.pipeline.inspect import inspect
from cueweave.pipeline.keeping import kept_sound
from cueweave.pipeline.said import from_engine, from_subtitles, told_apart
from cueweave.pipeline.steps import STEPS, STEPS_WITH_MODEL, steps_of
from cueweave.stages.align import aligner
from cueweave.stages.speech import find_speech
from cueweave.stages.sync import settled
from cueweave.stages.visuals import find_slides, scenes
from cueweave.stages.words import cut_words

if TYPE_CHECKING:
    from cueweave.pipeline.paging import Pages

__all__ = ["STEPS", "STEPS_WITH_MODEL", "Job", "Limits", "run"]


@dataclass(frozen=True, slots=True)
class Limits:
    """What a job may use."""

    max_seconds: float
    max_pixels: int = MOST_PIXELS
    """Of a picture."""


@dataclass(frozen=True, slots=True)
class Job:
    """What goes in, and where things may be written."""

    media: Path
    subtitles: bytes | None
    work_dir: Path
    """An empty folder for what is in between; the caller removes it."""
    assets_dir: Path
    """Where the pictures of the result go."""
    language: str | None = None
    """What is spoken, as a tag of BCP 47; None: told from the words."""
    llm: Access | None = None
    """The language model to ask; None: none."""
    engine: Engine = AT_HAND
    """Hears the words where no subtitles came along."""
    diarizer: Path | None = None
    """The model that tells voices apart; None: nobody does."""
    kept_dir: Path | None = None
    """A folder that outlives an interrupted attempt: what is found there isn't done again. None: `work_dir`."""
    turns: Turns = field(default_factory=Alone)
    """Who hears which chunk of a recording without subtitles."""
    slides: Path | None = None
    """A PDF whose pages are shown where they are seen or spoken about; None: the video's own pictures alone."""


def run(job: Job, limits: Limits, tell: Callable[[Progress], None], spend: Spend = lambda _: None) -> Transcript:
    """Do the whole job. `tell` hears of progress and may raise to stop it; `spend` hears what a language model costs.

    Raises BadInput where the input can't be used, BrokenPromise where the result would not be true to it.
    """
    found = inspect(job.media, job.subtitles, max_seconds=limits.max_seconds, max_pixels=limits.max_pixels)
    medium = found.medium
    told = primary_language(job.language) if job.language else None
    given = [replace(cue, text=" ".join(cut_words(cue.text, told))) for cue in found.cues]
    steps = steps_of(
        has_subtitles=bool(given),
        asks_model=job.llm is not None,
        tells_voices=job.diarizer is not None,
        has_pages=job.slides is not None,
    )
    pages = _pages(job.slides, job.work_dir / "pages", reporter(steps, "pages", tell)) if job.slides else None
    kept = job.kept_dir or job.work_dir
    sound = kept_sound(job.media, kept, reporter(steps, "decode", tell), max_seconds=limits.max_seconds)
    speech = find_speech(sound, reporter(steps, "speech", tell))
    recording = Recording(sound, speech, medium.duration, told)
    listening = reporter(steps, "fit", tell)
    if given:
        said = from_subtitles(given, recording, listening)
    else:
        said = from_engine(_heard(job, recording, listening), recording, reporter(steps, "sift", tell))
    if job.diarizer:
        said = told_apart(said, recording, job.diarizer, reporter(steps, "voices", tell))

    watching = reporter(steps, "slides", tell)
    slides = find_slides(job.media, medium, job.assets_dir, watching, max_pixels=limits.max_pixels)
    text = Text(said.words, said.sentences, said.language, said.turns, scenes(said.words, slides))
    if pages:
        from cueweave.pipeline.paging import with_pages  # as above

        slides = with_pages(pages, slides, job.assets_dir, said, reporter(steps, "match", tell))
    model = Model(job.llm, kept / "answers") if job.llm else None
    analysis = analyse(text, model, spend, reporter(steps, "language", tell))

    aligning = reporter(steps, "align", tell)
    aligned = said.alignment or aligner(said.language)(said.words, sound, speech, aligning)
    aligning(1.0)
    where = settled(said.fit, given, aligned.words)
    transcript = compose((medium, said.language, where), aligned, analysis, slides, said.speakers)
    check_promises(transcript, spoken=said.spoken)
    return transcript


def _pages(slides: Path, into: Path, report: Report) -> Pages:
    from cueweave.pipeline.paging import Pages  # the reader of PDFs: few jobs have one

    return Pages.of(slides, into, report)


def _heard(job: Job, recording: Recording, report: Report) -> Sequence[Utterance]:
    from cueweave.pipeline.engines import ear  # engines and who hears what: subtitles need neither
    from cueweave.pipeline.hearing import hear

    hears = ear(job.engine, recording.language)
    return hear(recording.sound, recording.speech, hears, job.kept_dir or job.work_dir, report, job.turns)
