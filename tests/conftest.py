"""What tests of every area share."""

import signal

import pytest
from make_sample import Sample, make_sample


def pytest_configure() -> None:
    """Let interrupts interrupt: shells start background jobs deaf to them, and what tests start would inherit that."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def sample() -> Sample:
    """The sample lecture: `media`, `srt` and true word times; made once a machine, by whoever comes first."""
    return make_sample()
