"""A Cueweave of places that work, as events in time: who is let in, whose turn it is, how long each waits.

It knows of the real one what `store/lua/create.lua` (limits) and `store/lua/take.lua` (turns) do, and what it is told
about seconds. Work that is interrupted, and several workers at one sound, it doesn't know.
"""

from __future__ import annotations

import heapq
import itertools
import math
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from random import Random

FORGET_SECONDS = 3600.0
"""As in take.lua: whoever was served longer ago counts as never served."""
DAY = 86400.0
Seconds = Callable[[], float]
"""How long the next one takes."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """Somebody hands something in."""

    time: float
    user: str


@dataclass(frozen=True, slots=True)
class Limits:
    """Active tasks, waiting or worked on."""

    per_user: int = 5
    in_all: int = 20


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one that was let in."""

    user: str
    arrived: float
    begun: float
    ended: float

    @property
    def wait(self) -> float:
        """Seconds until a worker had it."""
        return self.begun - self.arrived


@dataclass(slots=True)
class Outcome:
    """Of a whole run."""

    done: list[Done] = field(default_factory=list)
    refused: Counter[str] = field(default_factory=Counter)
    """By whose limit it was: `user` or `server`."""
    most_active: int = 0

    def makespan(self) -> float:
        """Seconds from the first arrival to the last end."""
        return max(each.ended for each in self.done) - min(each.arrived for each in self.done)

    def mean_wait(self, user: str | None = None) -> float:
        """Of all, or of one user's."""
        waits = [each.wait for each in self.done if user in (None, each.user)]
        return sum(waits) / len(waits)

    def wait_within(self, share: float) -> float:
        """So large a share of them waited no longer than this."""
        waits = sorted(each.wait for each in self.done)
        return waits[min(math.ceil(share * len(waits)), len(waits)) - 1]


class Cell:
    """One store with its places (workers times `--concurrency`)."""

    def __init__(self, places: int, limits: Limits, *, work: Seconds, pick_up: Seconds) -> None:
        """`work`: seconds of one task; `pick_up`: from a place and a task being there until the work begins."""
        self._free = places
        self._limits = limits
        self._work, self._pick_up = work, pick_up
        self._waiting: dict[str, deque[tuple[int, float]]] = {}
        """Of each user the waiting ones, by their number and when they came, oldest first."""
        self._running: Counter[str] = Counter()
        self._active: Counter[str] = Counter()
        self._all_active = 0
        self._served: dict[str, float] = {}
        self._ends: list[tuple[float, int, Done]] = []
        self._count = itertools.count()
        self._outcome = Outcome()

    def run(self, arrivals: Iterable[Arrival]) -> Outcome:
        """Let them arrive, in the order of their times, and work until nothing is left."""
        for arrival in arrivals:
            self._until(arrival.time)
            self._arrive(arrival)
        self._until(math.inf)
        return self._outcome

    def _until(self, time: float) -> None:
        while self._ends and self._ends[0][0] <= time:
            now, _, done = heapq.heappop(self._ends)
            self._free += 1
            self._running[done.user] -= 1
            self._active[done.user] -= 1
            self._all_active -= 1
            self._outcome.done.append(done)
            self._take(now)

    def _arrive(self, arrival: Arrival) -> None:
        if self._active[arrival.user] >= self._limits.per_user:
            self._outcome.refused["user"] += 1
        elif self._all_active >= self._limits.in_all:
            self._outcome.refused["server"] += 1
        else:
            self._active[arrival.user] += 1
            self._all_active += 1
            self._outcome.most_active = max(self._outcome.most_active, self._all_active)
            self._waiting.setdefault(arrival.user, deque()).append((next(self._count), arrival.time))
            self._take(arrival.time)

    def _take(self, now: float) -> None:
        while self._free and self._waiting:
            user = min(self._waiting, key=lambda each: self._turn(each, now))
            number, arrived = self._waiting[user].popleft()
            if not self._waiting[user]:
                del self._waiting[user]
            begun = now + self._pick_up()
            self._free -= 1
            self._running[user] += 1
            self._served[user] = now
            ended = begun + self._work()
            heapq.heappush(self._ends, (ended, number, Done(user, arrived, begun, ended)))

    def _turn(self, user: str, now: float) -> tuple[int, float, int]:
        """As in take.lua: the fewest running, then served longest ago, then the oldest."""
        served = self._served.get(user, -math.inf)
        return (
            self._running[user],
            served if now - served <= FORGET_SECONDS else -math.inf,
            self._waiting[user][0][0],
        )


def poisson(
    rate: Callable[[float], float], most: float, *, until: float, users: int, chance: Random
) -> Iterator[Arrival]:
    """Arrivals of so many a second at each time, never more than `most`, from any of so many users."""
    time = 0.0
    while (time := time + chance.expovariate(most)) < until:
        if chance.random() * most < rate(time):
            yield Arrival(time, f"user-{chance.randrange(users)}")


def by_day(tasks: float, *, peak: float) -> Callable[[float], float]:
    """Arrivals a second at each time of a day with so many tasks; at its height `peak` times the day's mean."""

    def rate(time: float) -> float:
        return tasks / DAY * (1 + (peak - 1) * -math.cos(2 * math.pi * time / DAY))

    return rate
