"""How the shares of single steps add up to the whole number from 0 to 100 that users see."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from cueweave.domain.tasks import Stage


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the job; `weight` is its part of the whole in percent."""

    name: str
    stage: Stage
    weight: float


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the whole job is."""

    stage: Stage
    percent: int


def part(report: Callable[[float], None], start: float, stop: float) -> Callable[[float], None]:
    """A function that takes the share of a part (0.0 to 1.0), which is from `start` to `stop` of the whole."""
    return partial(_report_part, report, start, stop)


def _report_part(report: Callable[[float], None], start: float, stop: float, share: float) -> None:
    report(start + (stop - start) * share)


def reporter(steps: tuple[Step, ...], name: str, tell: Callable[[Progress], None]) -> Callable[[float], None]:
    """A function that takes the share of the named step (0.0 to 1.0) and tells how far the whole job is.

    100 is never told from here: a job is at 100 when its result is kept.
    """
    at = next(index for index, step in enumerate(steps) if step.name == name)
    before = sum(step.weight for step in steps[:at])
    total = sum(step.weight for step in steps)
    step = steps[at]

    def report(share: float) -> None:
        done = before + step.weight * min(max(share, 0.0), 1.0)
        tell(Progress(stage=step.stage, percent=min(int(100 * done / total), 99)))

    return report
