"""Speech without subtitles: `python benchmarks/speech.py [--engines pocketsphinx] [--only en,real] [--hour]`."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
import wave
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import child
import real_voices
from backgrounds import BACKGROUNDS, DECIBELS, mixed
from case_files import write_case
from case_runs import case_folder
from conditions import AS_MADE, CONDITIONS
from corpus import VOICES, dense_speech, lecture
from heard_case import DREAMS, KNOWING, engine_names
from measure import distance
from recording import RATE, Recording
from row import Row, print_machine, print_table
from word_errors import Timed, compare

SUBJECT = Path(__file__).parent / "heard_case.py"
REAL = "real"
HEAD = (
    "| sound | engine | words heard, said | word errors (%) | heard right (%) | its own times: median, 95% (ms) "
    "| after alignment (ms) | dropped | hearing, sifting: x real time | MB |"
)
LEGEND = f"""\
Word errors: words wrong, missing and too many, by words said, marks and case aside. Times: distance of the starts of
words heard right from the truth, where it is known. Dropped: words that the engine says it heard and that were taken
out. The engines called truth say what is said, with times that are right, or off by up to 0.3 s; with dreams one
utterance of {DREAMS} is made up: what stays of it counts as an error, as do the words that it hides. MB: the most that
the process and its children held."""
MOST = 0.9
MEMORY_LIMIT = 1024**3


def main() -> None:
    """Print the table, row by row as they are measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--engines", help=f"of: {'; '.join(engine_names())}; apart by semicolons")
    parser.add_argument("--only", default=f"en,{REAL}", help=f"of: {', '.join([*VOICES, REAL])}; apart by commas")
    parser.add_argument("--sounds", default="clean,music", help="of: clean, music, noise; apart by commas")
    parser.add_argument("--hour", action="store_true", help="an hour through the default engine, too")
    parser.add_argument("--minutes", type=float, default=60.0, help="of what --hour makes")
    chosen = parser.parse_args()
    print_machine()
    print(f"{HEAD}\n{'| --- ' * (HEAD.count('|') - 1)}|", flush=True)
    engines = chosen.engines.split(";") if chosen.engines else engine_names()
    for recording in _recordings(chosen.only.split(","), chosen.sounds.split(",")):
        for engine in map(str.strip, engines):
            if engine not in KNOWING or _is_known(recording):
                print(heard_row(recording, engine), flush=True)
    print(f"\n{LEGEND}")
    if chosen.hour:
        print_table(hour_rows(chosen.minutes))


def _recordings(sources: Sequence[str], sounds: Sequence[str]) -> Iterator[Recording]:
    for name in sources:
        if name == REAL:
            yield from _real()
            continue
        made = lecture(name)
        for sound in sounds:
            yield mixed(made, BACKGROUNDS[sound](len(made.samples)), DECIBELS) if sound in BACKGROUNDS else made


def _real() -> Iterator[Recording]:
    """Those with marked words, and all."""
    marked, unmarked = real_voices.marked_voices(), real_voices.unmarked_voices()
    if marked:
        yield real_voices.joined("real voices, marked", marked)
    if unmarked:
        yield real_voices.joined("real voices", [*marked, *unmarked])
    if not marked and not unmarked:
        print("Real voices were left out: BENCH_VOICES names no folder of recordings.", file=sys.stderr)


def _is_known(recording: Recording) -> bool:
    """Whether it is known when nearly all of its words are said."""
    return sum(word is not None for word in recording.words) >= MOST * len(recording.words)


def heard_row(recording: Recording, engine: str) -> str:
    """One engine on one recording, in a process of its own."""
    case = CONDITIONS[AS_MADE](recording)
    path = write_case(case, case_folder(recording.name, engine))
    printed, memory = child.run([sys.executable, str(SUBJECT), str(path), engine])
    found = json.loads(printed)
    texts = [text for cue in recording.cues for text in cue.text.split()]
    said = [Timed(text, span.start if span else None) for text, span in zip(texts, recording.words, strict=True)]
    heard, words = ([Timed(text, start) for text, start in found[name]] for name in ("heard", "words"))
    before, after = (compare(each, said, recording.language) for each in (heard, words))
    speeds = ", ".join(f"{recording.duration / found[name]:.1f}" for name in ("hearing", "sifting"))
    cells = [
        recording.name,
        engine,
        f"{len(words)}, {len(said)}",
        f"{100 * after.rate:.1f}",
        f"{100 * len(after.right) / max(sum(word.start is not None for word in said), 1):.0f}",
        _distances(before.right),
        _distances(after.right),
        str(len(heard) - len(words)),
        speeds,
        f"{memory / 1024**2:.0f}",
    ]
    return f"| {' | '.join(cells)} |"


def _distances(right: Sequence[tuple[float, float]]) -> str:
    found = distance([ours for ours, _ in right], [true for _, true in right])
    return f"{1000 * found.median:.0f}, {1000 * found.percentile_95:.0f}" if found else "–"


def hour_rows(minutes: float) -> list[Row]:
    """Dense speech through `cueweave process` without subtitles, by the engine that hears when nothing is set."""
    made = dense_speech("en", 60 * minutes)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with wave.open(str(folder / "speech.wav"), "wb") as file:
            file.setparams((1, 2, RATE, len(made.samples), "NONE", ""))
            file.writeframes(made.samples.astype("<i2").tobytes())
        start = time.perf_counter()
        command = [sys.executable, "-m", "cueweave", "process", str(folder / "speech.wav")]
        _, peak = child.run([*command, "-o", str(folder / "out")])
        took = time.perf_counter() - start
        [file_name] = (folder / "out").glob("*.json")
        result = json.loads(file_name.read_text("utf-8"))
    words = [word for paragraph in result["paragraphs"] for word in paragraph["words"]]
    return [
        Row(
            f"hear {made.duration / 60:.0f} min of dense speech, all the job",
            f"{took:.0f} s, {made.duration / took:.1f} x real time",
            "1 x",
        ),
        Row("its peak memory", f"{peak / 1024**2:.0f} MB", f"limit: {MEMORY_LIMIT / 1024**2:.0f} MB"),
        Row(
            "its result", f"{len(words)} words, {'valid' if _is_valid(words, made.duration) else 'NOT VALID'}", "valid"
        ),
    ]


def _is_valid(words: Sequence[dict[str, float]], duration: float) -> bool:
    """Times never run backwards and lie in the medium."""
    inside = all(0 <= word["start"] <= word["end"] <= duration + 0.001 for word in words)
    return bool(words) and inside and all(a["start"] <= b["start"] and a["end"] <= b["end"] for a, b in pairwise(words))


if __name__ == "__main__":
    main()
