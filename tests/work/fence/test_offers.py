"""What this kernel lacks is said, never passed over."""

from __future__ import annotations

import os

import pytest
from structlog.testing import capture_logs

from cueweave.work.fence import calls, files, offers
from cueweave.work.fence.ground import Ground
from cueweave.work.fence.trial import LOOKING, WORKING


def fences() -> set[str]:
    return {gap.fence for gap in offers.gaps()}


@pytest.fixture(autouse=True)
def _a_good_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "ABI", 7)
    monkeypatch.setattr(calls, "available", lambda: True)
    monkeypatch.setattr(offers, "is_root", lambda: False)


def test_a_good_machine_has_no_gap() -> None:
    assert fences() == set()


@pytest.mark.parametrize(
    ("version", "missing"),
    [(0, {"files", "signals", "ports"}), (3, {"signals", "ports"}), (4, {"signals"}), (6, set())],
)
def test_an_older_landlock_leaves_gaps(monkeypatch: pytest.MonkeyPatch, version: int, missing: set[str]) -> None:
    monkeypatch.setattr(files, "ABI", version)
    assert fences() == missing


def test_without_seccomp_every_fence_that_needs_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calls, "available", lambda: False)
    assert fences() == {"network", "processes", "programs", "group"}


def test_for_root_nobody_counts_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offers, "is_root", lambda: True)
    assert fences() == {"crowd"}


def test_every_gap_is_one_of_the_fences_that_are_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "ABI", 0)
    monkeypatch.setattr(calls, "available", lambda: False)
    assert fences() <= set(LOOKING | WORKING)


def test_gaps_are_logged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "ABI", 0)
    with capture_logs() as lines:
        offers.tell_gaps()
    assert [(line["fence"], line["log_level"]) for line in lines] == [
        ("files", "warning"),
        ("signals", "warning"),
        ("ports", "warning"),
    ]


@pytest.mark.parametrize("close", [files.close, calls.close])
def test_a_fence_that_the_kernel_does_not_have_is_left_out(
    close: object, monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    monkeypatch.setattr(files, "ABI", 0)
    monkeypatch.setattr(calls, "available", lambda: False)
    assert callable(close)
    close(Ground(tmp_path, 1, 1))  # type: ignore[arg-type]  # not looked at
    assert os.listdir("/")  # noqa: PTH208 - nothing is closed
