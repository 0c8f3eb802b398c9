"""What a day of many tasks needs: arithmetic from what was measured, and one cell of users through the simulator."""

from __future__ import annotations

import math
from dataclasses import dataclass
from random import Random

from row import Row
from scale_model import DAY, Cell, Limits, Outcome, by_day, poisson

from cueweave.work.cleanup import RECONCILE_SECONDS

KEPT_DAYS = 7
"""`CUEWEAVE_RESULT_TTL`."""
TB, GB, MB = 1e12, 1e9, 1e6


@dataclass(frozen=True, slots=True)
class Measured:
    """By `scale.py --check`, `--store` and `--work`; seconds are of a processor. docs/scaling.md has all of it."""

    work_fixed: float = 2.7
    """Seconds of a task however short its medium."""
    work_per_second: float = 0.022
    """Seconds a second of medium."""
    pick_up: float = 0.16
    store_commands: float = 115.0
    """Of a task, without the workers' looks at it while it is active."""
    look_commands: float = 12.2
    """Of a look at each active task; one worker at a time looks, every 2.5 seconds at the most."""
    store_seconds: float = 13e-6
    """Of a command."""
    store_bytes: float = 15_300.0
    """Of memory, of a task that is kept."""
    log_bytes: float = 10_800.0
    """Of a task."""
    idle_commands: float = 28.0
    """A second of each worker."""
    api_seconds: float = 0.033
    """Of a task, with the look into its upload."""
    poll_seconds: float = 0.001
    poll_commands: float = 1.4
    result_bytes: float = 480_000.0
    """Of pictures and result, however short the medium."""
    result_bytes_per_second: float = 420.0
    """Of more of them, a second of medium."""


@dataclass(frozen=True, slots=True)
class Assumed:
    """Of users nobody has seen yet: put yours in their place."""

    mean_seconds: float = 1800.0
    """Of a medium; lengths are log-normal."""
    spread: float = 0.8
    """Sigma of the logarithm: one in twenty is longer than 81 minutes."""
    bytes_per_second: float = 60_000.0
    """Of a medium: 216 MB an hour."""
    peak: float = 1.8
    """The busiest minute to the day's mean."""
    tasks_of_user: float = 10.0
    """A day."""
    poll_every: float = 3.0
    """Seconds, while a task is active."""
    plays: float = 1.0
    """How often a medium is fetched whole."""
    cell_tasks: int = 200_000
    """A day, of one store."""
    in_use: float = 0.5
    """How busy an API may be at the height of the day."""
    longest_wait: float = 60.0
    """Seconds, for 99 of 100 tasks."""


@dataclass(frozen=True, slots=True)
class Sized:
    """A cell that keeps the wait short."""

    places: int
    outcome: Outcome

    def busy(self) -> float:
        """The part of the day that a place works."""
        return sum(each.ended - each.begun for each in self.outcome.done) / (self.places * DAY)

    def mean_active(self) -> float:
        """Seconds from arrival to end."""
        return sum(each.ended - each.arrived for each in self.outcome.done) / len(self.outcome.done)


def sized(tasks: int, seen: Measured, users: Assumed) -> Sized:
    """The fewest places with which 99 of 100 tasks of a simulated day wait no longer than is wanted."""
    mean_work = seen.work_fixed + seen.work_per_second * users.mean_seconds
    places = max(1, math.floor(tasks / DAY * (mean_work + seen.pick_up)))
    while True:
        outcome = a_day(places, tasks, seen, users)
        if outcome.wait_within(0.99) <= users.longest_wait:
            return Sized(places, outcome)
        places = math.ceil(places * 1.04)


def a_day(places: int, tasks: int, seen: Measured, users: Assumed) -> Outcome:
    """A day of one cell; its limit lets ten tasks wait for each place."""
    chance = Random(1)  # noqa: S311 - the same day each time
    middle = math.log(users.mean_seconds) - users.spread**2 / 2
    rate = by_day(tasks, peak=users.peak)
    arrivals = poisson(
        rate,
        users.peak * tasks / DAY,
        until=DAY,
        users=max(1, round(tasks / users.tasks_of_user)),
        chance=Random(2),  # noqa: S311
    )
    return Cell(
        places,
        Limits(5, 10 * places),
        work=lambda: seen.work_fixed + seen.work_per_second * chance.lognormvariate(middle, users.spread),
        pick_up=lambda: seen.pick_up,
    ).run(arrivals)


def day_rows(tasks: int, seen: Measured | None = None, users: Assumed | None = None) -> list[Row]:
    """What a day of so many tasks needs, by parts."""
    seen, users = seen or Measured(), users or Assumed()
    cells = math.ceil(tasks / users.cell_tasks)
    cell = sized(round(tasks / cells), seen, users)
    return [
        Row("media", f"{tasks * users.mean_seconds / 3600:,.0f} h a day", f"{users.mean_seconds / 60:.0f} min each"),
        *_work_rows(cells, cell),
        *_store_rows(tasks / cells, cell, seen, users),
        *_api_rows(tasks / cells, cells, cell, seen, users),
        *_bytes_rows(tasks, seen, users),
    ]


def _work_rows(cells: int, cell: Sized) -> list[Row]:
    done, refused = len(cell.outcome.done), cell.outcome.refused.total()
    waits = f"99 of 100 wait at most {cell.outcome.wait_within(0.99):.0f} s, the mean {cell.outcome.mean_wait():.1f} s"
    return [
        Row("cells, each a store with its APIs and workers", f"{cells}", f"{done + refused:,} tasks a day each"),
        Row("places in a cell, simulated", f"{cell.places}", waits),
        Row("places in all", f"{cells * cell.places:,}", f"{100 * cell.busy():.0f}% of the day at work"),
        Row(
            "refused in a cell, of its tasks",
            f"{100 * refused / (done + refused):.2f}%",
            str(dict(cell.outcome.refused)),
        ),
        Row("active at once in a cell, at most", f"{cell.outcome.most_active}", "MAX_GLOBAL_CONCURRENT_TASKS"),
    ]


def _store_rows(tasks: float, cell: Sized, seen: Measured, users: Assumed) -> list[Row]:
    rate = users.peak * tasks / DAY
    polls = rate * cell.mean_active() / users.poll_every
    looks = cell.outcome.most_active * seen.look_commands / (RECONCILE_SECONDS / 2)
    idle = cell.places * seen.idle_commands
    commands = rate * seen.store_commands + polls * seen.poll_commands + looks + idle
    busy = f"{100 * commands * seen.store_seconds:.0f}% of a processor"
    return [
        Row("a cell's store at its height", f"{commands:,.0f} commands a second", busy),
        Row("of these, by looks at what is active", f"{looks:,.0f}", f"{idle:,.0f} more by waiting for work"),
        Row("its memory", f"{tasks * KEPT_DAYS * seen.store_bytes / GB:.1f} GB", f"{KEPT_DAYS} days kept"),
        Row("its log", f"{tasks * seen.log_bytes / MB:,.0f} MB a day", "before it is rewritten"),
    ]


def _api_rows(tasks: float, cells: int, cell: Sized, seen: Measured, users: Assumed) -> list[Row]:
    rate = users.peak * tasks / DAY
    polls = rate * cell.mean_active() / users.poll_every
    busy = rate * seen.api_seconds + polls * seen.poll_seconds
    apis = max(2, math.ceil(busy / users.in_use))
    return [
        Row("APIs in a cell", f"{apis}", f"{100 * busy:.0f}% of a processor at the height, {polls:.1f} polls a second"),
        Row("APIs in all", f"{apis * cells}", "two at least, so that one can go"),
    ]


def _bytes_rows(tasks: int, seen: Measured, users: Assumed) -> list[Row]:
    media = tasks * users.mean_seconds * users.bytes_per_second
    results = tasks * (seen.result_bytes + users.mean_seconds * seen.result_bytes_per_second)
    height = users.peak * 8 / DAY / GB
    return [
        Row("storage of media", f"{media * KEPT_DAYS / TB:,.0f} TB", f"{media / TB:.0f} TB a day for {KEPT_DAYS} days"),
        Row("storage of results and pictures", f"{results * KEPT_DAYS / TB:.1f} TB", f"{results / TB:.2f} TB a day"),
        Row("in, at the height", f"{media * height:.1f} Gbit/s", "uploads; workers read as much from storage"),
        Row(
            "out, at the height",
            f"{media * users.plays * height:.1f} Gbit/s",
            f"each medium played {users.plays:g} times",
        ),
    ]
