"""The sample is what it says: sound, pictures, subtitles and true word times that agree."""

import json
import multiprocessing
from itertools import pairwise
from pathlib import Path

import av
import numpy as np
import pytest
from lecture import LECTURE
from make_sample import BEFORE_SLIDE, Sample, make_sample
from numpy.typing import NDArray
from video import FRAMES_PER_SECOND

LINE = 42
SHORT = LECTURE[:1]


def true_words(sample: Sample) -> list[tuple[str, float, float]]:
    return [(word["text"], word["start"], word["end"]) for word in json.loads(sample.words.read_text())]


def seconds(clock: str) -> float:
    hours, minutes, rest = clock.replace(",", ".").split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(rest)


def cues(sample: Sample) -> list[tuple[float, float, list[str]]]:
    blocks = [block.splitlines() for block in sample.srt.read_text().strip().split("\n\n")]
    times = [tuple(map(seconds, times.split(" --> "))) for _, times, *_ in blocks]
    return [(start, end, lines) for (start, end), (_, _, *lines) in zip(times, blocks, strict=True)]


def key_frame_times(sample: Sample) -> list[float]:
    with av.open(str(sample.media)) as container:
        packets = container.demux(video=0)
        return [float(p.pts * p.time_base) for p in packets if p.is_keyframe and p.pts is not None]


def loudness(samples: NDArray[np.float32]) -> float:
    """Decibels below full scale."""
    return float(20 * np.log10(np.sqrt(np.mean((samples / 32768) ** 2)) + 1e-9))


def test_it_is_a_lecture_of_at_least_ninety_seconds_in_h264_and_aac(sample: Sample) -> None:
    with av.open(str(sample.media)) as container:
        video, audio = container.streams.video[0], container.streams.audio[0]
        assert 90 <= (container.duration or 0) / av.time_base <= 180
        assert (video.codec_context.name, audio.codec_context.name) == ("h264", "aac")
        assert (video.width, video.height) == (1280, 720)


def test_a_key_frame_opens_every_slide_and_none_is_further_than_ten_seconds_away(sample: Sample) -> None:
    keys, words = key_frame_times(sample), iter(true_words(sample))
    assert len(LECTURE) >= 7
    rounding, closed_lips = 0.5 / FRAMES_PER_SECOND, 0.06
    for slide in LECTURE:
        spoken = [next(words) for _ in " ".join(slide.sentences).split()]
        change = spoken[0][1] - BEFORE_SLIDE
        assert min(abs(key - change) for key in keys) <= rounding + closed_lips
    assert max(np.diff(keys)) <= 10


def test_the_words_are_those_of_the_script(sample: Sample) -> None:
    script = [word for slide in LECTURE for sentence in slide.sentences for word in sentence.split()]
    assert [text for text, _, _ in true_words(sample)] == script


def test_the_subtitles_say_the_same_words_while_they_are_spoken(sample: Sample) -> None:
    words = iter(true_words(sample))
    for start, end, lines in cues(sample):
        spoken = [next(words) for _ in " ".join(lines).split()]
        assert [text for text, _, _ in spoken] == " ".join(lines).split()
        assert start == pytest.approx(spoken[0][1], abs=0.001)
        assert end == pytest.approx(spoken[-1][2], abs=0.001)
    assert next(words, None) is None


def test_the_subtitles_have_one_or_two_lines_that_fit(sample: Sample) -> None:
    for _, _, lines in cues(sample):
        assert 1 <= len(lines) <= 2
        assert all(len(line) <= LINE for line in lines)


def test_no_word_is_empty_and_none_overlaps_the_next(sample: Sample) -> None:
    words = true_words(sample)
    assert all(start < end for _, start, end in words)
    assert all(word[2] <= following[1] for word, following in pairwise(words))


def test_every_word_is_heard_at_its_time_and_the_pauses_are_quiet(sample: Sample) -> None:
    with av.open(str(sample.media)) as container:
        rate = container.streams.audio[0].rate
        sound = np.concatenate([frame.to_ndarray()[0] for frame in container.decode(audio=0)]) * 32768
    words = true_words(sample)
    for _, start, end in words:
        assert loudness(sound[round(start * rate) : round(end * rate)]) > -40
    pauses = [(w[2], n[1]) for w, n in pairwise(words) if n[1] - w[2] > 0.2]
    assert len(pauses) >= 20
    for start, end in pauses:
        assert loudness(sound[round((start + 0.05) * rate) : round((end - 0.05) * rate)]) < -55


def test_what_is_up_to_date_is_not_made_again(sample: Sample) -> None:
    said: list[str] = []
    before = sample.media.stat().st_mtime_ns
    assert make_sample(tell=said.append) == sample
    assert sample.media.stat().st_mtime_ns == before
    assert len(said) == 1
    assert "up to date" in said[0]


@pytest.mark.parametrize("harm", ["the recipe changed", "a file is missing"])
def test_what_is_out_of_date_is_made_again(harm: str, tmp_path: Path) -> None:
    made = make_sample(tmp_path, slides=SHORT)
    if harm == "a file is missing":
        made.words.unlink()
    else:
        (tmp_path / "lecture.made-from").write_text("another")
    said: list[str] = []
    make_sample(tmp_path, said.append, SHORT)
    assert made.words.exists()
    assert said[-1].startswith("Done")


def test_processes_that_want_it_at_once_make_it_once(tmp_path: Path) -> None:
    lines = tmp_path / "lines"
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=make_short_sample, args=(tmp_path / "out", lines)) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert [worker.exitcode for worker in workers] == [0, 0, 0]
    assert lines.read_text().count("Encoding") == 1
    assert lines.read_text().count("up to date") == 2


def make_short_sample(out: Path, lines: Path) -> None:
    """In a process of its own: make the sample and append what it says to `lines`."""

    def note(line: str) -> None:
        with lines.open("a") as file:
            file.write(line + "\n")

    make_sample(out, note, SHORT)
