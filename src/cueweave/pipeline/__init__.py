"""The job, step by step; knows nothing of Redis, HTTP or tasks in a queue."""

from cueweave.pipeline.job import STEPS, Job, Limits, run
from cueweave.pipeline.inspect import Inspection, inspect

__all__ = ["STEPS", "Inspection", "Job", "Limits", "inspect", "run"]
