"""The system spread out: two APIs behind nginx, workers with disks of their own, files in a bucket of moto's server."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from chaos_system import Member, System
from support.nginx import Nginx
from support.s3 import S3Server

from cueweave.store.bucket import BRIEF
from cueweave.store.opening import open_storage


class SpreadSystem(System):
    """As the other; clients know nginx only."""

    def __init__(self, folder: Path, *, workers: int, limits: tuple[int, int]) -> None:
        self._s3 = S3Server()
        self._box = self._s3.make_bucket()
        super().__init__(folder, workers=workers, limits=limits)
        self._nginx = Nginx(folder, [url for url, _ in self.apis], user="$http_x_user_id")
        self.servers = [f"http://127.0.0.1:{self._nginx.port}"]

    def settings(self) -> dict[str, str]:
        """The bucket, and the proxy in front."""
        behind = {"CUEWEAVE_TRUSTED_PROXIES": "127.0.0.1", "CUEWEAVE_TRUST_USER_HEADER": "1"}
        return {**super().settings(), **self._box.settings(), **behind}

    def worker(self, number: int) -> Member:
        """With a disk of its own, as on another machine."""
        own = self.env | {"CUEWEAVE_DATA_DIR": str(self.folder / f"data-of-worker-{number}")}
        name = f"worker-{number}"
        return Member(name, self.command("worker", "--concurrency", "2"), own, self.log(name))

    def work_left(self) -> list[Path]:
        """On the workers' disks."""
        return list(self.folder.glob("data-of-worker-*/work/*"))

    def media_left(self) -> list[str]:
        """In the bucket, and what stayed on the APIs' disk."""
        storage = open_storage(self.folder / "looked-at", self._box.bucket, BRIEF)
        kept = [str(holding.task_id) for holding in storage.holdings(older_than=-60) if holding.medium]
        return kept + super().media_left()

    def close(self) -> list[str]:
        """nginx and the bucket end with it."""
        self._nginx.stop()
        left = super().close()
        self._s3.stop()
        return left
