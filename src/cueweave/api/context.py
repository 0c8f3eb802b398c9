"""What the routes share: the desk and the settings of the app that they belong to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, cast

from fastapi import Depends, Request

from cueweave.api.config import ApiConfig
from cueweave.work.config import WorkConfig
from cueweave.work.desk import Desk


@dataclass(frozen=True, slots=True)
class Context:
    """Lives as long as the app serves."""

    desk: Desk
    api: ApiConfig
    work: WorkConfig


def _context(request: Request) -> Context:
    return cast("Context", request.state.context)


def _desk(request: Request) -> Desk:
    return _context(request).desk


InContext = Annotated[Context, Depends(_context)]
AtDesk = Annotated[Desk, Depends(_desk)]
