"""What every command has in common."""

import subprocess
import sys
from pathlib import Path

import pytest
from support.commands import COMMAND, cueweave, environment

from cueweave import __version__, errors
from cueweave.cli.errors import exit_code
from cueweave.cli.main import COMMANDS

NAMES = sorted(command.__name__ for command in COMMANDS)


def test_the_help_lists_all_commands_and_exit_codes() -> None:
    done = cueweave("--help")
    assert done.returncode == 0
    assert [name for name in NAMES if f"\n  {name} " not in done.stdout] == []
    assert "130  interrupted" in done.stdout


@pytest.mark.parametrize("name", NAMES)
def test_each_commands_help_shows_an_example(name: str) -> None:
    done = cueweave(name, "--help")
    assert done.returncode == 0
    assert f"cueweave {name}" in done.stdout.partition("Example:")[2]


def test_the_version_is_told() -> None:
    assert cueweave("--version").stdout == f"cueweave {__version__}\n"


def test_help_loads_nothing_heavy() -> None:
    program = (
        "import sys; from cueweave.cli.main import run; run(['--help']);"
        "heavy = {'numpy', 'av', 'pydantic', 'fastapi', 'docket', 'redis', 'httpx', 'sklearn', 'pocketsphinx',"
        "'structlog', 'asyncio', 'ssl', 'importlib.metadata', 'rich'};"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=environment())
    assert done.stderr == "[]\n"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["fly"], "No such command 'fly'"),
        (["status"], "Missing argument 'ID'"),
        (["process", "nowhere.mp4"], "'nowhere.mp4' does not exist"),
        (["up", "--port", "99999"], "'--port': Input should be less than or equal to 65535."),
        (["export", "pyproject.toml"], "Missing option '--format'"),
    ],
)
def test_wrong_usage_is_one_sentence_and_exit_code_2(arguments: list[str], sentence: str) -> None:
    done = cueweave(*arguments, folder=Path(__file__).parents[2])
    assert done.returncode == 2
    assert done.stdout == ""
    assert sentence in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    with subprocess.Popen(
        [*COMMAND, "--help"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    ) as run:
        assert run.stdout
        assert run.stderr
        run.stdout.close()
        assert run.stderr.read() == b""


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errors.TaskFailed("x"), 1),
        (errors.BrokenPromise("x"), 1),
        (errors.NotSubtitles("x"), 2),
        (errors.SetupError("x"), 2),
        (errors.ServerRefused("x", status=422), 2),
        (errors.ServerRefused("x", status=404), 3),
        (errors.StoreUnavailable("x"), 3),
        (errors.ServerBusy("x"), 3),
    ],
)
def test_errors_have_exit_codes(error: errors.CueweaveError, code: int) -> None:
    assert exit_code(error) == code


def test_no_command_shows_the_help() -> None:
    done = cueweave()
    assert (done.returncode, done.stderr) == (0, "")
    assert "process" in done.stdout
