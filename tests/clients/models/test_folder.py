"""What lies in the folder of models is whole, or isn't taken."""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path

import pytest

from cueweave.clients.models.folder import (
    MANIFEST,
    fault_of,
    folder_of,
    git_blob,
    in_the_hubs_cache,
    names_in,
    where_links_lead,
    write_manifest,
)

FILES = ("model.bin", "config.json", "tokenizer.json", "vocabulary.txt")


def model(folder: Path) -> Path:
    folder.mkdir(parents=True)
    for name in FILES:
        (folder / name).write_text(f"this is {name}")
    write_manifest(folder, name=folder.name, repository="owner/name", revision="1")
    return folder


def test_whole_models_are_listed_and_nothing_else(tmp_path: Path) -> None:
    model(folder_of(tmp_path, "tiny"))
    model(folder_of(tmp_path, "owner/name"))
    model(tmp_path / ".small.part")
    (model(tmp_path / "short") / "model.bin").write_text("this")
    (model(tmp_path / "unsaid") / MANIFEST).unlink()
    assert names_in(tmp_path) == ["owner/name", "tiny"]
    assert names_in(tmp_path / "none") == []


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_missing_or_shorter_is_a_fault_at_a_glance(tmp_path: Path, name: str) -> None:
    folder = model(tmp_path / "tiny")
    assert fault_of(folder) == ""
    (folder / name).write_text("this")
    assert name in fault_of(folder)
    (folder / name).unlink()
    assert "not there" in fault_of(folder)


def test_another_byte_is_a_fault_for_whoever_is_thorough(tmp_path: Path) -> None:
    folder = model(tmp_path / "tiny")
    (folder / "model.bin").write_text("that is model.bin")
    assert fault_of(folder) == ""
    assert "model.bin" in fault_of(folder, thoroughly=True)


@pytest.mark.parametrize("said", ["", "[]", "{}", '{"files": []}', '{"files": {"model.bin": 3}}', "\xff"])
def test_a_manifest_that_means_nothing_is_a_fault(tmp_path: Path, said: str) -> None:
    folder = model(tmp_path / "tiny")
    (folder / MANIFEST).write_bytes(said.encode("latin-1"))
    assert MANIFEST in fault_of(folder)


def test_digests_are_those_of_git(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"some bytes")
    told = subprocess.run(["git", "hash-object", tmp_path / "file"], capture_output=True, text=True, check=True)
    assert git_blob(tmp_path / "file") == told.stdout.strip()


def test_a_model_in_the_hubs_own_cache_is_found_with_what_its_links_lead_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path))
    repository = tmp_path / "models--owner--name"
    snapshot, blobs = repository / "snapshots/abc", repository / "blobs"
    for folder in (snapshot, blobs, repository / "refs"):
        folder.mkdir(parents=True)
    (repository / "refs/main").write_text("abc")
    for name in FILES:
        blob = blobs / hashlib.sha256(name.encode()).hexdigest()
        blob.write_text(name)
        (snapshot / name).symlink_to(blob)
    assert in_the_hubs_cache("owner/name") == snapshot
    assert where_links_lead(snapshot) == (snapshot, blobs)
    (snapshot / "model.bin").unlink()
    assert in_the_hubs_cache("owner/name") is None
    assert in_the_hubs_cache("owner/other") is None
