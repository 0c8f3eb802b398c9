"""How many streams a user may have open."""

from contextlib import ExitStack

import pytest

from cueweave.api.streams import MOST_PER_USER, Streams
from cueweave.errors import TooManyStreams


def test_a_place_is_freed_whatever_ends_the_stream() -> None:
    streams = Streams()
    for _ in range(MOST_PER_USER + 1):
        with pytest.raises(ConnectionError), streams.one_more("ada"):
            raise ConnectionError


def test_a_refused_stream_takes_no_place() -> None:
    streams = Streams()
    with ExitStack() as stack:
        for _ in range(MOST_PER_USER):
            stack.enter_context(streams.one_more("ada"))
        for _ in range(3):
            with pytest.raises(TooManyStreams), streams.one_more("ada"):
                pass
    with streams.one_more("ada"):
        pass
