"""Who hears the words where no subtitles come along, as values that travel to where they work."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from cueweave.domain.languages import primary_language
from cueweave.errors import LanguageNotHeard

ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class PocketSphinx:
    """Comes with every install; rough, and English only."""

    @property
    def name(self) -> str:
        """For people, and to tell what one engine heard from what another did."""
        return "pocketsphinx"

    @property
    def knows_english_only(self) -> bool:
        """Whatever is spoken, English words come out."""
        return True


@dataclass(frozen=True, slots=True)
class Whisper:
    """faster-whisper, with a model that lies on this machine."""

    model: str
    """What the operator calls it."""
    folder: Path
    """Where it is, checked or not."""
    reads: tuple[Path, ...]
    """What must be readable to load it: its folder, and where links in there lead."""
    device: Literal["cpu", "cuda"] = "cpu"
    compute_type: str = "int8"
    threads: int = 1
    """On a CPU; a GPU needs none."""

    @property
    def name(self) -> str:
        """For people, and to tell what one engine heard from what another did."""
        return f"faster-whisper {self.model} ({self.compute_type}, {self.device})"

    @property
    def knows_english_only(self) -> bool:
        """As the names of such models say; one that lies about it is found out when it is loaded."""
        return self.model.endswith(".en")


@dataclass(frozen=True, slots=True)
class SpeechServer:
    """A server that answers `/audio/transcriptions` as OpenAI's does."""

    model: str
    address: str
    """Of the API, `/v1` included where it has that."""
    api_key: str = field(default="", repr=False)
    """Empty where the server wants none."""
    timeout: float = 600.0
    """Seconds for one try of one request, which holds up to two minutes of sound."""
    proxy: str = field(default="", repr=False)
    """The proxy on the way there, which may hold a password; empty: none, whatever the environment says."""

    @property
    def name(self) -> str:
        """For people, and to tell what one engine heard from what another did."""
        return f"openai {self.model} at {self.address}"

    @property
    def knows_english_only(self) -> bool:
        """Nobody here knows what it knows."""
        return False


Engine = PocketSphinx | Whisper | SpeechServer
AT_HAND: Engine = PocketSphinx()
"""What hears where nobody chose."""


def check_hears(engine: Engine, language: str | None) -> None:
    """Raises LanguageNotHeard where it is known that this engine doesn't know what is spoken (a tag, or None)."""
    spoken = primary_language(language) if language else None
    if spoken not in (None, ENGLISH) and engine.knows_english_only:
        raise LanguageNotHeard(
            f"Without subtitles {_title(engine)} would have to hear this, and it hears English only: send subtitles "
            "along, or let the operator give Cueweave another engine (docs/speech.md)."
        )


def _title(engine: Engine) -> str:
    return "PocketSphinx" if isinstance(engine, PocketSphinx) else f"the model {engine.model}"
