"""From a recording and its subtitles to a transcript: the whole job on one screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from cueweave.clients.llm.access import Access
from cueweave.domain.analysis import Text
from cueweave.domain.engines import AT_HAND, Engine
from cueweave.domain.languages import primary_language
from cueweave.domain.media_formats import MOST_PIXELS
from cueweave.domain.progress import Progress, Step, reporter
from cueweave.domain.promises import check_promises
from cueweave.domain.tasks import Stage
from cueweave.domain.transcript import Cue, Fit, Transcript
from cueweave.domain.turns import Alone, Turns
from cueweave.pipeline.analysing import Model, Spend, analyse
from cueweave.pipeline.compose import compose
from cueweave.pipeline.engines import ear
from cueweave.pipeline.fitting import Recording, fit
from cueweave.pipeline.hearing import hear
from cueweave.pipeline.inspect import inspect
from cueweave.pipeline.keeping import kept_sound
from cueweave.stages.align import aligner
from cueweave.stages.language import detect_language
from cueweave.stages.sentences import cue_starts, find_turns, split_sentences
from cueweave.stages.speech import find_speech
from cueweave.stages.spread import spread_words
from cueweave.stages.sync import apply_fit
from cueweave.stages.visuals import find_slides, scenes
from cueweave.stages.words import cut_words

STEPS = (
    Step("decode", Stage.TRANSCRIBING, 15),
    Step("speech", Stage.TRANSCRIBING, 5),
    Step("fit", Stage.TRANSCRIBING, 5),
    Step("slides", Stage.PROCESSING_LLM, 15),
    Step("language", Stage.PROCESSING_LLM, 5),
    Step("align", Stage.ALIGNING, 55),
)
STEPS_WITH_MODEL = tuple(replace(step, weight=40) if step.name == "language" else step for step in STEPS)
"""How long a model takes is anybody's guess; where it is quick, the number jumps."""


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
    kept_dir: Path | None = None
    """A folder that outlives an interrupted attempt: what is found there isn't done again. None: `work_dir`."""
    turns: Turns = field(default_factory=Alone)
    """Who hears which chunk of a recording without subtitles."""


def run(job: Job, limits: Limits, tell: Callable[[Progress], None], spend: Spend = lambda _: None) -> Transcript:
    """Do the whole job. `tell` hears of progress and may raise to stop it; `spend` hears what a language model costs.

    Raises BadInput where the input can't be used, BrokenPromise where the result would not be true to it.
    """
    steps = STEPS_WITH_MODEL if job.llm else STEPS
    found = inspect(job.media, job.subtitles, max_seconds=limits.max_seconds, max_pixels=limits.max_pixels)
    medium = found.medium
    kept = job.kept_dir or job.work_dir
    sound = kept_sound(job.media, kept, reporter(steps, "decode", tell), max_seconds=limits.max_seconds)
    speech = find_speech(sound, reporter(steps, "speech", tell))
    told = primary_language(job.language) if job.language else None
    given = [replace(cue, text=" ".join(cut_words(cue.text, told))) for cue in found.cues]
    listening = reporter(steps, "fit", tell)
    cues: Sequence[Cue]
    if given:
        language = told or detect_language(cue.text for cue in given)
        where = fit(given, Recording(sound, speech, medium.duration, language), listening)
        cues = apply_fit(given, where, medium.duration)
        words = spread_words(cues, speech, medium.duration)
    else:
        where = Fit(offset=0.0, rate=1.0, score=0.0, method="transcribed")
        heard = hear(sound, speech, ear(job.engine, told), kept, listening, job.turns)
        cues = [utterance.cue for utterance in heard]
        language = told or detect_language(cue.text for cue in cues)
        words = [word for utterance in heard for word in utterance.words]

    watching = reporter(steps, "slides", tell)
    slides = find_slides(job.media, medium, job.assets_dir, watching, max_pixels=limits.max_pixels)
    turns = find_turns(cues)
    sentences = split_sentences(words, language, cue_starts(cues), turns)
    text = Text(words, sentences, language, turns, scenes(words, slides))
    model = Model(job.llm, kept / "answers") if job.llm else None
    analysis = analyse(text, model, spend, reporter(steps, "language", tell))

    aligned = aligner(language)(words, sound, speech, reporter(steps, "align", tell))
    transcript = compose((medium, language, where), aligned, analysis, slides)
    check_promises(transcript, spoken=[word for cue in cues for word in cue.text.split()])
    return transcript
