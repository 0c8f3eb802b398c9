"""The pipeline with no server."""

import json
import signal
import subprocess
from pathlib import Path

import pytest
from make_sample import Sample
from stages.pages.lectures import SENTENCES, TALK
from support.commands import COMMAND, Done, cueweave, environment
from support.media import noise, subtitles
from support.pdfs import slides

from cueweave.formats import FORMATS, read_result

pytestmark = pytest.mark.xdist_group("process")


@pytest.fixture(scope="module")
def processed(sample: Sample, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Done]:
    folder = tmp_path_factory.mktemp("process")
    return folder, cueweave("process", sample.media, "--srt", sample.srt, "--json", folder=folder)


def test_the_result_lies_in_a_folder_named_after_the_medium(processed: tuple[Path, Done]) -> None:
    folder, done = processed
    assert done.returncode == 0, done.stderr
    written = json.loads(done.stdout)["files"]
    assert written[:2] == ["lecture.cueweave/result.json", "lecture.cueweave/result.vtt"]
    assert [name for name in written if not (folder / name).stat().st_size] == []
    assert {str(each.relative_to(folder)) for each in folder.rglob("*") if each.is_file()} == set(written)


def test_pictures_of_the_result_lie_beside_it(processed: tuple[Path, Done]) -> None:
    folder, _ = processed
    document = json.loads((folder / "lecture.cueweave/result.json").read_text())
    contents = [each["visuals"]["content"] for each in document["paragraphs"] if each["visuals"]]
    urls = [content["url"] for content in contents if "url" in content]  # charts and tables have none
    assert urls
    assert [url for url in urls if not (folder / "lecture.cueweave" / url).is_file()] == []


def test_every_word_of_the_subtitles_is_in_the_result(processed: tuple[Path, Done], sample: Sample) -> None:
    folder, done = processed
    result = read_result((folder / "lecture.cueweave/result.json").read_bytes())
    words = [word["word"] for each in result["paragraphs"] for word in each["words"]]
    assert len(words) == json.loads(done.stdout)["words"]
    assert words == [word["text"] for word in json.loads(sample.words.read_text())]


def test_progress_comes_as_lines_in_a_pipe(processed: tuple[Path, Done]) -> None:
    _, done = processed
    lines = done.stderr.splitlines()
    assert lines[0] == "starting         0%"
    assert lines[-1] == "completed      100%"
    percents = [int(line.split()[-1].rstrip("%")) for line in lines]
    assert percents == sorted(percents)
    assert {line.split()[0] for line in lines} >= {"transcribing", "aligning"}


@pytest.mark.parametrize(
    ("name", "content"),
    [("empty.mp4", b""), ("text.mp4", b"no video at all " * 200), ("picture.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 500)],
)
def test_what_is_no_medium_is_bad_input(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    done = cueweave("process", name, folder=tmp_path)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith("cueweave: ")
    assert "Traceback" not in done.stderr
    assert [each.name for each in tmp_path.iterdir()] == [name]


def test_subtitles_without_a_cue_are_bad_input(tmp_path: Path, sample: Sample) -> None:
    (tmp_path / "none.srt").write_text("Nobody says anything.")
    assert cueweave("process", sample.media, "--srt", tmp_path / "none.srt", folder=tmp_path).returncode == 2


def test_subtitles_beyond_the_limit_are_bad_input(tmp_path: Path, sample: Sample) -> None:
    done = cueweave(
        "process", sample.media, "--srt", sample.srt, folder=tmp_path, env={"CUEWEAVE_MAX_SUBTITLE_BYTES": "10"}
    )
    assert done.returncode == 2
    assert "CUEWEAVE_MAX_SUBTITLE_BYTES" in done.stderr


def test_slides_give_the_result_its_pictures(tmp_path: Path) -> None:
    said = [SENTENCES[1], *["Nobody knows yet how any of this will end."] * 40]
    cues = (f"{at + 1}\n00:{at:02}:00,000 --> 00:{at:02}:50,000\n{text}\n" for at, text in enumerate(said))
    (tmp_path / "talk.srt").write_text("\n".join(cues))
    deck = slides(tmp_path / "deck.pdf", TALK)
    recording = noise(tmp_path / "talk.wav", 9)
    done = cueweave("process", recording, "--srt", "talk.srt", "--slides", deck, folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "talk.cueweave/assets/page-002.jpg" in done.stdout.splitlines()
    percents = [int(line.split()[-1].rstrip("%")) for line in done.stderr.splitlines()]
    assert percents == sorted(percents)


@pytest.mark.parametrize(("limit", "says"), [("100", "CUEWEAVE_MAX_SLIDES_BYTES"), ("100000", "no PDF")])
def test_slides_that_are_too_large_or_none_are_bad_input(tmp_path: Path, sample: Sample, limit: str, says: str) -> None:
    (tmp_path / "deck.pdf").write_bytes(bytes(1000))
    command = ("process", sample.media, "--srt", sample.srt, "--slides", tmp_path / "deck.pdf")
    done = cueweave(*command, folder=tmp_path, env={"CUEWEAVE_MAX_SLIDES_BYTES": limit})
    assert done.returncode == 2
    assert says in done.stderr.splitlines()[-1]


def test_an_unknown_format_is_refused_before_any_work(tmp_path: Path, sample: Sample) -> None:
    done = cueweave("process", sample.media, "--format", "json,doc", folder=tmp_path)
    assert done.returncode == 2
    assert done.stderr == f"cueweave: Unknown format doc: use one of {', '.join(FORMATS)}.\n"


def test_every_format_is_written_but_those_that_the_recording_has_not_enough_for(tmp_path: Path) -> None:
    recording = noise(tmp_path / "noise.wav", 3)
    (tmp_path / "noise.srt").write_bytes(subtitles(6))
    names = ["chapters-youtube", "json", "docx", "h5p", "textgrid"]
    done = cueweave("process", recording, "--srt", "noise.srt", "--format", ",".join(names), folder=tmp_path)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith("cueweave: YouTube takes chapters only where")
    assert done.stdout.splitlines() == [f"noise.cueweave/result.{FORMATS[name].ending}" for name in names[1:]]
    assert sorted(f"noise.cueweave/{each.name}" for each in (tmp_path / "noise.cueweave").iterdir()) == sorted(
        done.stdout.splitlines()
    )


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupt_leaves_nothing_behind(tmp_path: Path, sample: Sample, number: signal.Signals, code: int) -> None:
    (tmp_path / "tmp").mkdir()
    with subprocess.Popen(
        [*COMMAND, "process", str(sample.media), "--srt", str(sample.srt)],
        stderr=subprocess.PIPE,
        text=True,
        cwd=tmp_path,
        env=environment({"TMPDIR": str(tmp_path / "tmp")}),
    ) as running:
        assert running.stderr
        while "transcribing" not in running.stderr.readline():
            pass
        running.send_signal(number)
        assert "Traceback" not in running.stderr.read()
        assert running.wait(30) == code
    assert list(tmp_path.rglob("*")) == [tmp_path / "tmp"]


def test_export_writes_to_stdout_unless_told_otherwise(processed: tuple[Path, Done]) -> None:
    folder, _ = processed
    done = cueweave("export", folder / "lecture.cueweave/result.json", "--format", "vtt")
    assert done.stdout == (folder / "lecture.cueweave/result.vtt").read_text()


def test_export_of_something_else_is_bad_input(sample: Sample) -> None:
    done = cueweave("export", sample.srt, "--format", "vtt")
    assert done.returncode == 2
    assert "is no result of Cueweave" in done.stderr


def test_a_told_language_is_believed(tmp_path: Path) -> None:
    media_file = noise(tmp_path / "noise.wav", 3)
    (tmp_path / "noise.srt").write_bytes(subtitles(6))
    done = cueweave(
        "process", media_file, "--srt", tmp_path / "noise.srt", "--language", "de-AT", "--json", folder=tmp_path
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["language"] == "de"


@pytest.mark.parametrize("command", ["process", "submit"])
def test_a_language_that_is_none_is_refused(command: str, tmp_path: Path) -> None:
    done = cueweave(command, noise(tmp_path / "noise.wav", 1), "--language", "en_US", folder=tmp_path)
    assert done.returncode == 2
    assert done.stderr == "cueweave: Write the language as a code like en or de, or as a tag like pt-BR or zh-Hans.\n"


def test_a_folder_that_cannot_be_written_is_refused_before_the_work(tmp_path: Path) -> None:
    recording = noise(tmp_path / "noise.wav", 1)
    done = cueweave("process", recording, "-o", recording / "below", folder=tmp_path)
    assert done.returncode == 2
    assert done.stderr == f"cueweave: Can't write to {recording / 'below'}: Not a directory.\n"


def test_work_that_fails_leaves_no_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "text.mp4").write_bytes(b"no video at all " * 200)
    assert cueweave("process", "text.mp4", folder=tmp_path).returncode == 2
    assert [path.name for path in tmp_path.iterdir()] == ["text.mp4"]
