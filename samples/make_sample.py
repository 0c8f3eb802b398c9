"""Makes the sample lecture: lecture.mp4, lecture.srt and lecture.words.json with the true time of every word.

`python samples/make_sample.py [--out DIR]`; what is there already and still up to date is left alone.
"""

import argparse
import fcntl
import hashlib
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path

import numpy as np
from captions import srt, truth
from lecture import LECTURE, Slide
from slides import draw
from video import write_video
from voice import Samples, SpokenWord, speak

HERE = Path(__file__).parent
OUT = HERE / "out"
SOURCES = ("captions.py", "lecture.py", "make_sample.py", "slides.py", "video.py", "voice.py")
BEFORE_SLIDE, AFTER_SLIDE, AFTER_SENTENCE = 0.5, 0.6, 0.35
ROOM_TONE = 12.0  # standard deviation in 16-bit steps: a quiet room, about -69 dB

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Sample:
    """The lecture as files: the medium, its subtitles, and the true word times as JSON."""

    media: Path
    srt: Path
    words: Path


@dataclass(frozen=True, slots=True)
class Recording:
    """The spoken lecture: its sound, each sentence's words, and the seconds at which each slide appears."""

    sound: Samples
    rate: int
    sentences: tuple[tuple[SpokenWord, ...], ...]
    changes: tuple[float, ...]


def make_sample(out: Path = OUT, tell: Tell = print, slides: Sequence[Slide] = LECTURE) -> Sample:
    """The sample in `out`, made unless it is there; safe to call from many processes at once."""
    sample = Sample(out / "lecture.mp4", out / "lecture.srt", out / "lecture.words.json")
    out.mkdir(parents=True, exist_ok=True)
    stamp, recipe = out / "lecture.made-from", _recipe(slides)
    with _lock(out / "lecture.lock"):
        files = (sample.media, sample.srt, sample.words)
        if stamp.exists() and stamp.read_text() == recipe and all(file.exists() for file in files):
            tell(f"The sample in {out} is up to date.")
            return sample
        stamp.unlink(missing_ok=True)
        with tempfile.TemporaryDirectory(dir=out) as name:
            made = _make(Path(name), tell, slides)
            for source, target in zip((made.media, made.srt, made.words), files, strict=True):
                source.replace(target)
        stamp.write_text(recipe)
    tell(f"Done: {', '.join(str(file) for file in files)}")
    return sample


def record(slides: Sequence[Slide]) -> Recording:
    """Speak the whole lecture, with pauses, in a room that isn't perfectly silent."""
    parts: list[Samples] = []
    sentences: list[tuple[SpokenWord, ...]] = []
    changes: list[float] = []
    length = rate = 0
    for slide in slides:
        changes.append(length / rate if rate else 0.0)
        pause = BEFORE_SLIDE
        for text in slide.sentences:
            speech = speak(text)
            rate = speech.rate
            parts += [_silence(pause, rate), speech.samples]
            length += len(parts[-2])
            sentences.append(_later(speech.words, by=length / rate))
            length += len(speech.samples)
            pause = AFTER_SENTENCE
        parts.append(_silence(AFTER_SLIDE, rate))
        length += len(parts[-1])
    return Recording(_in_a_room(np.concatenate(parts)), rate, tuple(sentences), tuple(changes))


def _make(folder: Path, tell: Tell, slides: Sequence[Slide]) -> Sample:
    sample = Sample(folder / "lecture.mp4", folder / "lecture.srt", folder / "lecture.words.json")
    tell(f"Speaking {sum(len(slide.sentences) for slide in slides)} sentences ...")
    recording = record(slides)
    sample.srt.write_text(srt(recording.sentences))
    sample.words.write_text(truth(recording.sentences))
    tell(f"Drawing {len(slides)} slides ...")
    pictures = [draw(slide, number, len(slides)) for number, slide in enumerate(slides, 1)]
    tell(f"Encoding {len(recording.sound) / recording.rate:.0f} s of video ...")
    write_video(sample.media, list(zip(pictures, recording.changes, strict=True)), recording.sound, recording.rate)
    return sample


def _silence(seconds: float, rate: int) -> Samples:
    return np.zeros(round(seconds * rate), dtype=np.int16)


def _later(words: tuple[SpokenWord, ...], *, by: float) -> tuple[SpokenWord, ...]:
    return tuple(replace(word, start=word.start + by, end=word.end + by) for word in words)


def _in_a_room(sound: Samples) -> Samples:
    noise = np.random.default_rng(1).normal(0, ROOM_TONE, len(sound))
    return np.clip(sound + noise, -32768, 32767).astype(np.int16)


def _recipe(slides: Sequence[Slide]) -> str:
    """Changes when the lecture, the scripts or the voice change."""
    parts = [repr(slides).encode()]
    parts += [(HERE / name).read_bytes() for name in SOURCES]
    parts += [version(package).encode() for package in ("espeakng-loader", "av", "pillow")]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


@contextmanager
def _lock(path: Path) -> Iterator[None]:
    """One process at a time; the system frees the lock when its holder dies."""
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="Make the sample lecture.")
    parser.add_argument("--out", type=Path, default=OUT, help="folder for the three files")
    make_sample(parser.parse_args().out)


if __name__ == "__main__":
    main()
