"""Word starts on the sample: forced alignment beside plain spreading, against the true times."""

import json
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from row import Row

from cueweave.domain.transcript import Cue, Sound, Span, Word
from cueweave.stages.align import aligner
from cueweave.stages.media import decode_sound, probe
from cueweave.stages.speech import find_speech
from cueweave.stages.spread import spread_words
from cueweave.stages.subtitles import read_subtitles
from cueweave.stages.sync import apply_fit, fit_subtitles

SAMPLE = Path(__file__).parents[1] / "samples/out"


@dataclass(frozen=True, slots=True)
class Heard:
    """What all cases share."""

    sound: Sound
    speech: list[Span]
    cues: list[Cue]
    truth: list[float]
    duration: float


def silent(share: float) -> None:
    """Nobody watches the progress."""


def errors(words: Sequence[Word], truth: Sequence[float]) -> str:
    """Median, 95th percentile and shares of the distances between word starts and the truth."""
    distance = np.abs(np.array([word.start for word in words]) - np.array(truth))
    shares = ", ".join(f"{(distance <= limit).mean():.1%} in {1000 * limit:.0f} ms" for limit in (0.05, 0.1, 0.25))
    return f"median {1000 * np.median(distance):.0f} ms, 95% {1000 * np.quantile(distance, 0.95):.0f} ms, {shares}"


def case(heard: Heard, name: str, *, offset: float, rate: float) -> Row:
    """One way in which subtitles are wrong: forced alignment beside spreading in the cues as given."""
    given = [Cue(max(c.start * rate + offset, 0), max(c.end * rate + offset, 0), c.text) for c in heard.cues]
    fit = fit_subtitles(given, heard.speech, heard.duration, silent)
    spread = spread_words(apply_fit(given, fit, heard.duration), heard.speech, heard.duration)
    start = time.perf_counter()
    aligned = aligner("en")(spread, heard.sound, heard.speech, silent)
    speed = heard.duration / (time.perf_counter() - start)
    plain = spread_words(given, [], heard.duration)
    return Row(
        f"words, subtitles {name}",
        f"{errors(aligned.words, heard.truth)}; {speed:.0f} x real time",
        f"spreading: {errors(plain, heard.truth)}",
    )


def alignment_rows() -> list[Row]:
    """The sample's subtitles as made, late, and drifting."""
    truth = [word["start"] for word in json.loads((SAMPLE / "lecture.words.json").read_text())]
    with tempfile.TemporaryDirectory() as folder:
        sound = decode_sound(SAMPLE / "lecture.mp4", Path(folder) / "sound.raw", silent)
        heard = Heard(
            sound=sound,
            speech=find_speech(sound, silent),
            cues=read_subtitles((SAMPLE / "lecture.srt").read_bytes()),
            truth=truth,
            duration=probe(SAMPLE / "lecture.mp4").duration,
        )
        return [
            case(heard, "as made", offset=0.0, rate=1.0),
            case(heard, "1.7 s late", offset=1.7, rate=1.0),
            case(heard, "30 s late", offset=30.0, rate=1.0),
            case(heard, "drifting 25/23.976", offset=0.0, rate=25 / 23.976),
        ]
