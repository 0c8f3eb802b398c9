"""Shares of steps add up to a whole that only grows."""

import pytest
from hypothesis import given, strategies as st

from cueweave.domain.progress import Progress, Step, reporter
from cueweave.pipeline.job import STEPS, STEPS_WITH_MODEL


@pytest.mark.parametrize("steps", [STEPS, STEPS_WITH_MODEL])
def test_each_step_starts_where_the_one_before_ended(steps: tuple[Step, ...]) -> None:
    told: list[Progress] = []
    for step in steps:
        report = reporter(steps, step.name, told.append)
        report(0.0)
        report(1.0)
    percents = [progress.percent for progress in told]
    assert percents == sorted(percents)
    assert (percents[0], percents[-1]) == (0, 99)
    assert all(earlier == later for earlier, later in zip(percents[1:-1:2], percents[2::2], strict=True))


@given(st.sampled_from(STEPS), st.floats(-1, 2), st.floats(-1, 2))
def test_more_work_is_never_less_progress(step: Step, one: float, other: float) -> None:
    told: list[Progress] = []
    report = reporter(STEPS, step.name, told.append)
    report(min(one, other))
    report(max(one, other))
    assert 0 <= told[0].percent <= told[1].percent <= 99
