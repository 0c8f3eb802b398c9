"""Links that need no identity: signed for one task, and only for a while.

`<video>` and `<img>` can't send a header, so whoever may see a task gets a query to append to its files' addresses.
"""

from __future__ import annotations

import hmac
import re
import time
from base64 import urlsafe_b64encode
from hashlib import sha256

from cueweave.domain.tasks import TaskId
from cueweave.errors import BadLink

PURPOSE = "cueweave link 1"
"""Stands before what is signed, so that the secret signs nothing else by accident."""
EXPIRES = re.compile(r"[1-9][0-9]{0,11}", re.ASCII)


def signed_query(secret: str, task_id: TaskId, expires: int) -> str:
    """What to append behind `?`; holds until `expires`, in seconds since 1970."""
    return f"expires={expires}&signature={_signature(secret, task_id, str(expires))}"


def check_link(secret: str, task_id: TaskId, expires: str, signature: str) -> None:
    """Raises BadLink unless it was signed for this task (whose id holds its user) and has not expired."""
    written = EXPIRES.fullmatch(expires) is not None and signature.isascii()
    if not (written and hmac.compare_digest(_signature(secret, task_id, expires), signature)):
        raise BadLink("The link's signature is not one for this task; ask /tasks/{task_id}/links for another.")
    if int(expires) <= time.time():
        raise BadLink("The link has expired; ask /tasks/{task_id}/links for another.")


def _signature(secret: str, task_id: TaskId, expires: str) -> str:
    signed = "\n".join((PURPOSE, str(task_id), expires))
    return urlsafe_b64encode(hmac.digest(secret.encode(), signed.encode(), sha256)).rstrip(b"=").decode()
