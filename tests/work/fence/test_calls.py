"""The filter of system calls, read as the kernel reads it."""

from __future__ import annotations

import errno
import socket
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from cueweave.work.fence import calls
from cueweave.work.fence.ground import Ground
from cueweave.work.fence.numbers import AUDIT_ARCHITECTURES, numbers

LOOK = Ground(Path("/"), 1, 1)
WORK = Ground(Path("/"), 1, 1, forks=True)
MODEL = Ground(Path("/"), 1, 1, forks=True, ports=(443,))
X86 = AUDIT_ARCHITECTURES["x86_64"]
KNOWN = numbers("x86_64")
ALLOWED = 0


@pytest.fixture(autouse=True)
def _on_x86(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calls, "ARCHITECTURE", X86)
    monkeypatch.setattr("platform.machine", lambda: "x86_64")


def verdict(ground: Ground, number: int, *arguments: int, architecture: int = X86) -> int:
    """The error that the call ends in; 0: none. A small machine for BPF, as RFC 9669's ancestor had it."""
    program = calls.program(forks=ground.forks, networked=bool(ground.ports))
    words = {calls.NUMBER: number, calls.OF_WHICH: architecture}
    for index in range(6):
        value = arguments[index] if index < len(arguments) else 0
        words |= {calls.ARGUMENTS + 8 * index: value & 0xFFFFFFFF, calls.ARGUMENTS + 8 * index + 4: value >> 32}
    return _run(program, words)


def _run(program: Sequence[calls.Instruction], words: dict[int, int]) -> int:
    held, at = 0, 0
    while True:
        code, true, false, operand = program[at]
        at += 1
        match code:
            case calls.LOAD:
                held = words[operand]
            case calls.RETURN:
                return operand & 0xFFFF if operand != calls.ALLOW else ALLOWED
            case calls.EQUAL:
                at += true if held == operand else false
            case calls.AT_LEAST:
                at += true if held >= operand else false
            case calls.ANY_BIT:
                at += true if held & operand else false


@pytest.mark.parametrize("ground", [LOOK, WORK, MODEL])
@pytest.mark.parametrize("name", calls.NEVER)
def test_what_is_never_needed_is_refused(ground: Ground, name: str) -> None:
    assert verdict(ground, KNOWN[name]) == errno.EPERM


@given(number=st.integers(0, 500), arguments=st.lists(st.integers(0, 2**64 - 1), max_size=6))
def test_whoever_may_do_less_is_refused_all_that_others_are(number: int, arguments: list[int]) -> None:
    if verdict(MODEL, number, *arguments) == errno.EPERM:
        assert verdict(WORK, number, *arguments) == errno.EPERM
    if verdict(WORK, number, *arguments) == errno.EPERM:
        assert verdict(LOOK, number, *arguments) == errno.EPERM


@given(number=st.integers(0, 500))
def test_all_other_calls_are_allowed(number: int) -> None:
    if number not in KNOWN.values():
        assert verdict(LOOK, number) == ALLOWED


@given(number=st.integers(0, 2**32 - 1), architecture=st.sampled_from([0x40000003, 0xC00000B7, 0]))
def test_calls_by_another_way_into_the_kernel_are_refused(number: int, architecture: int) -> None:
    assert verdict(MODEL, number, architecture=architecture) == errno.EPERM
    assert verdict(MODEL, number | calls.OTHER_NUMBERS) == errno.EPERM


def test_threads_are_allowed_everywhere_and_processes_where_a_crew_works() -> None:
    threads = calls.CLONE_THREAD | 0x3D0F00 & ~calls.NEW_NAMESPACES
    assert [verdict(each, KNOWN["clone"], threads) for each in (LOOK, WORK)] == [ALLOWED, ALLOWED]
    assert [verdict(each, KNOWN["clone"], 0x1200011) for each in (LOOK, WORK)] == [errno.EPERM, ALLOWED]
    assert verdict(WORK, KNOWN["clone"], 0x10000011) == errno.EPERM
    assert verdict(WORK, KNOWN["clone3"]) == errno.ENOSYS


@pytest.mark.parametrize("family", [socket.AF_UNIX, socket.AF_INET, socket.AF_NETLINK, socket.AF_PACKET])
def test_sockets_are_for_asking_a_model_only(family: int) -> None:
    assert verdict(WORK, KNOWN["socket"], family, socket.SOCK_STREAM) == errno.EPERM
    asked = verdict(MODEL, KNOWN["socket"], family, socket.SOCK_STREAM)
    assert asked == (ALLOWED if family == socket.AF_INET else errno.EPERM)


@pytest.mark.parametrize("protocol", [262, 132])
def test_protocols_whose_ports_landlock_does_not_know_are_refused(protocol: int) -> None:
    assert verdict(MODEL, KNOWN["socket"], socket.AF_INET, socket.SOCK_STREAM, protocol) == errno.EPERM


@given(limit=st.integers(1, 2**64 - 1))
def test_limits_can_be_read_but_not_set(limit: int) -> None:
    assert verdict(WORK, KNOWN["prlimit64"], 0, 7, 0) == ALLOWED
    assert verdict(WORK, KNOWN["prlimit64"], 0, 7, limit) == errno.EPERM


def test_the_numbers_of_arm_are_others() -> None:
    arm = numbers("aarch64")
    assert (arm["socket"], arm["execve"], arm["io_uring_setup"]) == (198, 221, 425)
    assert "fork" not in arm
    assert len(set(arm.values())) == len(arm)
    assert len(set(KNOWN.values())) == len(KNOWN)
