"""What attempts at a task leave for one another: in a folder that all see, or carried to a bucket and from it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from cueweave.domain.turns import PLAN, SOUND
from cueweave.store.names import is_kept
from cueweave.store.plain_files import Found, found_in

LAST = (SOUND, PLAN)
"""Whoever finds the plan finds the sound."""


@dataclass(frozen=True, slots=True)
class InPlace:
    """The folder that all see."""

    folder: Path

    def give(self) -> None:
        """Nothing: it is there already."""

    async def take(self) -> None:
        """Nothing, likewise."""


@dataclass(frozen=True, slots=True)
class Carrier:
    """How files travel between the folder and the bucket."""

    put: Callable[[Path, str], None]
    """The file of this name below the folder, to the bucket."""
    fetch_missing: Callable[[Path], Awaitable[None]]
    """All that the bucket has and the folder has not."""


class Carried:
    """A folder of this machine. What is written into it goes to the bucket when it is whole."""

    def __init__(self, folder: Path, carrier: Carrier) -> None:
        self.folder = folder
        self._carrier = carrier
        self._known: set[Found] = set()
        """What is in the bucket as it is here."""
        self._alone = threading.Lock()

    def give(self) -> None:
        """As `Kept` promises; the sound only with a plan to hear it by: decoding is as quick as fetching."""
        with self._alone:
            there = [each for each in found_in(self.folder) if each not in self._known and is_kept(each.name)]
            planned = (self.folder / PLAN).exists()
            for each in sorted(there, key=lambda each: LAST.index(each.name) if each.name in LAST else -1):
                if each.name == SOUND and not planned:
                    continue
                with suppress(OSError):  # written anew meanwhile, and given the next time; or no file but a link
                    self._carrier.put(self.folder, each.name)
                    self._known.add(each)

    async def take(self) -> None:
        """As `Kept` promises."""
        before = set(await asyncio.to_thread(found_in, self.folder))
        await self._carrier.fetch_missing(self.folder)
        self._known |= set(await asyncio.to_thread(found_in, self.folder)) - before
