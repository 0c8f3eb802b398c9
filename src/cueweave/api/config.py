"""What the HTTP interface needs to know beyond the task system; the command line builds it from settings."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ConnectionLimits:
    """How many connections there may be, and how long a client may keep one waiting."""

    most: int = 1000
    most_per_address: int | None = None
    """None: 100, and any number from this machine itself, from which a proxy brings everybody."""
    head_seconds: float = 10.0
    """From a connection's start, or the answer before, until a request's head has arrived."""
    idle_seconds: float = 30.0
    """In any such time of waiting for a body, or for an answer to be read, some of it must travel."""


@dataclass(frozen=True, slots=True)
class ApiConfig:
    """Who may call from a browser, and how long a synchronous answer may take."""

    cors_origins: tuple[str, ...] | None = None
    """None: any page that comes from this machine."""
    sync_timeout: float = 3600.0
    connections: ConnectionLimits = ConnectionLimits()
