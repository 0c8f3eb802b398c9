"""What the task system needs to know; the command line builds it from settings."""

from dataclasses import dataclass, field
from pathlib import Path

from cueweave.clients.llm.access import Access
from cueweave.domain.engines import AT_HAND, Engine
from cueweave.domain.media_formats import MOST_PIXELS
from cueweave.domain.turns import CHUNK_SECONDS
from cueweave.store.bucket import Bucket

GIB = 1024**3
MIB = 1024**2


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
    max_media_seconds: float = 6 * 3600.0
    max_pixels: int = MOST_PIXELS
    """Of a picture."""
    result_ttl: int = 7 * 86400
    """Seconds for which a finished task, its result and its assets are kept."""
    keep_media: bool = True
    """Whether a completed task's medium is kept as long as its result."""
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

    def time_for(self, media_seconds: float) -> float:
        """Seconds that one attempt at a medium of this length may take."""
        return self.task_timeout * max(media_seconds / 3600, 1.0)
