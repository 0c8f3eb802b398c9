"""What is written right after one another leaves together."""

from __future__ import annotations

import asyncio
from typing import cast

from hypothesis import given, strategies as st

from cueweave.api.corked import ENOUGH, Corked


class Wire:
    """As much of a transport as is needed to see what is sent."""

    def __init__(self) -> None:
        self.sent: list[bytes] = []
        self.ended = ""

    def write(self, data: bytes) -> None:
        assert not self.ended
        self.sent.append(data)

    def close(self) -> None:
        self.ended = "closed"

    def abort(self) -> None:
        self.ended = "aborted"

    def is_closing(self) -> bool:
        return bool(self.ended)


def corked(wire: Wire, told: list[int]) -> Corked:
    return Corked(cast("asyncio.Transport", wire), asyncio.get_running_loop(), lambda: told.append(len(wire.sent)))


async def test_head_and_body_are_sent_at_once_and_soon() -> None:
    wire, told = Wire(), list[int]()
    transport = corked(wire, told)
    for piece in (b"head", b"body", b""):
        transport.write(piece)
    assert wire.sent == []
    await asyncio.sleep(0)
    assert (wire.sent, told) == ([b"headbody"], [1])


async def test_large_pieces_wait_for_nothing() -> None:
    wire = Wire()
    corked(wire, []).write(bytes(ENOUGH))
    assert len(wire.sent) == 1


async def test_closing_sends_what_was_written_and_aborting_does_not() -> None:
    closed, aborted = Wire(), Wire()
    for wire, end in ((closed, Corked.close), (aborted, Corked.abort)):
        transport = corked(wire, [])
        transport.write(b"bye")
        end(transport)
        assert transport.is_closing()
    await asyncio.sleep(0)
    assert (closed.sent, aborted.sent) == ([b"bye"], [])


@given(st.lists(st.one_of(st.binary(max_size=9), st.just(bytes(ENOUGH // 2)), st.none())))
def test_all_arrives_in_order_however_it_is_written(pieces: list[bytes | None]) -> None:
    async def write() -> Wire:
        wire = Wire()
        transport = corked(wire, [])
        for piece in pieces:
            if piece is None:
                await asyncio.sleep(0)
            else:
                transport.write(piece)
        await asyncio.sleep(0)
        return wire

    assert b"".join(asyncio.run(write()).sent) == b"".join(piece for piece in pieces if piece)
