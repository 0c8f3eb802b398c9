"""Who signs a message, and the headers that say so (Standard Webhooks 1.0)."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from datetime import datetime

from standardwebhooks import Webhook

from cueweave.errors import SetupError

PREFIX = "whsec_"
SHORTEST, LONGEST = 24, 64
"""Bytes of a secret, by the standard."""


def check_secret(secret: str) -> str:
    """The secret itself. Raises SetupError, with nothing of it in the text: the library takes any text for one."""
    try:
        key = base64.b64decode(secret.removeprefix(PREFIX), validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if not secret.startswith(PREFIX) or not SHORTEST <= len(key) <= LONGEST:
        raise SetupError(
            f"CUEWEAVE_WEBHOOK_SECRETS holds something that is no secret: each is {PREFIX} and then {SHORTEST} to "
            f"{LONGEST} random bytes as Base64, as `echo {PREFIX}$(openssl rand -base64 32)` makes one."
        )
    return secret


def signed(message_id: str, at: datetime, body: str, secrets: Sequence[str]) -> list[tuple[str, str]]:
    """The headers of a message that is sent at this time (UTC); one signature for each secret, the first's first."""
    signatures = [Webhook(secret).sign(message_id, at, body) for secret in secrets]
    return [
        ("webhook-id", message_id),
        ("webhook-timestamp", str(int(at.timestamp()))),
        ("webhook-signature", " ".join(signatures)),
    ]
