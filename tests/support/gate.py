"""A gate for the engine of `slow_ear`: while it is shut, no chunk comes to its end."""

from pathlib import Path

NAME = "gate"


class Gate:
    """A file beside the work folders: a fenced process may ask whether it is there, though it can't open it."""

    def __init__(self, data_dir: Path) -> None:
        self._file = data_dir / NAME

    @property
    def is_shut(self) -> bool:
        """Whether it is."""
        return self._file.exists()

    def shut(self) -> None:
        """Until it is opened."""
        self._file.parent.mkdir(exist_ok=True)
        self._file.touch()

    def open(self) -> None:
        """For good."""
        self._file.unlink()
