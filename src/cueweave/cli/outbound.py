"""What may be reached at addresses that users name, and how they are told of tasks that ended, by settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cueweave.cli.servers import text_of, texts_of
from cueweave.clients.outbound.addresses import Allowed
from cueweave.errors import BadAddress, SetupError
from cueweave.work.config import Webhooks

if TYPE_CHECKING:
    from cueweave.settings import Settings

URL = "CUEWEAVE_CALLBACK_URL"


def allowed(settings: Settings) -> Allowed:
    """What may be reached."""
    return Allowed(networks=settings.outbound_networks, http=settings.outbound_http)


def webhooks(settings: Settings) -> Webhooks | None:
    """None where there is nothing to sign with. Raises SetupError."""
    url, secrets = text_of(settings.callback_url), texts_of(settings.webhook_secrets)
    if not url and not secrets:
        return None
    from cueweave.clients.outbound.urls import check_url  # HTTP and signing: who tells nobody has no need of them
    from cueweave.clients.webhooks.signing import check_secret

    keys = tuple(map(check_secret, secrets))
    if not keys:
        raise SetupError(f"{URL} is set, but nothing to sign messages with: set CUEWEAVE_WEBHOOK_SECRETS, too.")
    try:
        return Webhooks(keys, str(check_url(url, allowed(settings), name=URL)) if url else "")
    except BadAddress as error:
        raise SetupError(error.message) from None
