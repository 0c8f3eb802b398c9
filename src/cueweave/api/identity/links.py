"""Links that need no identity: signed for one task, and only for a while.

`<video>` and `<img>` can't send a header, so whoever may see a task gets a query to append to its files' addresses; and
one of another kind, to hand to people who shall read the transcript.
"""

from __future__ import annotations

import hmac
import re
import time
from base64 import urlsafe_b64encode
from enum import StrEnum
from hashlib import sha256

from cueweave.domain.tasks import TaskId
from cueweave.errors import BadLink

EXPIRES = re.compile(r"[1-9][0-9]{0,11}", re.ASCII)


class Opens(StrEnum):
    """What a link is for. The value stands before what is signed, so that neither is taken for the other."""

    FILES = "cueweave link 1"
    """The medium and the pictures, nothing else."""
    TRANSCRIPT = "cueweave shared transcript 1"
    """The shared page, the result as it is now, and the files."""

    @property
    def enough(self) -> tuple[Opens, ...]:
        """The kinds of links that open this."""
        return tuple(Opens) if self is Opens.FILES else (self,)


def signed_query(secret: str, task_id: TaskId, expires: int, opens: Opens = Opens.FILES) -> str:
    """What to append behind `?`; holds until `expires`, in seconds since 1970."""
    return f"expires={expires}&signature={_signature(secret, task_id, str(expires), opens)}"


def check_link(secret: str, task_id: TaskId, expires: str, signature: str, opens: Opens = Opens.FILES) -> None:
    """Raises BadLink unless it was signed to open this of the task (whose id holds its user) and has not expired."""
    written = EXPIRES.fullmatch(expires) is not None and signature.isascii()
    good = [_signature(secret, task_id, expires, kind) for kind in opens.enough] if written else []
    if not any(hmac.compare_digest(each, signature) for each in good):
        raise BadLink("The link's signature is not one for this task; ask /tasks/{task_id}/links for another.")
    if int(expires) <= time.time():
        raise BadLink("The link has expired; ask /tasks/{task_id}/links for another.")


def _signature(secret: str, task_id: TaskId, expires: str, opens: Opens) -> str:
    signed = "\n".join((opens, str(task_id), expires))
    return urlsafe_b64encode(hmac.digest(secret.encode(), signed.encode(), sha256)).rstrip(b"=").decode()
