"""Refusing who asks too often, before anything of the request is read."""

from __future__ import annotations

import math
import re
from functools import cache
from typing import cast

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cueweave.api.client_address import client_address, counted_as
from cueweave.api.config import ApiConfig, Rates
from cueweave.api.errors import answer
from cueweave.api.health import PATHS
from cueweave.api.identity import caller
from cueweave.errors import RateLimited, StoreUnavailable
from cueweave.store.rates import Left, Rate, RateStore, Window
from cueweave.telemetry import get_logger

POLL = re.compile(r"/tasks/[^/]+/(status|events)")
CREATE = re.compile(r"(/process/srt_media(/sync)?|/uploads)/?")
STATE = "rates"
"""Under which the app keeps the counts, as long as it serves."""
WORDS = {"create": "uploads", "poll": "questions about tasks", "all": "requests"}
log = get_logger(__name__)


class LimitRates:
    """Counts each request of a user and of an address; where the store is away, nothing is counted or refused."""

    def __init__(self, app: ASGIApp, config: ApiConfig) -> None:
        self._app = app
        self._config = config
        self._kinds = _kinds(config.rates) if config.rates else {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI wants it."""
        if scope["type"] != "http" or not self._kinds or scope["path"] in PATHS:
            await self._app(scope, receive, send)
            return
        windows = self._windows(scope, await caller(Request(scope)))
        try:
            counted = await cast("RateStore", scope["state"][STATE]).count(windows)
        except StoreUnavailable:  # a route that needs the store says so itself
            await self._app(scope, receive, send)
            return

        async def send_with_rates(message: Message) -> None:
            if message["type"] == "http.response.start":
                least = min(counted, key=lambda left: (left.admitted, left.remaining))
                message["headers"] = [
                    *message["headers"],
                    (b"ratelimit-policy", ", ".join(_policy(each.name, each.rate) for each in windows).encode()),
                    (b"ratelimit", _state(least).encode()),
                ]
            await send(message)

        full = next((left for left in counted if not left.admitted), None)
        if full is None:
            await self._app(scope, receive, send_with_rates)
        else:
            await answer(_refusal(full))(scope, receive, send_with_rates)

    def _windows(self, scope: Scope, user: str | None) -> list[Window]:
        """What counts this request: first those of the user, so that who is known to ask too much costs nothing."""
        kinds = self._kinds[_kind(scope)]
        address = counted_as(client_address(scope, self._config.trusted_proxies))
        of_user = [Window(name, user, rate) for name, rate, _ in kinds] if user else []
        return of_user + [Window(f"{name}-address", address, rate) for name, _, rate in kinds]


def _kind(scope: Scope) -> str:
    if scope["method"] == "POST" and CREATE.fullmatch(scope["path"]):
        return "create"
    return "poll" if scope["method"] == "GET" and POLL.fullmatch(scope["path"]) else "all"


def _kinds(rates: Rates) -> dict[str, tuple[tuple[str, Rate, Rate], ...]]:
    """As what a request is counted: names, and the rates of users and addresses."""
    ways = {"create": rates.create, "poll": rates.poll, "all": rates.everything}
    both = {name: (name, rate, rate * rates.users_per_address) for name, rate in ways.items()}
    return {"create": (both["create"], both["all"]), "poll": (both["poll"], both["all"]), "all": (both["all"],)}


def _refusal(full: Left) -> RateLimited:
    name, _, of_address = full.window.name.partition("-")
    after = _whole(full.seconds)
    whose = "from one address" if of_address else "of one user"
    who = {"address" if of_address else "user": full.window.whose}
    log.warning("too many requests", policy=full.window.name, retry_after=after, **who)
    return RateLimited(
        f"Too many requests: at most {full.window.rate.amount} {WORDS[name]} {whose} in {_time(full.window.rate)} "
        f"are let through. Try again in {after} s.",
        retry_after=after,
    )


def _time(rate: Rate) -> str:
    names = {1: "a second", 60: "a minute", 3600: "an hour", 86400: "a day"}
    return names.get(rate.seconds, f"{rate.seconds} s")


@cache
def _policy(name: str, rate: Rate) -> str:
    """draft-ietf-httpapi-ratelimit-headers-10."""
    return f'"{name}";q={rate.amount};w={rate.seconds}'


def _state(left: Left) -> str:
    """The same: what is left, and for how many seconds at most that counts."""
    seconds = left.window.rate.seconds if left.remaining else _whole(left.seconds)
    return f'"{left.window.name}";r={left.remaining};t={seconds}'


def _whole(seconds: float) -> int:
    return max(math.ceil(seconds), 1)
