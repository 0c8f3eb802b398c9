"""Being told to stop can't get lost."""

import signal
from contextlib import suppress

import pytest

from cueweave.cli.signals import stoppable


@pytest.mark.parametrize(("number", "kind"), [(signal.SIGINT, KeyboardInterrupt), (signal.SIGTERM, SystemExit)])
def test_a_stop_that_a_library_swallows_is_raised_again(number: signal.Signals, kind: type[BaseException]) -> None:
    with stoppable() as check:
        check()
        with suppress(kind):
            signal.raise_signal(number)
        with pytest.raises(kind):
            check()


def test_the_handlers_of_before_are_back_afterwards() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with stoppable():
        assert signal.getsignal(signal.SIGTERM) is not before
    assert signal.getsignal(signal.SIGTERM) is before
