"""The engine that was chosen becomes the ear that the job listens with."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from cueweave.domain.engines import Engine, PocketSphinx, SpeechServer, Whisper
from cueweave.errors import LanguageNotHeard
from cueweave.pipeline.engines import ear

ENGINES: list[Engine] = [PocketSphinx(), Whisper("base", Path("base"), ()), SpeechServer("any", "http://localhost/v1")]


@pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine.name)
def test_an_ear_has_its_engines_name_and_can_be_pickled(engine: Engine) -> None:
    found = ear(engine, "en")
    assert (found.name, found.language) == (engine.name, "en")
    assert pickle.loads(pickle.dumps(found)).name == engine.name  # noqa: S301


def test_an_ear_for_english_is_none_for_another_language() -> None:
    with pytest.raises(LanguageNotHeard):
        ear(PocketSphinx(), "de")
