"""What is said, as the rest of the job takes it: from subtitles that are fitted, or from what an engine heard."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby, pairwise
from pathlib import Path

from cueweave.domain.languages import primary_language
from cueweave.domain.progress import part
from cueweave.domain.transcript import Alignment, Cue, Fit, Report, Sentence, Utterance, Word
from cueweave.errors import NoSound
from cueweave.pipeline.fitting import Recording, fit
from cueweave.stages.align import aligner, losses
from cueweave.stages.heard import UNHEARD, Drop, places, plausible, said, tidied, to_judge, written
from cueweave.stages.language import detect_language
from cueweave.stages.sentences import cue_starts, find_speakers, find_turns, split_sentences
from cueweave.stages.speakers import diarizer, speakers_of
from cueweave.stages.spread import CONFIDENCE, spread_words
from cueweave.stages.sync import apply_fit
from cueweave.stages.words import cut_words

log = logging.getLogger(__name__)

ALIGNED, JUDGED = 0.6, 0.75
"""The share of the work that is done after each part of sifting."""


@dataclass(frozen=True, slots=True)
class Said:
    """Words, and what is known of them."""

    words: Sequence[Word]
    """With rough times, unless they are aligned."""
    spoken: Sequence[str]
    """What the result must hold, word for word: told apart from `words`, so that no step can lose one unseen."""
    sentences: Sequence[Sentence]
    turns: frozenset[int]
    """Where another speaker begins, by index of the word."""
    speakers: Sequence[str | None]
    """Who speaks each word, where that is known."""
    language: str | None
    fit: Fit
    alignment: Alignment | None = None
    """Of the same words, where that is done already."""


def from_subtitles(given: Sequence[Cue], recording: Recording, report: Report) -> Said:
    """The words of the cues, each cue where it belongs in the recording."""
    language = recording.language or detect_language(cue.text for cue in given)
    where = fit(given, replace(recording, language=language), report)
    cues = apply_fit(given, where, recording.duration)
    words = spread_words(cues, recording.speech, recording.duration)
    turns = find_turns(cues)
    sentences = split_sentences(words, language, cue_starts(cues), turns)
    spoken = [word for cue in cues for word in cue.text.split()]
    return Said(words, spoken, sentences, turns, find_speakers(cues), language, where)


def from_engine(heard: Sequence[Utterance], recording: Recording, report: Report) -> Said:
    """What an engine heard, without what nobody can have said; aligned. Raises NoSound where nothing is left."""
    tidy = tidied(heard, partial(cut_words, language=recording.language))
    kept, drops = plausible(tidy, recording.speech)
    told = recording.language or _reported(kept)
    language = told or detect_language(utterance.cue.text for utterance in kept)
    kept, alignment, unsaid = _held_to_sound(kept, replace(recording, language=language), report)
    _tell([*drops, *unsaid], total=sum(len(utterance.words) for utterance in tidy))
    if not kept:
        raise NoSound("No speech was heard in the medium: send its subtitles along with it.")
    words = [replace(word, confidence=word.confidence or CONFIDENCE) for word in alignment.words]
    cues = [utterance.cue for utterance in kept]
    turns = find_turns(cues)
    sentences = split_sentences(words, language, turns=turns)
    words = written(words, sentences, language)
    where = Fit(offset=0.0, rate=1.0, score=0.0, method="transcribed")
    alignment = replace(alignment, words=tuple(words))
    stayed = [word for utterance in kept for word in utterance.words]
    spoken = [word.text for word in written(stayed, sentences, language)]
    return Said(words, spoken, sentences, turns, find_speakers(cues), language, where, alignment)


def told_apart(said: Said, recording: Recording, model: Path, report: Report) -> Said:
    """With speakers told by their voices, where the subtitles name nobody."""
    if any(said.speakers):
        report(1.0)
        return said
    voices = diarizer(model)(recording.sound, recording.speech, report)
    speakers = speakers_of(said.words, said.sentences, voices)
    changes = {at for at, (before, after) in enumerate(pairwise(speakers), start=1) if before != after}
    return replace(said, speakers=speakers, turns=said.turns | changes)


def _reported(heard: Sequence[Utterance]) -> str | None:
    """The language that the engine told for most of the time, if it told any."""
    seconds: dict[str, float] = {}
    for utterance in heard:
        language = primary_language(utterance.language) if utterance.language else None
        if language:
            seconds[language] = seconds.get(language, 0.0) + utterance.cue.end - utterance.cue.start
    return max(seconds, key=lambda language: seconds[language], default=None)


def _held_to_sound(
    heard: list[Utterance], recording: Recording, report: Report
) -> tuple[list[Utterance], Alignment, list[Drop]]:
    """Aligned, without what the sound doesn't hold; if some of it went, the rest is aligned anew, free of it."""
    alignment = _aligned(heard, recording, part(report, 0.0, ALIGNED))
    doubtful, others = to_judge(heard, alignment.words)
    chosen = [heard[at].words for at in (*doubtful, *others)]
    found = losses(chosen, recording.sound, recording.language or "en", part(report, ALIGNED, JUDGED))
    kept, drops = said(heard, dict(zip(doubtful, found, strict=False)), found[len(doubtful) :])
    if drops:
        alignment = _aligned(kept, recording, part(report, JUDGED, 1.0))
    report(1.0)
    return kept, alignment, drops


def _aligned(heard: Sequence[Utterance], recording: Recording, report: Report) -> Alignment:
    words = [replace(word, confidence=UNHEARD) for utterance in heard for word in utterance.words]
    return aligner(recording.language)(words, recording.sound, recording.speech, report)


def _tell(drops: Sequence[Drop], *, total: int) -> None:
    """How much was dropped, where and why, without the words: they may be nobody's business."""
    for why, group in groupby(sorted(drops, key=lambda drop: drop.why), key=lambda drop: drop.why):
        own = sorted(group, key=lambda drop: drop.words[0].start)
        count = sum(len(drop.words) for drop in own)
        log.warning("dropped %d of %d heard words %s: %s", count, total, why.value, places(own))
