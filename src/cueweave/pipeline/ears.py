"""The engine with which a job hears."""

from cueweave.pipeline.hearing import Ear
from cueweave.stages.transcribe import transcriber


def ear_for(language: str | None) -> Ear:
    """For what is spoken, as ISO 639-1; None where nobody told. The same for all who hear one medium."""
    return Ear("pocketsphinx", transcriber("pocketsphinx"), language, single_core=True)
