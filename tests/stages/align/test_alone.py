"""Each utterance is judged by itself."""

from pathlib import Path

from cueweave.domain.transcript import Sound, Word
from cueweave.stages.align import losses


def test_what_is_not_spoken_fits_anything_and_what_has_no_time_fits_nothing(tmp_path: Path) -> None:
    (tmp_path / "sound.raw").write_bytes(bytes(2 * 16_000))
    sound = Sound(tmp_path / "sound.raw", 16_000, 16_000)
    told: list[float] = []
    music, crammed = [Word("♪", 0.2, 0.8, 0.0)], [Word("word", 0.5, 0.5, 0.0)] * 60
    assert losses([music, crammed], sound, "en", told.append) == [0.0, float("inf")]
    assert told[-1] == 1.0
