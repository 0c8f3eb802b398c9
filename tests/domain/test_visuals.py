"""What appears beside the text."""

import io

import PIL.Image
import pytest

from cueweave.domain.visuals import picture_type


def test_a_picture_is_told_by_its_bytes() -> None:
    written = io.BytesIO()
    PIL.Image.new("RGB", (2, 2)).save(written, "JPEG")
    assert picture_type(written.getvalue()) == "image/jpeg"


@pytest.mark.parametrize("data", [b"", b"<svg onload='alert(1)'>", b"<html>", b"\xff\xd8", b" \xff\xd8\xff"])
def test_what_is_no_picture_of_ours_is_only_bytes(data: bytes) -> None:
    assert picture_type(data) == "application/octet-stream"
