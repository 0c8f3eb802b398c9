"""What clients ask of the store, command by command."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha1
from importlib.resources import files
from typing import Any

from redis import Redis
from redis.exceptions import RedisError

from support.eventually import eventually_sync

MARK = "PING here-we-are"
LUA = files("cueweave.store") / "lua"
OURS = {
    sha1(((LUA / "prelude.lua").read_text() + file.read_text()).encode(), usedforsecurity=False).hexdigest(): file.name
    for file in LUA.iterdir()
}
"""The names of our scripts by what the store calls them."""


@contextmanager
def spied(url: str) -> Iterator[list[str]]:
    """Every command that a client sends while the block runs; what scripts do inside the store is not among them."""
    heard: list[str] = []
    with Redis.from_url(url) as asked, Redis.from_url(url) as spy, spy.monitor() as monitor:
        thread = threading.Thread(target=_listen, args=(monitor, heard), daemon=True)
        thread.start()
        asked.execute_command(*MARK.split())
        eventually_sync(lambda: MARK in heard)
        heard.clear()
        yield heard
        asked.execute_command(*MARK.split())
        eventually_sync(lambda: MARK in heard)
        heard.remove(MARK)


def _listen(monitor: Any, heard: list[str]) -> None:  # its own type doesn't say what it hears
    try:
        heard.extend(each["command"] for each in monitor.listen() if each["client_type"] != "lua")
    except (RedisError, OSError, ValueError):
        return  # the block has ended


def names(commands: list[str], *, but: tuple[str, ...] = ()) -> Counter[str]:
    """How often each is asked, scripts of ours by their names; without those that have any of the words in them."""
    return Counter(_name(command) for command in commands if not any(word in command for word in but))


def _name(command: str) -> str:
    verb, *arguments = command.split()
    return OURS.get(arguments[0], verb) if verb == "EVALSHA" else verb
