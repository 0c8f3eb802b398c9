"""The folder of models: what is in it, and whether it is whole."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

MANIFEST = "cueweave.json"
"""Written last, into a model's folder: its files with their sizes and SHA-256."""
NEEDED = ("model.bin", "config.json", "tokenizer.json")
"""Without a tokenizer of its own faster-whisper would fetch one from the hub."""


def folder_of(models_dir: Path, name: str) -> Path:
    """Where a model of that name lies, or would; `owner/name` of the hub makes one folder."""
    return models_dir / name.replace("/", "--")


def names_in(models_dir: Path) -> list[str]:
    """Which models are there, whole by the look of them, sorted; hidden folders are downloads under way."""
    try:
        folders = sorted(path for path in models_dir.iterdir() if not path.name.startswith("."))
    except OSError:
        return []
    return [path.name.replace("--", "/") for path in folders if (path / MANIFEST).is_file() and not fault_of(path)]


def write_manifest(folder: Path, *, name: str, repository: str, revision: str) -> None:
    """Say what belongs to the model in this folder. Digests are made of what is there."""
    files = {
        path.relative_to(folder).as_posix(): {"size": path.stat().st_size, "sha256": sha256(path)}
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }
    about = {"name": name, "repository": repository, "revision": revision, "files": files}
    half = folder / f".{MANIFEST}"
    half.write_text(json.dumps(about, indent=1) + "\n")
    half.replace(folder / MANIFEST)


def fault_of(folder: Path, *, thoroughly: bool = False) -> str:
    """What is wrong with a model, in a few words; empty where it is whole.

    Sizes are always compared with the manifest, digests where asked to be thorough. A folder without a manifest was
    brought by the operator: only what loading needs must be there.
    """
    missing = [name for name in NEEDED if not (folder / name).is_file()]
    if missing or not any(folder.glob("vocabulary.*")):
        return f"{missing[0] if missing else 'its vocabulary'} is not there"
    if not (folder / MANIFEST).is_file():
        return ""
    try:
        files: Mapping[str, Any] = json.loads((folder / MANIFEST).read_bytes())["files"]
        differs = [name for name, file in files.items() if _differs(folder / name, file, thoroughly=thoroughly)]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return f"{MANIFEST} can't be read"
    return f"{differs[0]} is not what was fetched" if differs else ""


def _differs(path: Path, file: Mapping[str, Any], *, thoroughly: bool) -> bool:
    if not path.is_file() or path.stat().st_size != file["size"]:
        return True
    return thoroughly and sha256(path) != file["sha256"]


def size_of(folder: Path) -> int:
    """Bytes of its files."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def sha256(path: Path) -> str:
    """Of a file, as hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def git_blob(path: Path) -> str:
    """The id that git gives a file, by which the hub names its small ones."""
    digest = hashlib.sha1(usedforsecurity=False)
    digest.update(b"blob %d\0" % path.stat().st_size)
    digest.update(path.read_bytes())
    return digest.hexdigest()


def where_links_lead(folder: Path) -> tuple[Path, ...]:
    """The folder itself, and folders that links in it lead to: the hub's own cache is made of links."""
    targets = {path.resolve().parent for path in folder.iterdir()} if folder.is_dir() else set()
    return (folder, *sorted(targets - {folder.resolve()}))


def in_the_hubs_cache(repository: str) -> Path | None:
    """A whole model in the hub's own cache, where other programs leave them; None where there is none."""
    home = os.environ.get("XDG_CACHE_HOME", "~/.cache")
    cache = os.environ.get("HF_HUB_CACHE") or f"{os.environ.get('HF_HOME', f'{home}/huggingface')}/hub"
    known = Path(cache).expanduser() / f"models--{repository.replace('/', '--')}"
    try:
        folder = known / "snapshots" / (known / "refs/main").read_text().strip()
    except OSError:
        return None
    return folder if folder.is_dir() and not fault_of(folder) else None
