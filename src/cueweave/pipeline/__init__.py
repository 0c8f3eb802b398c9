"""The job, step by step; knows nothing of Redis, HTTP or tasks in a queue."""

from cueweave.pipeline.inspect import Inspection, inspect
from cueweave.pipeline.job import STEPS, Job, Limits, run

__all__ = ["STEPS", "Inspection", "Job", "Limits", "inspect", "run"]
