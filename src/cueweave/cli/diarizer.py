"""The model of speakers' voices that settings name, if they name one."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from cueweave.errors import SetupError

if TYPE_CHECKING:
    from cueweave.settings import Settings

TRIAL = "import sys; from cueweave.stages.speakers.voiceprints import try_model; try_model(sys.argv[1])"
SECONDS = 60.0
SEE = "docs/heard-words.md says what it must be."


def voice_model(settings: Settings) -> Path | None:
    """The file; None where none is set. Raises SetupError with a sentence that names the setting."""
    if not settings.diarizer or not settings.diarizer.name:
        return None
    model = settings.diarizer.resolve()
    if not model.is_file():
        raise SetupError(f"CUEWEAVE_DIARIZER names no file: {model}. {SEE}")
    if find_spec("sherpa_onnx") is None:
        raise SetupError("CUEWEAVE_DIARIZER needs a library that is not there: pip install 'cueweave[speakers]'.")
    if not _works(model):
        raise SetupError(f"CUEWEAVE_DIARIZER names a file that is no model of voices for sherpa-onnx: {model}. {SEE}")
    return model


def _works(model: Path) -> bool:
    """Tried in a process of its own: the library ends the process, or worse, for a model that lacks its facts."""
    command = [sys.executable, "-c", TRIAL, str(model)]
    try:
        return subprocess.run(command, capture_output=True, timeout=SECONDS, check=False).returncode == 0  # noqa: S603 - our own interpreter
    except subprocess.TimeoutExpired:
        return False
