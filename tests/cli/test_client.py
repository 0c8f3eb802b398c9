"""The commands that ask a running server."""

import json
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
from make_sample import Sample
from support.commands import Done, Up, cueweave
from support.eventually import eventually_sync
from support.media_host import MediaHost
from support.receiver import Receiver

pytestmark = pytest.mark.xdist_group("cli")


@dataclass(frozen=True)
class Submitted:
    """A task that was submitted with --wait, and what that printed."""

    id: str
    done: Done
    media: Path
    srt: Path


@pytest.fixture(scope="module")
def submitted(server: Up, sample: Sample) -> Submitted:
    done = server.run("submit", sample.media, "--srt", sample.srt, "--wait")
    return Submitted(done.stdout.strip(), done, sample.media, sample.srt)


def test_submit_prints_the_id_and_shows_progress_line_by_line(submitted: Submitted) -> None:
    assert submitted.done.returncode == 0, submitted.done.stderr
    assert submitted.id.startswith("ada:")
    lines = submitted.done.stderr.splitlines()
    assert "uploading      100%" in lines
    assert lines[-1] == "completed      100%"


def test_submit_names_who_is_told_when_it_is_over(server: Up, sample: Sample) -> None:
    with Receiver() as receiver:
        task = server.run("submit", sample.media, "--callback-url", receiver.url).stdout.strip()
        server.run("cancel", task)
        eventually_sync(lambda: receiver.taken)
    assert receiver.taken[0].told["data"]["task_id"] == task


def test_submit_takes_an_earlier_task_of_the_same_content_where_it_is_told_to(server: Up, submitted: Submitted) -> None:
    recording = (submitted.media, "--srt", submitted.srt)
    again = server.run("submit", *recording, "--reuse")
    assert again.stdout == f"{submitted.id}\n"
    assert again.stderr.splitlines()[-1].startswith("The same was handed in before")
    fresh = server.run("submit", *recording, "--no-reuse").stdout.strip()
    assert server.status(fresh)["status"] in ("pending", "processing")
    server.run("cancel", fresh)


def test_submit_hands_in_an_address_that_the_server_fetches(server: Up, sample: Sample) -> None:
    with MediaHost(sample.media.read_bytes()) as host:
        done = server.run("submit", "--media-url", host.url, "--srt", sample.srt, "--wait")
        assert done.returncode == 0, done.stderr
    assert "handing in" in done.stderr
    assert "uploading" not in done.stderr
    assert host.asked == 1
    assert server.status(done.stdout.strip())["status"] == "completed"


def test_an_address_that_the_server_fetches_nothing_from_is_bad_input(server: Up) -> None:
    done = server.run("submit", "--media-url", "https://media.example.org/a.mp4")
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith("cueweave: media_url: ")


URL = "http://127.0.0.1:1/a.mp4"
ONE_TOO_MANY = "cueweave: {} and --media-url are two recordings: give one of them."


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((), "cueweave: Name the recording: a file, a folder, or an address with --media-url."),
        (("talk.srt", "--media-url", URL), f"{ONE_TOO_MANY.format('talk.srt')} Subtitles go in --srt."),
        ((".", "--media-url", URL), ONE_TOO_MANY.format(".")),
        (
            (".", "--callback-url", URL),
            "cueweave: --callback-url is for one recording: a folder's tasks are waited for and fetched here.",
        ),
        (
            (".", "--reuse"),
            "cueweave: --reuse is for one recording: of a folder, what is done already is left alone anyway.",
        ),
    ],
)
def test_a_recording_is_named_once(arguments: tuple[str, ...], sentence: str, tmp_path: Path) -> None:
    (tmp_path / "talk.srt").write_text("")
    done = cueweave("submit", *arguments, folder=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"{sentence}\n")


def test_submit_sends_slides_along(server: Up, sample: Sample, tmp_path: Path) -> None:
    (tmp_path / "deck.pdf").write_bytes(b"no PDF")
    done = server.run("submit", sample.media, "--srt", sample.srt, "--slides", tmp_path / "deck.pdf")
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith("cueweave: slides_file: The slides are no PDF")


def test_status_tells_where_a_task_stands(server: Up, submitted: Submitted) -> None:
    assert server.run("status", submitted.id).stdout == f"{submitted.id}  completed   completed       100%\n"
    answer = json.loads(server.run("status", submitted.id, "--json").stdout)
    assert (answer["status"], answer["progress"]) == ("completed", 100)


def test_a_result_can_be_read_as_paragraphs_with_times(server: Up, submitted: Submitted) -> None:
    text = server.run("result", submitted.id).stdout
    document = json.loads(server.run("result", submitted.id, "--json").stdout)
    assert [each["paragraph_text"] for each in document["paragraphs"] if each["paragraph_text"] not in text] == []
    assert "\n[0" in f"\n{text}"


def test_a_result_can_be_written_and_exported(server: Up, submitted: Submitted, tmp_path: Path) -> None:
    written = tmp_path / "lecture.json"
    assert server.run("result", submitted.id, "-o", written).returncode == 0
    done = cueweave("export", written, "--format", "vtt", "-o", tmp_path / "lecture.vtt")
    assert done.stdout == f"{tmp_path / 'lecture.vtt'}\n"
    assert (tmp_path / "lecture.vtt").read_text().startswith("WEBVTT\n\n00:00:")


def test_tasks_lists_them(server: Up, submitted: Submitted) -> None:
    text = server.run("tasks").stdout
    assert f"{submitted.id}  completed" in text
    answer = json.loads(server.run("tasks", "--json").stdout)
    assert submitted.id in [task["task_id"] for task in answer["completed_tasks"]]
    assert server.run("tasks", user="nobody").stdout == "0 active, 0 finished\n"


def test_cancel_stops_a_task_and_can_be_repeated(server: Up, sample: Sample) -> None:
    task = json.loads(server.run("submit", sample.media, "--srt", sample.srt, "--json").stdout)["task_id"]
    assert server.run("cancel", task).stdout == f"{task}  cancelled\n"
    assert json.loads(server.run("cancel", task, "--json").stdout)["status"] == "cancelled"
    done = server.run("result", task)
    assert done.returncode == 3
    assert done.stderr == "cueweave: Task is not completed. Current status: cancelled\n"


def test_somebody_elses_task_is_refused(server: Up, submitted: Submitted) -> None:
    done = server.run("status", submitted.id, user="eve")
    assert (done.returncode, done.stderr) == (3, "cueweave: Access denied\n")


def test_a_medium_that_is_none_is_bad_input(server: Up, tmp_path: Path) -> None:
    (tmp_path / "text.mp4").write_text("This is no video. " * 100)
    done = server.run("submit", tmp_path / "text.mp4", "--wait")
    assert done.returncode == 2
    assert done.stdout == ""
    assert "Traceback" not in done.stderr


def test_a_user_with_forbidden_characters_is_bad_input(server: Up) -> None:
    done = server.run("tasks", user="a:b")
    assert done.returncode == 2
    assert "Invalid X-User-ID header" in done.stderr


@pytest.mark.parametrize("address", ["http://127.0.0.1:1", "http://nowhere.invalid"])
def test_no_server_is_exit_code_3(address: str) -> None:
    done = cueweave("tasks", "--server", address)
    assert done.returncode == 3
    assert done.stderr == (
        f"cueweave: No server answers at {address}: start one with `cueweave up`, or name another with --server.\n"
    )


@pytest.mark.parametrize("address", ["127.0.0.1:8000", "ftp://127.0.0.1", "http://a b:port", ""])
def test_a_wrong_address_is_wrong_usage(address: str) -> None:
    done = cueweave("tasks", "--server", address)
    assert done.returncode == 2, done.stderr
    assert "--server" in done.stderr
    assert len(done.stderr.splitlines()) == 1


TOKEN = "abc.def-_~+/.ghi=="  # noqa: S105 - of these tests


class Echo(BaseHTTPRequestHandler):
    """Says which headers it was asked with, in the shape of an error."""

    def do_GET(self) -> None:  # the library's name
        said = json.dumps({"detail": f"{self.headers['Authorization']} {self.headers['X-User-ID']}"}).encode()
        self.send_response(401)
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)

    def log_message(self, *_: object) -> None:
        pass


@pytest.mark.parametrize("by", ["option", "variable"])
def test_a_token_is_sent_in_the_users_place(by: str) -> None:
    with HTTPServer(("127.0.0.1", 0), Echo) as echo:
        Thread(target=echo.handle_request, daemon=True).start()
        address = ("tasks", "--server", f"http://127.0.0.1:{echo.server_port}")
        given = ("--token", TOKEN) if by == "option" else ()
        done = cueweave(*address, *given, env={} if given else {"CUEWEAVE_TOKEN": TOKEN})
    assert done.stderr == f"cueweave: Bearer {TOKEN} None\n"  # the server's words, not ours


@pytest.mark.parametrize(
    "address", ["http://192.0.2.1", "http://lectures.example.org:8000", "http://localhost.evil.org"]
)
def test_a_token_is_not_sent_where_others_can_read_it(address: str) -> None:
    done = cueweave("tasks", "--server", address, env={"CUEWEAVE_TOKEN": TOKEN})
    assert done.returncode == 2
    assert "CUEWEAVE_TOKEN_OVER_HTTP=1" in done.stderr
    assert TOKEN not in done.stdout + done.stderr


def test_a_token_is_sent_so_all_the_same_where_the_user_wants_it() -> None:
    env = {"CUEWEAVE_TOKEN": TOKEN, "CUEWEAVE_TOKEN_OVER_HTTP": "1"}
    done = cueweave("tasks", "--server", "http://nowhere.invalid", env=env)
    assert "No server answers" in done.stderr
    assert TOKEN not in done.stderr


@pytest.mark.parametrize("token", ["two words", "a\nX-User-ID: eve", "töken", "Bearer abc"])
def test_what_is_no_token_is_told_without_being_shown(token: str) -> None:
    done = cueweave("tasks", env={"CUEWEAVE_TOKEN": token})
    assert done.returncode == 2
    assert "--token is no token" in done.stderr
    assert token not in done.stderr


def test_something_else_that_answers_is_told_apart() -> None:
    class Other(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # the library's name
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"<html>")

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Other) as other:
        Thread(target=other.handle_request, daemon=True).start()
        done = cueweave("tasks", "--server", f"http://127.0.0.1:{other.server_port}")
    assert done.returncode == 3
    assert "is not Cueweave" in done.stderr
