"""Stretches are heard by several processes, which go when they are done or not wanted any more."""

from pathlib import Path

import psutil
import pytest
from make_sample import Sample
from support.eventually import eventually_sync

from cueweave.domain.transcript import Sound
from cueweave.stages.align.crew import hear_all
from cueweave.stages.align.decoder import Spoken
from cueweave.stages.align.heard import Stretch, hear_stretch
from cueweave.stages.media import decode_sound


@pytest.fixture
def sound(sample: Sample, tmp_path: Path) -> Sound:
    return decode_sound(sample.media, tmp_path / "sound.raw", lambda _: None)


WELCOME = tuple(
    (at, (Spoken(text),)) for at, text in enumerate("welcome to this short lecture about batteries".split())
)
STRETCHES = [Stretch(WELCOME, 0.0, 3.0 + at / 10) for at in range(8)]


def test_many_hear_the_same_as_one_and_in_order(sound: Sound) -> None:
    assert list(hear_all(sound, STRETCHES)) == [hear_stretch(sound, stretch) for stretch in STRETCHES]


def test_no_process_is_left_when_nobody_listens_any_more(sound: Sound) -> None:
    before = {child.pid for child in psutil.Process().children(recursive=True)}
    finds = hear_all(sound, STRETCHES)
    assert next(finds)
    finds.close()
    eventually_sync(lambda: {child.pid for child in psutil.Process().children(recursive=True)} <= before)
