"""Media are known by their bytes; their sound lies where it is heard."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from stages.media_files import recording

from cueweave.errors import BadInput, BrokenMedium, EmptyFile, NotAMedium
from cueweave.stages.media import decode_sound, probe


def silent(share: float) -> None:
    """Nobody watches."""


def test_a_video_is_known_with_its_length(tmp_path: Path) -> None:
    medium = probe(recording(tmp_path / "talk.mp4"))
    assert (medium.kind, medium.has_sound, round(medium.duration)) == ("video", True, 2)


def test_sound_alone_is_audio(tmp_path: Path) -> None:
    assert probe(recording(tmp_path / "talk.mp4", picture=False)).kind == "audio"


def test_a_name_says_nothing(tmp_path: Path) -> None:
    assert probe(recording(tmp_path / "talk.mp4").rename(tmp_path / "talk.txt")).kind == "video"


def test_sound_is_decoded_to_16_khz_with_progress(tmp_path: Path) -> None:
    told: list[float] = []
    sound = decode_sound(recording(tmp_path / "talk.mp4"), tmp_path / "sound.raw", told.append)
    assert sound.rate == 16000
    assert abs(sound.duration - 2) < 0.15
    assert (tmp_path / "sound.raw").stat().st_size == 2 * sound.samples
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_sound_that_starts_late_is_heard_late(tmp_path: Path) -> None:
    sound = decode_sound(recording(tmp_path / "talk.mp4", late=1.0), tmp_path / "sound.raw", silent)
    samples = np.abs(np.frombuffer(sound.read(0, sound.duration), "<i2").astype(int))
    assert abs(int(np.argmax(samples > 2000)) / sound.rate - 1.0) < 0.1


def test_a_video_without_sound_gives_no_samples(tmp_path: Path) -> None:
    assert decode_sound(recording(tmp_path / "mute.mp4", sound=False), tmp_path / "sound.raw", silent).samples == 0


def test_whoever_watches_can_stop_the_decoding(tmp_path: Path) -> None:
    def stop(_: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        decode_sound(recording(tmp_path / "talk.mp4"), tmp_path / "sound.raw", stop)


def write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def picture(path: Path) -> Path:
    Image.new("RGB", (64, 48)).save(path, "PNG")
    return path


def cut(path: Path) -> Path:
    whole = recording(path).read_bytes()
    return write(path, whole[: len(whole) // 2])


def referring(path: Path, text: str) -> Path:
    recording(path.parent / "secret.mp4")
    return write(path, text.format(path.parent / "secret.mp4").encode())


CONCAT = "ffconcat version 1.0\nfile '{}'\n"
PLAYLIST = "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n{}\n#EXT-X-ENDLIST\n"


@pytest.mark.parametrize(
    ("name", "make", "error"),
    [
        ("empty", lambda path: write(path, b""), EmptyFile),
        ("text", lambda path: write(path, b"This is a letter.\n" * 50), NotAMedium),
        ("a picture", picture, NotAMedium),
        ("zeros", lambda path: write(path, bytes(5000)), NotAMedium),
        ("cut off", cut, BrokenMedium),
        ("a concat script", lambda path: referring(path, CONCAT), NotAMedium),
        ("a playlist", lambda path: referring(path, PLAYLIST), NotAMedium),
    ],
)
def test_what_is_no_good_medium_is_refused_with_what_to_do(
    tmp_path: Path, name: str, make: Callable[[Path], Path], error: type[BadInput]
) -> None:
    path = make(tmp_path / "talk.mp4")
    with pytest.raises(error) as caught:
        probe(path)
    assert str(tmp_path) not in caught.value.message, name


def test_a_medium_cut_off_behind_its_index_is_refused(tmp_path: Path) -> None:
    whole = recording(tmp_path / "talk.mp4", seconds=20.0, picture=False, index_in_front=True)
    half = write(tmp_path / "half.mp4", whole.read_bytes()[: whole.stat().st_size // 2])
    assert probe(half).duration == pytest.approx(20.0, abs=0.2)
    with pytest.raises(BrokenMedium, match="cut off: its sound ends after"):
        decode_sound(half, tmp_path / "sound.raw", silent)
