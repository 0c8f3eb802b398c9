"""Fetching a model from the hub, so that half of it is never taken for the whole."""

from __future__ import annotations

import fcntl
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import partial
from pathlib import Path
from typing import Any

from cueweave.clients.models.catalog import repository
from cueweave.clients.models.folder import MANIFEST, fault_of, folder_of, git_blob, sha256, write_manifest
from cueweave.errors import HubUnavailable, SetupError

WANTED = ("model.bin", "config.json", "preprocessor_config.json", "tokenizer.json", "vocabulary.*")
SECONDS = 30.0
"""For an answer to begin."""
Tell = Callable[[str, float], None]
"""Takes what is being done, and how many percent of it are."""


@dataclass(frozen=True, slots=True)
class File:
    """A file of a model, as the hub describes it."""

    name: str
    size: int
    sha256: str
    """Empty for a small file, which has the other one."""
    git_blob: str

    def is_at(self, path: Path) -> bool:
        """Whether that is this file, whole."""
        if not path.is_file() or path.stat().st_size != self.size:
            return False
        return sha256(path) == self.sha256 if self.sha256 else git_blob(path) == self.git_blob


@dataclass(frozen=True, slots=True)
class Listing:
    """A model, as the hub describes it."""

    repository: str
    revision: str
    files: tuple[File, ...]


def pull(name: str, models_dir: Path, tell: Tell) -> Path:
    """The folder of the model, fetched unless it is there; files that an earlier pull fetched whole are kept.

    Only one pull of a model runs at a time on one folder. Raises HubUnavailable, or SetupError where the name is none
    or the folder can't take it.
    """
    source = repository(name)
    if source is None:
        raise SetupError(
            f"There is no model {name!r}: `cueweave models list` names some; OWNER/NAME is one of the hub's."
        )
    away = _network_errors()
    folder = folder_of(models_dir, name)
    try:
        models_dir.mkdir(parents=True, exist_ok=True)
        with _alone(models_dir / f".{folder.name}.lock", tell):
            if folder.is_dir() and not (folder / MANIFEST).is_file():
                raise SetupError(f"At {folder} is something that no pull has left: move it away, then pull again.")
            if not folder.is_dir() or fault_of(folder, thoroughly=True):
                _fetch(name, source, folder, tell)
    except away as error:
        raise HubUnavailable(_away(name, models_dir, error)) from error
    except OSError as error:
        raise SetupError(f"The model can't be written to {models_dir}: {error.strerror or error}.") from error
    return folder


@contextmanager
def _alone(lock: Path, tell: Tell) -> Iterator[None]:
    """Hold the lock; it ends with the process that holds it, however that ends."""
    with lock.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            tell("waiting", 0)
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _fetch(name: str, source: str, folder: Path, tell: Tell) -> None:
    part = folder.with_name(f".{folder.name}.part")
    listing = _listing(source)
    part.mkdir(exist_ok=True)
    for half in part.rglob("*.incomplete"):
        half.unlink()  # of a pull that was killed; the library begins a file anew under another name
    whole = sum(file.size for file in listing.files) or 1
    missing = whole - sum(path.stat().st_size for path in part.rglob("*") if path.is_file())
    if missing > shutil.disk_usage(part).free:
        raise SetupError(f"The model {name} needs {missing / 1e9:.1f} GB more than are free at {folder.parent}.")
    done = 0
    for file in listing.files:
        _fetch_file(listing, file, part, partial(_tell_share, tell, done, whole))
        done += file.size
    tell("checking", 100)
    wrong = [file.name for file in listing.files if not file.is_at(part / file.name)]
    if wrong:
        shutil.rmtree(part)
        raise HubUnavailable(f"The hub sent another {wrong[0]} than it announces; none of it is kept. Try again later.")
    shutil.rmtree(part / ".cache", ignore_errors=True)
    write_manifest(part, name=name, repository=source, revision=listing.revision)
    shutil.rmtree(folder, ignore_errors=True)
    part.rename(folder)


def _tell_share(tell: Tell, before: int, whole: int, more: int) -> None:
    tell("fetching", 100 * (before + more) / whole)


def _listing(source: str) -> Listing:
    from huggingface_hub import HfApi
    from huggingface_hub.errors import RepositoryNotFoundError

    try:
        about = HfApi().model_info(source, files_metadata=True, timeout=SECONDS)
    except RepositoryNotFoundError:
        raise SetupError(f"The hub has no model {source}, or wants to know who asks (HF_TOKEN).") from None
    files = tuple(
        File(each.rfilename, each.size or 0, each.lfs.sha256 if each.lfs else "", each.blob_id or "")
        for each in about.siblings or ()
        if "/" not in each.rfilename and any(fnmatch(each.rfilename, pattern) for pattern in WANTED)
    )
    if "model.bin" not in {file.name for file in files}:
        raise SetupError(f"{source} is no model for faster-whisper: it has no model.bin (CTranslate2's form).")
    return Listing(source, about.sha or "main", files)


def _fetch_file(listing: Listing, file: File, part: Path, told: Callable[[int], None]) -> None:
    from huggingface_hub import hf_hub_download
    from tqdm import tqdm

    class Meter(tqdm):
        """The library's way to tell how far it is; shows nothing."""

        def __init__(self, *args: Any, **named: Any) -> None:
            super().__init__(*args, **{**named, "disable": True})
            self.bytes = int(named.get("initial") or 0)

        def update(self, n: float | None = 1) -> None:
            self.bytes += int(n or 0)
            told(self.bytes)

    hf_hub_download(listing.repository, file.name, revision=listing.revision, local_dir=part, tqdm_class=Meter)


def _network_errors() -> tuple[type[Exception], ...]:
    try:
        import httpx2
        from huggingface_hub import errors as theirs
    except ImportError:
        raise SetupError("Models need a library that is not there: pip install 'cueweave[whisper]'.") from None
    known = (
        theirs.HfHubHTTPError,
        theirs.LocalEntryNotFoundError,
        theirs.OfflineModeIsEnabled,
        theirs.FileMetadataError,
    )
    return (httpx2.HTTPError, *known)


def _away(name: str, models_dir: Path, error: Exception) -> str:
    folder = folder_of(models_dir, name)
    return (
        f"The hub can't be reached ({type(error).__name__}). On a machine that can, run "
        f"`cueweave models pull {name} --to models`, then copy the folder models/{folder.name} to {folder}."
    )
