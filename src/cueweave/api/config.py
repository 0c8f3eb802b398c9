"""What the HTTP interface needs to know beyond the task system; the command line builds it from settings."""

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class TokenRules:
    """Which tokens are believed: signed by the secret or by a key of the set at the URL, of which one is there."""

    algorithms: tuple[str, ...]
    secret: str = field(default="", repr=False)
    jwks_url: str = ""
    issuer: str | None = None
    """None: any, since only the right one has the key."""
    audience: str | None = None
    """None: only tokens that are meant for nobody in particular."""
    user_claim: str = "sub"


@dataclass(frozen=True, slots=True)
class ApiConfig:
    """Who may call, and how long a synchronous answer may take."""

    cors_origins: tuple[str, ...] | None = None
    """None: with the user header any page that comes from this machine, with tokens none."""
    sync_timeout: float = 3600.0
    tokens: TokenRules | None = None
    """None: callers are believed who they say they are."""
    link_secret: str = field(default="", repr=False)
    """Signs links; empty: one that the store keeps."""
    link_ttl: int = 3600
    """Seconds for which a signed link holds."""

    @property
    def auth(self) -> Literal["header", "jwt"]:
        """How callers say who they are."""
        return "jwt" if self.tokens else "header"
