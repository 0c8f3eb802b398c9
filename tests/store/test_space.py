"""How much room files take."""

from pathlib import Path

from cueweave.store import space


def test_the_files_of_all_folders_count(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "one").write_bytes(b"x" * 10)
    (tmp_path / "a" / "b" / "two").write_bytes(b"x" * 32)
    (tmp_path / "link").symlink_to("/")
    assert space.used(tmp_path) == 42 + len("/")  # a link is as long as what it says


def test_a_folder_that_is_gone_takes_no_room(tmp_path: Path) -> None:
    assert space.used(tmp_path / "gone") == 0


def test_a_disk_has_no_more_free_than_it_has(tmp_path: Path) -> None:
    found = space.disk(tmp_path)
    assert 0 < found.free <= found.size
