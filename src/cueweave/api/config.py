"""What the HTTP interface needs to know beyond the task system; the command line builds it from settings."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from cueweave.api.client_address import Network
from cueweave.store.rates import Rate


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
class Rates:
    """How often one user may do what, and how many such users one address may stand for."""

    create: Rate
    poll: Rate
    everything: Rate
    users_per_address: int

    @classmethod
    def for_tasks(cls, tasks_per_user: int) -> Rates:
        """What no honest client meets: the document's polls each task 20 times a minute, our command line 120 times.

        A second time as much is for results, pictures and lists. An address may do what five users may: 20 users with
        five tasks each poll 2,000 times a minute there, 20 of our command lines 2,400 times; 3,750 are let through.
        """
        poll = 150 * tasks_per_user
        return cls(Rate(30, 60), Rate(poll, 60), Rate(2 * poll, 60), users_per_address=5)


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
    """Who may call, from where, how often, and how long a synchronous answer may take."""

    cors_origins: tuple[str, ...] | None = None
    """None: with the user header any page that comes from this machine, with tokens none."""
    sync_timeout: float = 3600.0
    tokens: TokenRules | None = None
    """None: callers are believed who they say they are."""
    link_secret: str = field(default="", repr=False)
    """Signs links; empty: one that the store keeps."""
    link_ttl: int = 3600
    """Seconds for which a signed link holds."""
    max_link_ttl: int | None = None
    """The most seconds that a caller may ask for; None: as long as results are kept."""
    public_url: str = ""
    """Under which address others reach us, with no slash at its end; empty: the one that a request names."""
    rates: Rates | None = None
    """None: nothing is counted."""
    trusted_proxies: tuple[Network, ...] = ()
    """Whose word about a client's address is taken."""
    operator_token: str = field(default="", repr=False)
    """What opens the operator's routes from elsewhere; empty: nothing does."""
    frame_ancestors: tuple[str, ...] = ()
    """Sources, as in a content security policy, whose pages may show ours in a frame."""
    connections: ConnectionLimits = ConnectionLimits()

    @property
    def auth(self) -> Literal["header", "jwt"]:
        """How callers say who they are."""
        return "jwt" if self.tokens else "header"
