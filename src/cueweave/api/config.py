"""What the HTTP interface needs to know beyond the task system; the command line builds it from settings."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ApiConfig:
    """Who may call, from where, and how long a synchronous answer may take."""

    cors_origins: tuple[str, ...] | None = None
    """None: any page that comes from this machine."""
    sync_timeout: float = 3600.0
    auth: str = "header"
    """How callers say who they are, as `CUEWEAVE_AUTH` has it."""
    frame_ancestors: tuple[str, ...] = ()
    """Sources, as in a content security policy, whose pages may show ours in a frame."""
