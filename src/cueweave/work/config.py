"""What the task system needs to know; the command line builds it from settings."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from cueweave.clients.llm.access import Access
from cueweave.clients.outbound.addresses import Allowed
from cueweave.domain.deliveries import FIRST_PAUSE, PATIENCE
from cueweave.domain.engines import AT_HAND, Engine
from cueweave.domain.media_formats import MOST_PIXELS
from cueweave.domain.turns import CHUNK_SECONDS
from cueweave.store.bucket import Bucket

GIB = 1024**3
MIB = 1024**2


@dataclass(frozen=True, slots=True)
class Webhooks:
    """How people are told that tasks have ended."""

    secrets: tuple[str, ...] = field(repr=False)
    """What messages are signed with: `whsec_` and Base64; at least one."""
    url: str = field(default="", repr=False)
    """Where those messages go whose task names no address; empty: nowhere."""
    first_pause: float = FIRST_PAUSE
    patience: float = PATIENCE


@dataclass(frozen=True, slots=True)
class WorkConfig:
    """Where things are kept, and the limits."""

    redis_url: str = field(repr=False)
    data_dir: Path
    bucket: Bucket | None = None
    """Where the files of tasks are kept; None: below `data_dir`."""
    max_tasks_per_user: int = 5
    max_tasks: int = 20
    max_media_bytes: int = 4 * GIB
    max_subtitle_bytes: int = 10 * MIB
    max_uploads_per_user: int = 20
    """Resumable uploads of which no task has been made."""
    max_upload_bytes_per_user: int = 20 * GIB
    """Of all those together, when they are whole."""
    upload_ttl: int = 86400
    """Seconds for which such an upload is kept when nothing is added to it."""
    max_slides_bytes: int = 100 * MIB
    max_media_seconds: float = 6 * 3600.0
    max_pixels: int = MOST_PIXELS
    """Of a picture."""
    result_ttl: int = 7 * 86400
    """Seconds for which a finished task, its result and its assets are kept."""
    keep_media: bool = True
    """Whether a completed task's medium is kept as long as its result."""
    reuse_results: Literal["off", "asked", "always"] = "off"
    """Whether the same content again gets the user's earlier task: never, where the user says so, or doesn't say no."""
    max_kept_bytes_per_user: int = 100 * GIB
    """Of those media; the oldest go when there are more."""
    lease_seconds: float = 5.0
    """How long a worker may be silent before its tasks are given to another."""
    drain_seconds: float = 30.0
    """How long a worker that was asked to stop lets running tasks go on."""
    child_memory_bytes: int = 4 * GIB
    task_timeout: float = 3600.0
    """Seconds that one attempt at a medium of up to an hour may take; a longer medium gets more in proportion."""
    chunk_seconds: float = CHUNK_SECONDS
    """Of sound without subtitles, what one process hears at a time, and loses when it is killed."""
    llm: Access | None = None
    """The language model that analyses; None: none does."""
    engine: Engine = AT_HAND
    """What hears the words where no subtitles came along."""
    engine_because: str = ""
    """Why that one, for the operator."""
    diarizer: Path | None = None
    """The model that tells voices apart; None: nobody does."""

    outbound: Allowed = field(default_factory=Allowed)
    """What may be reached at addresses that users name."""
    media_hosts: tuple[str, ...] = ()
    """From where media may be fetched: names, `*.` and a name for all below it, or `*`; none: from nowhere."""
    webhooks: Webhooks | None = None
    """None: nobody is told of anything."""

    def time_for(self, media_seconds: float) -> float:
        """Seconds that one attempt at a medium of this length may take."""
        return self.task_timeout * max(media_seconds / 3600, 1.0)
