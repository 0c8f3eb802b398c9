"""The steps of the job, and how much of the whole each is."""

from dataclasses import replace

from cueweave.domain.progress import Step
from cueweave.domain.tasks import Stage

STEPS = (
    Step("decode", Stage.TRANSCRIBING, 15),
    Step("speech", Stage.TRANSCRIBING, 5),
    Step("fit", Stage.TRANSCRIBING, 5),
    Step("slides", Stage.PROCESSING_LLM, 15),
    Step("language", Stage.PROCESSING_LLM, 5),
    Step("align", Stage.ALIGNING, 55),
)
STEPS_WITH_MODEL = tuple(replace(step, weight=40) if step.name == "language" else step for step in STEPS)
"""How long a model takes is anybody's guess; where it is quick, the number jumps."""
HEARD = {"decode": 4.0, "fit": 60.0, "align": 1.0}
"""Weights that differ where no subtitles came along: hearing takes longest, and sifting aligns the words."""
SIFT = Step("sift", Stage.TRANSCRIBING, 15)
VOICES = Step("voices", Stage.TRANSCRIBING, 10)
PAGES, MATCH = Step("pages", Stage.TRANSCRIBING, 8), Step("match", Stage.PROCESSING_LLM, 4)


def steps_of(*, has_subtitles: bool, asks_model: bool, tells_voices: bool, has_pages: bool = False) -> tuple[Step, ...]:
    """The steps of a job, in order."""
    steps = STEPS_WITH_MODEL if asks_model else STEPS
    more = [VOICES] if tells_voices else []
    if not has_subtitles:
        steps = tuple(replace(step, weight=HEARD.get(step.name, step.weight)) for step in steps)
        more = [SIFT, *more]
    at = [step.name for step in steps].index("fit") + 1
    steps = (*steps[:at], *more, *steps[at:])
    if not has_pages:
        return steps
    at = [step.name for step in steps].index("slides") + 1
    return (PAGES, *steps[:at], MATCH, *steps[at:])
