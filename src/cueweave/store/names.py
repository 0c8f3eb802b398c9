"""What files of a task are called, wherever they are kept."""

from __future__ import annotations

import re

from cueweave.domain.tasks import ORIGINAL

KEPT = re.compile(r"([a-z]{1,16}/)?[A-Za-z0-9_-]{1,100}\.[a-z]{1,8}")
HEARD = re.compile(r"[0-9a-f]{64}\.json")
"""What was heard in one chunk."""

REPLACED_SECONDS = 120.0
"""For so long a replaced edition stays, for whoever is about to read it or was about to make it the current one."""


def result_name(edition: str) -> str:
    """Of the document of this edition."""
    return "result.json" if edition == ORIGINAL else f"result-{edition}.json"


def is_plain(name: str) -> bool:
    """Whether the name names a file, and no path to one."""
    return name not in ("", ".", "..") and name.isprintable() and not any(mark in name for mark in "/\\%")


def is_kept(name: str) -> bool:
    """Whether attempts keep files of such names: a stranger's may not lead anywhere, nor fill the storage's lists."""
    return KEPT.fullmatch(name) is not None
