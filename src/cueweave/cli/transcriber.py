"""What hears the words where no subtitles come along: what is set, else the best that is there."""

from __future__ import annotations

import os
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from cueweave.cli.servers import checked_key, checked_url, proxy_to
from cueweave.errors import SetupError

if TYPE_CHECKING:
    from cueweave.domain.engines import Engine, SpeechServer, Whisper
    from cueweave.settings import Settings

OPENAI = "https://api.openai.com/v1"
ITS_MODEL = "whisper-1"
"""Of OpenAI's models the one that times words; servers with a single model take any name."""
INSTALL = "pip install 'cueweave[whisper]'"
ROUGH = "It is rough and hears English only; docs/speech.md says how to have better."


@dataclass(frozen=True, slots=True)
class Choice:
    """An engine, and why it is that one."""

    engine: Engine
    because: str
    note: str | None = None
    """What to know about it."""


def chosen(settings: Settings) -> Choice:
    """What hears. Raises SetupError with what to do where what is set can't be had: no worse one is taken instead."""
    from cueweave.domain.engines import PocketSphinx

    told = "CUEWEAVE_TRANSCRIBER says so"
    match settings.transcriber:
        case "openai":
            return Choice(_server(settings), told)
        case "faster-whisper":
            return Choice(_whisper(settings), told)
        case "pocketsphinx":
            return Choice(PocketSphinx(), told, ROUGH)
    if settings.transcriber_base_url:
        return Choice(_server(settings), "CUEWEAVE_TRANSCRIBER_BASE_URL is set")
    if settings.transcriber_model:
        return Choice(_whisper(settings), "CUEWEAVE_TRANSCRIBER_MODEL is set")
    if not find_spec("faster_whisper"):
        return Choice(PocketSphinx(), "no server is set, and faster-whisper is not installed", ROUGH)
    if _best(settings) is None:
        return Choice(PocketSphinx(), f"no server is set, and no model is in {models_dir(settings)}", ROUGH)
    return Choice(_whisper(settings), f"the best model in {models_dir(settings)} for this machine")


def models_dir(settings: Settings) -> Path:
    """The folder of models; one of the user's own where none is set, the same wherever a command starts."""
    if settings.models_dir:
        return settings.models_dir.absolute()
    return Path(os.environ.get("XDG_DATA_HOME") or "~/.local/share").expanduser() / "cueweave/models"


def suited_model(settings: Settings) -> str:
    """The name of the model that suits this machine."""
    from cueweave.cli.serve import processors
    from cueweave.clients.models.catalog import suited_to

    memory = min(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE"), settings.child_memory_bytes)
    return suited_to(processors=processors(), memory=memory, cuda=_device(settings) == "cuda")


def _best(settings: Settings) -> str | None:
    from cueweave.clients.models.catalog import best_of
    from cueweave.clients.models.folder import names_in

    return best_of(names_in(models_dir(settings)), suited_model(settings))


def _whisper(settings: Settings) -> Whisper:
    from cueweave.cli.serve import processors
    from cueweave.clients.models.folder import where_links_lead
    from cueweave.domain.engines import Whisper

    if not find_spec("faster_whisper"):
        raise SetupError(f"faster-whisper is not installed: {INSTALL}.")
    name = settings.transcriber_model or _best(settings)
    if name is None:
        pull = f"`cueweave models pull {suited_model(settings)}`"
        raise SetupError(f"There is no speech model in {models_dir(settings)} (CUEWEAVE_MODELS_DIR): run {pull}.")
    folder = _folder(name, models_dir(settings))
    device = _device(settings)
    return Whisper(
        model=folder.name if folder == Path(name).expanduser().absolute() else name,
        folder=folder,
        reads=where_links_lead(folder),
        device=device,
        compute_type=_compute_type(settings, device),
        threads=processors(),
    )


def _folder(name: str, models: Path) -> Path:
    """Where the model is: a folder of that path, a name in the models' folder, or one that the hub's cache has."""
    from cueweave.clients.models.catalog import repository
    from cueweave.clients.models.folder import MANIFEST, fault_of, folder_of, in_the_hubs_cache

    if name.startswith((".", "/", "~")):
        folder = Path(name).expanduser().absolute()
        if fault := fault_of(folder):
            raise SetupError(f"CUEWEAVE_TRANSCRIBER_MODEL={name} is no model for faster-whisper: {fault}.")
        return folder
    folder, source = folder_of(models, name), repository(name)
    if source is None and not folder.is_dir():
        raise SetupError(
            f"CUEWEAVE_TRANSCRIBER_MODEL={name} is no model that is known: `cueweave models list` names some; "
            "write ./FOLDER for one of your own."
        )
    whole = (folder / MANIFEST).is_file() and not fault_of(folder)
    found = folder if whole else in_the_hubs_cache(source or "")
    if found is None:
        raise SetupError(
            f"The speech model {name} is not in {models}, or not whole: run `cueweave models pull {name}`."
        )
    return found


def _device(settings: Settings) -> Literal["cpu", "cuda"]:
    """Raises SetupError where a graphics card is wanted and none can be used."""
    wanted = settings.transcriber_device
    if wanted == "cpu":
        return "cpu"
    if Path("/dev/nvidiactl").exists() and find_spec("ctranslate2"):
        import ctranslate2

        if ctranslate2.get_cuda_device_count() > 0:
            return "cuda"
    if wanted == "cuda":
        raise SetupError("CUEWEAVE_TRANSCRIBER_DEVICE=cuda finds no card of NVIDIA's that can be used here.")
    return "cpu"


def _compute_type(settings: Settings, device: Literal["cpu", "cuda"]) -> str:
    """How numbers are kept: `int8` is quick and small on every CPU, `float16` on every card of the last years."""
    if settings.transcriber_compute_type != "auto":
        return settings.transcriber_compute_type
    return "int8" if device == "cpu" else "float16"


def _server(settings: Settings) -> SpeechServer:
    from cueweave.domain.engines import SpeechServer

    url = settings.transcriber_base_url
    address = checked_url("CUEWEAVE_TRANSCRIBER", url) if url else OPENAI
    # OpenAI's key goes to OpenAI only: another server has no claim to it
    secret = settings.transcriber_api_key or (None if url else settings.openai_api_key)
    if not url and not secret:
        raise SetupError(
            "CUEWEAVE_TRANSCRIBER=openai needs a server's address (CUEWEAVE_TRANSCRIBER_BASE_URL), or for OpenAI's own "
            "a key (OPENAI_API_KEY)."
        )
    return SpeechServer(
        model=settings.transcriber_model or ITS_MODEL,
        address=address,
        api_key=checked_key(secret, of="the speech server"),
        timeout=settings.transcriber_timeout,
        proxy=proxy_to(address, settings.transcriber_proxy, "CUEWEAVE_TRANSCRIBER_PROXY"),
    )
