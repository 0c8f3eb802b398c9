"""Word times beside the truth: `python benchmarks/alignment.py [--only en,de] [--conditions clean]`."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

from backgrounds import BACKGROUNDS, DECIBELS, mixed
from case_runs import Result, run_case
from conditions import CONDITIONS
from corpus import VOICES, lecture
from recording import Case, Recording
from row import print_machine
from table import LEGEND, head, line, summary

PIECEWISE = ("advert in", "part out")
"""Where the peer may break the subtitles too."""
AS_MADE, CLEAN = "as made", "clean"
ALL = (CLEAN, *BACKGROUNDS, *(name for name in CONDITIONS if name != AS_MADE))


def main() -> None:
    """Print the table, row by row as they are measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default=",".join(VOICES), help="languages, apart by commas")
    parser.add_argument("--conditions", default=",".join(ALL), help=f"of: {', '.join(ALL)}".replace("%", "%%"))
    chosen = parser.parse_args()
    print_machine()
    print_alignment(chosen.only.split(","), chosen.conditions.split(","))


def print_alignment(languages: Sequence[str], conditions: Sequence[str]) -> None:
    """Measure and print at once, since it takes minutes."""
    print(head(), flush=True)
    results: list[Result] = []
    for language in languages:
        for result in _results(lecture(language), conditions):
            results.append(result)
            print(line(result), flush=True)
    print(f"\n{summary(results)}\n\n{LEGEND}")


def _results(recording: Recording, conditions: Sequence[str]) -> Iterator[Result]:
    for name in conditions:
        if name in BACKGROUNDS:
            yield run_case(_in_background(recording, name), f"{recording.name}, {name}", AS_MADE, piecewise=False)
        else:
            subtitles = AS_MADE if name == CLEAN else name
            case = CONDITIONS[subtitles](recording)
            yield run_case(case, recording.name, subtitles, piecewise=subtitles in PIECEWISE)


def _in_background(recording: Recording, name: str) -> Case:
    background = BACKGROUNDS[name](len(recording.samples))
    return CONDITIONS[AS_MADE](mixed(recording, background, DECIBELS))


if __name__ == "__main__":
    main()
