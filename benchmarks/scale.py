"""From what one machine was seen to do to what many would; docs/scaling.md says more."""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parent))

from row import Row, print_machine, print_row, print_table
from scale_day import day_rows
from scale_measured import HEAVY, LIGHT, LIMITS, Cost, Measured, measured
from scale_model import Cell, Outcome
from scale_store import store_rows
from scale_work import work_rows

TRIES = 200
"""Simulated bursts, whose mean is told."""
MOST_OFF = 0.10
MIB = 1024**2


def check() -> bool:
    """Whether the simulated burst is within a tenth of the real one, with one worker and with two."""
    one, two = measured(1), measured(2)
    print_table([])
    off = [each for workers, real in ((1, one), (2, two)) for each in _compare(workers, real, one.pick_ups)]
    for row in cost_rows(two.cost):
        print_row(row)
    in_order, drawn = max(each for each, _ in off), max(each for _, each in off)
    print(f"\nfurthest off: {100 * in_order:.1f}% (at most {100 * MOST_OFF:.0f}%); drawn at random {100 * drawn:.1f}%")
    return in_order <= MOST_OFF


def simulated(workers: int, real: Measured, pick_ups: list[float], *, in_order: bool) -> list[Outcome]:
    """The same arrivals, and pick-ups drawn from those of a burst with one worker.

    `in_order`: the first task that is begun takes as long as the first one really did, and so on. Otherwise the work is
    drawn at random, as it must be for a day that nobody has seen.
    """
    chance = Random(1)  # noqa: S311 - drawn alike each time
    outcomes = []
    for _ in range(TRIES):
        course = iter(real.works) if in_order else iter(lambda: chance.choice(real.works), None)
        cell = Cell(workers, LIMITS, work=course.__next__, pick_up=lambda: chance.choice(pick_ups))
        outcomes.append(cell.run(real.arrivals))
    return outcomes


def _compare(workers: int, real: Measured, pick_ups: list[float]) -> list[tuple[float, float]]:
    """How far off each is: with the work in order, and drawn."""
    told: dict[str, Callable[[Outcome], float]] = {
        "from the first arrival to the last end": Outcome.makespan,
        "mean wait": Outcome.mean_wait,
        f"mean wait of the user with {HEAVY} tasks": lambda outcome: outcome.mean_wait("heavy"),
        f"mean wait of the {LIGHT} users with few": lambda outcome: statistics.fmean(
            done.wait for done in outcome.done if done.user != "heavy"
        ),
    }
    tries = [simulated(workers, real, pick_ups, in_order=each) for each in (True, False)]
    off = []
    for what, of in told.items():
        seen = of(real.outcome)
        in_order, drawn = (statistics.fmean(map(of, each)) / seen - 1 for each in tries)
        beside = f"simulated {seen * (1 + in_order):.2f} s, {100 * in_order:+.1f}%; drawn {100 * drawn:+.1f}%"
        print_row(Row(f"{workers} at work: {what}", f"{seen:.2f} s", beside))
        off.append((abs(in_order), abs(drawn)))
    works = real.works
    spread = f"work {statistics.fmean(works):.2f} s, {min(works):.2f} to {max(works):.2f}"
    print_row(Row(f"{workers} at work: a task", spread, f"pick-up {1000 * statistics.fmean(real.pick_ups):.0f} ms"))
    return off


def cost_rows(cost: Cost) -> list[Row]:
    """What each part spends."""
    return [
        Row(
            "a task: commands of the store, looks included",
            f"{cost.commands:.0f}",
            f"idle: {cost.idle_commands:.0f} a second",
        ),
        Row("a command: processor of the store", f"{1e6 * cost.store_seconds:.0f} µs", ""),
        Row("a task: bytes of the store's log; kept in memory", f"{cost.log_bytes:.0f}; {cost.store_bytes:.0f}", ""),
        Row("a task: processor of the API, with the look into the upload", f"{1000 * cost.api_seconds:.0f} ms", ""),
        Row("a status: commands of the store", f"{cost.poll_commands:.1f}", ""),
        Row("a status: processor of the API", f"{1000 * cost.poll_seconds:.1f} ms", ""),
        Row("memory of an API, of a worker", f"{cost.api_memory / MIB:.0f}, {cost.worker_memory / MIB:.0f} MiB", ""),
    ]


def main() -> int:
    """The exit code: 1 where the check fails."""
    parser = argparse.ArgumentParser(description=__doc__)
    choice = parser.add_mutually_exclusive_group(required=True)
    choice.add_argument("--check", action="store_true", help="hold the simulator against bursts on real workers")
    choice.add_argument("--work", action="store_true", help="measure what media of several lengths cost")
    choice.add_argument("--store", action="store_true", help="count what workers ask of the store beside their tasks")
    choice.add_argument("--day", type=int, metavar="TASKS", help="what so many tasks a day need")
    chosen = parser.parse_args()
    print_machine()
    if chosen.check:
        return 0 if check() else 1
    if chosen.store:
        print_table(store_rows())
    elif chosen.work:
        with tempfile.TemporaryDirectory(prefix="cueweave-work-") as name:
            print_table(work_rows(Path(name)))
    else:
        print_table(day_rows(chosen.day))
    return 0


if __name__ == "__main__":
    sys.exit(main())
