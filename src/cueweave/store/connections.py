"""Connections to Redis: to one server, or to whichever its Sentinels say is the master."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, cast
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

import redis
from redis.asyncio import BlockingConnectionPool
from redis.asyncio.connection import parse_url
from redis.asyncio.retry import Retry
from redis.asyncio.sentinel import Sentinel, SentinelConnectionPool
from redis.backoff import NoBackoff
from redis.retry import Retry as RetryAtOnce
from redis.sentinel import Sentinel as SentinelAtOnce

SENTINEL_SCHEMES = ("redis+sentinel", "rediss+sentinel")
SENTINEL_PORT = 26379
OF_SENTINELS = {"sentinel_username": "username", "sentinel_password": "password"}


@dataclass(frozen=True, slots=True)
class Watched:
    """A master that Sentinels watch over."""

    sentinels: tuple[tuple[str, int], ...]
    service: str
    to_master: dict[str, Any] = field(repr=False)
    """What connections to it are made with."""
    to_sentinels: dict[str, Any] = field(repr=False)


class MasterPool(SentinelConnectionPool, BlockingConnectionPool):
    """Follows the master as the one does, and lets callers wait for a free connection as the other."""

    async def disconnect(self, inuse_connections: bool = True) -> None:  # noqa: FBT001, FBT002 - as those two have it
        """Of all connections, also those to the Sentinels; without those in use it is a change of masters."""
        await super().disconnect(inuse_connections)
        if inuse_connections:
            for sentinel in self.sentinel_manager.sentinels:
                await sentinel.aclose()


def open_pool(url: str, **options: Any) -> BlockingConnectionPool:
    """Connections to the store at this address; nothing is sent before the first command.

    The options are those of `BlockingConnectionPool`; what the address says goes before them.
    """
    watched = watched_at(url)
    if watched is None:
        return BlockingConnectionPool.from_url(url, **options)
    timeouts = {name: value for name, value in options.items() if name.startswith("socket_")}
    told = {**timeouts, "retry": Retry(NoBackoff(), 0), **watched.to_sentinels}  # there are others to ask
    sentinel = Sentinel(watched.sentinels, sentinel_kwargs=told)  # type: ignore[no-untyped-call]
    return MasterPool(watched.service, sentinel, **{**options, **watched.to_master})  # type: ignore[no-untyped-call]


def at_once(url: str, *, seconds: float) -> redis.Redis:
    """A client that waits for nothing longer than so many seconds, and for no event loop."""
    timeouts = {"socket_connect_timeout": seconds, "socket_timeout": seconds}
    watched = watched_at(url)
    if watched is None:
        return redis.Redis.from_url(url, **timeouts)
    told = {**timeouts, "retry": RetryAtOnce(NoBackoff(), 0), **watched.to_sentinels}
    sentinel = SentinelAtOnce(watched.sentinels, sentinel_kwargs=told)  # type: ignore[no-untyped-call]
    client = sentinel.master_for(watched.service, **{**timeouts, **watched.to_master})  # type: ignore[no-untyped-call]
    return cast("redis.Redis", client)


def watched_at(url: str) -> Watched | None:
    """Who stands in redis+sentinel://[user:password@]host[:port][,host...]/service[/database], the queue's own grammar.

    None for an address of another scheme. Raises ValueError, which doesn't repeat the address, where it can't be read.
    """
    scheme, _, rest = url.partition("://")
    if scheme not in SENTINEL_SCHEMES:
        return None
    place, _, query = rest.partition("?")
    netloc, *path = place.rstrip("/").split("/")
    user, _, hosts = netloc.rpartition("@")
    members = tuple(_member(each) for each in hosts.split(",") if each)
    if not members or not 1 <= len(path) <= 2 or not path[0] or not all(each.isdigit() for each in path[1:]):
        raise ValueError("hosts and the name of the service are needed")
    options = parse_qsl(query)
    own = urlencode([(name, value) for name, value in options if name not in OF_SENTINELS])
    plain = scheme.partition("+")[0]
    to_master = dict(parse_url(f"{plain}://{user}{'@' if user else ''}localhost/{path[1] if path[1:] else 0}?{own}"))
    for name in ("host", "port", "connection_class"):
        to_master.pop(name, None)
    to_sentinels: dict[str, Any] = {OF_SENTINELS[name]: value for name, value in options if name in OF_SENTINELS}
    if plain == "rediss":
        to_master["ssl"] = True
        to_sentinels |= {name: value for name, value in to_master.items() if name.startswith("ssl")}
    return Watched(members, path[0], to_master, to_sentinels)


def _member(text: str) -> tuple[str, int]:
    parts = urlsplit(f"//{text}")
    if not parts.hostname:
        raise ValueError("a host is missing")
    return parts.hostname, parts.port or SENTINEL_PORT


def passwords_in(url: str) -> list[str]:
    """Everything in the address that must stand in no log, as it is written and as it is meant."""
    user, _, _ = url.partition("://")[2].partition("?")[0].rpartition("@")
    written = [user.partition(":")[2]]
    written += [value for name, value in parse_qsl(url.partition("?")[2]) if name.endswith("password")]
    return [each for word in written for each in {word, unquote(word)} if each]
