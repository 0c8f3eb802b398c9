"""What is known of an attempt's course."""

import time

from cueweave.domain.progress import Progress
from cueweave.domain.tasks import Stage
from cueweave.work.follow import Course


def test_the_stages_follow_one_another_without_a_gap() -> None:
    began = time.time()
    course = Course()
    for stage in (Stage.TRANSCRIBING, Stage.TRANSCRIBING, Stage.PROCESSING_LLM, Stage.ALIGNING):
        course.tell(Progress(stage, 10))
    first, second, third = course.stretches()
    assert [each.stage for each in (first, second, third)] == [
        Stage.TRANSCRIBING,
        Stage.PROCESSING_LLM,
        Stage.ALIGNING,
    ]
    assert began <= first.start <= first.end == second.start <= second.end == third.start <= third.end <= time.time()


def test_a_child_that_goes_to_and_fro_fills_no_memory() -> None:
    course = Course()
    for _ in range(1000):
        course.tell(Progress(Stage.TRANSCRIBING, 1))
        course.tell(Progress(Stage.ALIGNING, 1))
    assert len(course.stretches()) == 2


def test_an_attempt_that_told_nothing_was_in_no_stage() -> None:
    assert Course().stretches() == []
