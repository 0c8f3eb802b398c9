"""Who knows which language, as far as can be told before anything is heard."""

from __future__ import annotations

from pathlib import Path

import pytest

from cueweave.domain.engines import Engine, PocketSphinx, SpeechServer, Whisper, check_hears
from cueweave.errors import LanguageNotHeard

ENGLISH_ONLY: list[Engine] = [PocketSphinx(), Whisper("base.en", Path("base.en"), ())]
OF_MANY: list[Engine] = [
    Whisper("base", Path("base"), ()),
    SpeechServer("whisper-1", "http://localhost/v1", "sk-secret"),
]


@pytest.mark.parametrize("engine", ENGLISH_ONLY, ids=lambda engine: engine.name)
def test_an_engine_for_english_refuses_what_is_said_to_be_another_language(engine: Engine) -> None:
    for language in ("de", "pt-BR", "zh-Hans"):
        with pytest.raises(LanguageNotHeard, match="English only: send subtitles"):
            check_hears(engine, language)
    for known in (None, "en", "en-GB", "EN", "und"):
        check_hears(engine, known)


@pytest.mark.parametrize("engine", OF_MANY, ids=lambda engine: engine.name)
def test_others_are_asked(engine: Engine) -> None:
    for language in (None, "en", "de", "xx"):
        check_hears(engine, language)


def test_engines_are_told_apart_and_no_key_is_shown() -> None:
    assert len({engine.name for engine in ENGLISH_ONLY + OF_MANY}) == 4
    assert "secret" not in repr(OF_MANY) + "".join(engine.name for engine in OF_MANY)
