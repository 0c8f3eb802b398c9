"""Connections that keep the server waiting, or are too many, end; uvicorn itself lets a slow client stay for ever."""

from __future__ import annotations

import asyncio
import json
import sys
from collections import Counter
from ipaddress import ip_address
from typing import ClassVar, cast

import h11
from uvicorn.protocols.http.h11_impl import STATUS_PHRASES, H11Protocol

from cueweave.api.config import ConnectionLimits
from cueweave.api.corked import Corked
from cueweave.api.errors import RETRY_SECONDS

SLOWEST = 1024
"""Bytes a second; whoever sends or reads less is not waited for. A telephone's worst network has ten times that."""
MOST_PER_ADDRESS = 100
MOST_AT_ONCE = 32 * 1024
"""Bytes of one read, for which all others wait: asyncio's 256 KiB took 0.7 s where each byte was a chunk of its own."""
SENTENCES = {
    400: "The request can't be read: it is not HTTP/1.1 as RFC 9112 has it.",
    408: "The request took too long to arrive; please send it again.",
    429: "This address has as many connections open as it may; close some, or try again later.",
    431: "The head of the request is too large; send fewer or shorter headers.",
    501: "The request's Transfer-Encoding is unknown; send it plain or chunked.",
    503: "The server has as many connections open as it can hold; please try again later.",
    505: "This server speaks HTTP/1.1.",
}


class Connection(H11Protocol):
    """uvicorn's own, with clocks: for the head of a request and for answers that are not read.

    The clock for a body is in `patience`, where the time in which the server itself is busy doesn't count.
    """

    limits: ClassVar[ConnectionLimits]
    present: ClassVar[Counter[str]]
    """How many connections each address has."""
    _address = ""
    _head_clock: asyncio.TimerHandle | None = None
    _reading_clock: asyncio.TimerHandle | None = None
    _unread = 0
    """Bytes of answers that waited to be read when the clock was last looked at."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """As asyncio calls it."""
        corked = Corked(transport, self.loop, self._watch_reading)
        super().connection_made(cast("asyncio.Transport", corked))
        if hasattr(transport, "max_size"):  # asyncio's own; other loops read less by themselves
            transport.max_size = MOST_AT_ONCE
        self._address = self.client[0] if self.client else ""
        self.present[self._address] += 1
        if len(self.connections) > self.limits.most:
            self._refuse(503)
        elif self._address and self.present[self._address] > _most_of(self._address, self.limits):
            self._refuse(429)
        else:
            self._await_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """As asyncio calls it."""
        self.present[self._address] -= 1
        if not self.present[self._address]:
            del self.present[self._address]
        for clock in (self._head_clock, self._reading_clock):
            if clock:
                clock.cancel()
        super().connection_lost(exc)
        self._unset_keepalive_if_required()

    def handle_events(self) -> None:
        """What has arrived; a request whose head is there stops the clock."""
        super().handle_events()
        if self._head_clock and self.cycle is not None and not self.cycle.response_complete:
            self._head_clock.cancel()
            self._head_clock = None

    def on_response_complete(self) -> None:
        """The clock runs for the next head, and for what is left of this body."""
        self._await_head()
        self._watch_reading()
        super().on_response_complete()

    def pause_writing(self) -> None:
        """The client reads more slowly than we write."""
        super().pause_writing()
        self._watch_reading()

    def resume_writing(self) -> None:
        """It has read what there was."""
        super().resume_writing()
        self._unread = sys.maxsize

    def send_400_response(self, _msg: str) -> None:
        """uvicorn calls this while it handles the error, whose hint tells a large head from a broken one."""
        error = sys.exception()
        hint = error.error_status_hint if isinstance(error, h11.RemoteProtocolError) else 400
        self._refuse(hint if hint in SENTENCES else 400)

    def _await_head(self) -> None:
        if self._head_clock:
            self._head_clock.cancel()
        self._head_clock = self.loop.call_later(self.limits.head_seconds, self._give_up_on_head)

    def _give_up_on_head(self) -> None:
        if self.transport.is_closing():
            return
        if self.conn.their_state is h11.IDLE and self.conn.trailing_data[0]:
            self._refuse(408)
        else:  # nothing asked, or still sending the body of a request that is answered
            self._end()

    def _watch_reading(self) -> None:
        """Begin, unless it runs already."""
        if not self._reading_clock and self.transport.get_write_buffer_size():
            self._unread = self.transport.get_write_buffer_size()
            self._reading_clock = self.loop.call_later(self.limits.idle_seconds, self._give_up_on_reading)

    def _give_up_on_reading(self) -> None:
        self._reading_clock = None
        unread = self.transport.get_write_buffer_size()
        if unread > self._unread - SLOWEST * self.limits.idle_seconds and unread:
            self.transport.abort()
        else:
            self._watch_reading()

    def _refuse(self, status: int) -> None:
        """Answer without any application, if that is still possible, and hang up."""
        if self.conn.our_state in (h11.IDLE, h11.SEND_RESPONSE):
            body = json.dumps({"detail": SENTENCES[status]}).encode()
            headers = [
                ("content-type", "application/json"),
                ("content-length", str(len(body))),
                ("connection", "close"),
                *([("retry-after", str(RETRY_SECONDS))] if status in (429, 503) else []),
            ]
            response = h11.Response(status_code=status, headers=headers, reason=STATUS_PHRASES[status])
            for event in (response, h11.Data(data=body), h11.EndOfMessage()):
                self.transport.write(self.conn.send(event) or b"")
        self._end()

    def _end(self) -> None:
        """Hang up; an application that still works on this connection learns it before it can answer."""
        if self.cycle is not None and not self.cycle.response_complete:
            self.cycle.disconnected = True
            self.cycle.message_event.set()
        self.transport.close()
        self._watch_reading()


def _most_of(address: str, limits: ConnectionLimits) -> float:
    if limits.most_per_address is not None:
        return limits.most_per_address
    return float("inf") if ip_address(address.partition("%")[0]).is_loopback else MOST_PER_ADDRESS


def connections_within(limits: ConnectionLimits) -> type[Connection]:
    """The class of the connections of one server."""

    class Limited(Connection):
        pass

    Limited.limits = limits
    Limited.present = Counter()
    return Limited
