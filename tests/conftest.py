"""What tests of every area share."""

import os
import signal

import pytest
from make_sample import Sample, make_sample


def pytest_addoption(parser: pytest.Parser) -> None:
    """Whose store the tests run on."""
    parser.addoption("--store-binary", help="a redis-server or valkey-server, instead of that of our wheel")


def pytest_configure(config: pytest.Config) -> None:
    """Let interrupts interrupt: shells start background jobs deaf to them, and what tests start would inherit that."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if binary := config.getoption("--store-binary"):
        os.environ["CUEWEAVE_TEST_STORE"] = binary  # for the processes that the tests are spread over, too


@pytest.fixture(scope="session")
def sample() -> Sample:
    """The sample lecture: `media`, `srt` and true word times; made once a machine, by whoever comes first."""
    return make_sample()
