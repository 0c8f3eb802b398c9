"""Word times beside the truth: `python benchmarks/alignment.py [--only en,de] [--conditions clean]`."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator

import real_voices
from backgrounds import BACKGROUNDS, DECIBELS, mixed
from case_runs import Result, run_case
from conditions import AS_MADE, CONDITIONS, SHIFTED
from corpus import VOICES, lecture
from long_speech import long_speech_rows
from recording import Recording
from row import print_machine, print_table
from sample_lecture import sample_lecture
from table import LEGEND, head, line, summary

CLEAN = "clean"
SOUNDS = (CLEAN, *BACKGROUNDS)
WRONG = tuple(name for name in CONDITIONS if name != AS_MADE)
ALL = (*SOUNDS, *WRONG)
PEER_OPTIONS = {"advert in": ["--split-penalty"], "part out": ["--split-penalty"], "any drift": ["--gss"]}
"""With which the peer may break the subtitles too, and looks for any rate."""
REAL = "real"
SAMPLE = "sample"
SOURCES = (SAMPLE, *VOICES, REAL)


def main() -> None:
    """Print the table, row by row as they are measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default=",".join(SOURCES), help=f"of: {', '.join(SOURCES)}; apart by commas")
    parser.add_argument("--conditions", help=f"of: {', '.join(ALL)}; apart by commas".replace("%", "%%"))
    parser.add_argument("--long", action="store_true", help="an hour and six hours of dense speech too")
    chosen = parser.parse_args()
    print_machine()
    conditions = tuple(chosen.conditions.split(",")) if chosen.conditions else None
    print_results(results(chosen.only.split(","), conditions))
    if chosen.long:
        print_table([*long_speech_rows(1), *long_speech_rows(6)])


def results(sources: Iterable[str], conditions: tuple[str, ...] | None = None) -> Iterator[Result]:
    """In these conditions; without any: all for English and real voices; all sounds, and early subtitles, for the
    other languages."""
    for name in sources:
        if name == REAL:
            yield from _real(conditions or ALL)
        elif name == SAMPLE:
            yield from _in_conditions(sample_lecture(), conditions or (CLEAN,))
        else:
            yield from _in_conditions(lecture(name), conditions or (ALL if name == "en" else (*SOUNDS, SHIFTED)))


def print_results(measured: Iterable[Result]) -> str:
    """Print each at once, since it takes minutes; returns all that was printed."""
    printed: list[str] = []

    def tell(text: str) -> None:
        printed.append(text)
        print(text, flush=True)

    tell(head())
    seen: list[Result] = []
    for result in measured:
        seen.append(result)
        tell(line(result))
    tell(f"\n{summary(seen)}\n\n{LEGEND}")
    if not real_voices.FOLDER.is_dir():
        tell("Real voices were left out: no folder of recordings with marked words was found.")
    return "\n".join(printed)


def _real(conditions: tuple[str, ...]) -> Iterator[Result]:
    """All voices in one medium; each alone as made; those without marked words by their confidence only."""
    marked, unmarked = real_voices.marked_voices(), real_voices.unmarked_voices()
    if marked:
        yield from _in_conditions(real_voices.joined("real voices", [*marked, *unmarked]), conditions)
    for recording in (*marked, *unmarked):
        if CLEAN in conditions:
            yield from _in_conditions(recording, (CLEAN,))


def _in_conditions(recording: Recording, conditions: Iterable[str]) -> Iterator[Result]:
    for name in conditions:
        if name in BACKGROUNDS:
            noisy = mixed(recording, BACKGROUNDS[name](len(recording.samples)), DECIBELS)
            yield run_case(CONDITIONS[AS_MADE](noisy), f"{recording.name}, {name}", AS_MADE)
        else:
            subtitles = AS_MADE if name == CLEAN else name
            case = CONDITIONS[subtitles](recording)
            yield run_case(case, recording.name, subtitles, peer_options=PEER_OPTIONS.get(subtitles, ()))


if __name__ == "__main__":
    main()
