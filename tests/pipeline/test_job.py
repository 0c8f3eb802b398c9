"""The whole job on real input, without a server."""

import json
from itertools import pairwise
from pathlib import Path

import pysubs2
import pytest
from make_sample import Sample
from stages.media_files import recording

from cueweave.domain.keywords import KeywordType
from cueweave.domain.progress import Progress
from cueweave.domain.tasks import Stage
from cueweave.domain.transcript import Transcript
from cueweave.domain.visuals import Image
from cueweave.errors import NoSound, Stopped, TooLong, TooManyWords
from cueweave.pipeline.inspect import inspect
from cueweave.pipeline.job import Job, Limits, run
from cueweave.stages.subtitles import read_subtitles


def job(folder: Path, media: Path, subtitles: bytes | None) -> Job:
    (folder / "work").mkdir()
    return Job(media, subtitles, work_dir=folder / "work", assets_dir=folder / "assets")


def silent(_: Progress) -> None:
    """Nobody watches."""


@pytest.fixture(scope="module")
def told() -> list[Progress]:
    return []


@pytest.fixture(scope="module")
def lecture(sample: Sample, told: list[Progress], tmp_path_factory: pytest.TempPathFactory) -> Transcript:
    folder = tmp_path_factory.mktemp("lecture")
    return run(job(folder, sample.media, sample.srt.read_bytes()), Limits(max_seconds=3600), told.append)


def test_no_word_is_lost_and_none_invented(lecture: Transcript, sample: Sample) -> None:
    words = [word.text for paragraph in lecture.paragraphs for word in paragraph.words]
    assert words == [word["text"] for word in json.loads(sample.words.read_text())]


def test_the_language_and_the_kind_are_known(lecture: Transcript) -> None:
    assert (lecture.language, lecture.medium.kind, lecture.fit.method) == ("en", "video", "as given")
    assert lecture.words_aligned > 0.98


def test_paragraphs_have_a_few_sentences(lecture: Transcript) -> None:
    for paragraph in lecture.paragraphs:
        assert 1 <= sum(word.text.endswith((".", "?", "!")) for word in paragraph.words) <= 5
        assert paragraph.words[-1].text.endswith((".", "?", "!"))


def test_the_lectures_warning_is_a_keyword(lecture: Transcript) -> None:
    kinds = {keyword.type for paragraph in lecture.paragraphs for keyword in paragraph.keywords}
    assert {KeywordType.MAIN, KeywordType.TERM, KeywordType.WARNING} <= kinds


def test_each_slide_is_shown_once_when_it_appears(lecture: Transcript) -> None:
    visuals = [paragraph.visual for paragraph in lecture.paragraphs if paragraph.visual]
    slides = [visual for visual in visuals if isinstance(visual.content, Image)]
    assert len(slides) >= 6
    assert all(earlier.end <= later.start for earlier, later in pairwise(slides))


def test_progress_only_grows_and_moves_in_small_steps(lecture: Transcript, told: list[Progress]) -> None:
    assert lecture.paragraphs
    assert all(a.percent <= b.percent and a.stage.rank <= b.stage.rank for a, b in pairwise(told))
    assert {progress.stage for progress in told} == {Stage.TRANSCRIBING, Stage.PROCESSING_LLM, Stage.ALIGNING}
    assert len({progress.percent for progress in told}) > 15


def test_how_late_the_subtitles_were_is_told_to_some_milliseconds(sample: Sample, tmp_path: Path) -> None:
    subtitles = pysubs2.SSAFile.from_string(sample.srt.read_text("utf-8"))
    subtitles.shift(s=12.34)
    late = run(job(tmp_path, sample.media, subtitles.to_string("srt").encode()), Limits(max_seconds=3600), silent)
    assert late.fit.method == "offset"
    assert late.fit.offset == pytest.approx(-12.34, abs=0.03)


def test_whoever_hears_of_progress_can_stop_the_job(sample: Sample, tmp_path: Path) -> None:
    def stop(progress: Progress) -> None:
        if progress.percent > 10:
            raise Stopped("Stopped.")

    with pytest.raises(Stopped):
        run(job(tmp_path, sample.media, sample.srt.read_bytes()), Limits(max_seconds=3600), stop)


def test_a_video_without_sound_keeps_its_cue_times(tmp_path: Path) -> None:
    media = recording(tmp_path / "mute.mp4", sound=False)
    data = b"1\n00:00:00,500 --> 00:00:01,500\nHello there.\n"
    transcript = run(job(tmp_path, media, data), Limits(max_seconds=60), silent)
    [paragraph] = transcript.paragraphs
    assert (paragraph.start, paragraph.end, transcript.method) == (0.5, 1.5, "spread")


def test_subtitles_longer_than_the_medium_lose_no_word(tmp_path: Path) -> None:
    data = b"1\n00:00:00,500 --> 00:00:01,500\nHello there.\n\n2\n00:05:00,000 --> 00:05:01,000\nToo late.\n"
    transcript = run(job(tmp_path, recording(tmp_path / "a.mp4"), data), Limits(max_seconds=60), silent)
    words = [word for paragraph in transcript.paragraphs for word in paragraph.words]
    assert [word.text for word in words] == [word for cue in read_subtitles(data) for word in cue.text.split()]
    assert all(word.end <= transcript.medium.duration for word in words)


def test_a_medium_over_the_limit_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TooLong, match="Send it in parts"):
        run(job(tmp_path, recording(tmp_path / "a.mp4"), None), Limits(max_seconds=1), silent)


def test_more_words_than_anybody_can_say_are_refused(tmp_path: Path) -> None:
    said, most = b"1\n00:00:00,500 --> 00:00:01,500\n", 12 * 3600
    media = recording(tmp_path / "a.mp4")
    assert inspect(media, said + b"a " * most, max_seconds=60).cues
    for unsaid in (b"a " * (most + 1), "词".encode() * 2 * most):
        with pytest.raises(TooManyWords, match="at most 43,200 are accepted"):
            inspect(media, said + unsaid, max_seconds=60)


def test_neither_sound_nor_subtitles_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoSound, match="send subtitles"):
        run(job(tmp_path, recording(tmp_path / "a.mp4", sound=False), None), Limits(max_seconds=60), silent)


def test_chinese_text_is_cut_into_words_and_shown_as_it_was_written(tmp_path: Path) -> None:
    media = recording(tmp_path / "mute.mp4", sound=False)
    srt = "1\n00:00:00,100 --> 00:00:01,900\n今天我们来谈谈电池。\n".encode()
    transcript = run(job(tmp_path, media, srt), Limits(max_seconds=60), silent)
    (paragraph,) = transcript.paragraphs
    assert len(paragraph.words) > 2
    assert paragraph.text == "今天我们来谈谈电池。"
