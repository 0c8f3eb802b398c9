"""Settings from the environment."""

from pathlib import Path

import pytest
from support.commands import cueweave

from cueweave.cli.config import api_config, read_settings, work_config
from cueweave.errors import SetupError


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("REDIS_URL", "CUEWEAVE_DATA_DIR", "MAX_CONCURRENT_TASKS_PER_USER"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("MAX_CONCURRENT_TASKS_PER_USER", "many"),
        ("MAX_GLOBAL_CONCURRENT_TASKS", "0"),
        ("CUEWEAVE_MAX_MEDIA_BYTES", "-1"),
        ("CUEWEAVE_LOG_FORMAT", "xml"),
        ("CUEWEAVE_AUTH", "none"),
        ("REDIS_URL", "localhost:6379"),
    ],
)
def test_a_wrong_setting_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SetupError, match=name):
        read_settings()


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("redis+cluster://:secret@one:6379", "names a cluster"),
        ("redis+sentinel://:secret@one:26379", "names no master that Sentinels know"),
        ("http://:secret@one", "is no Redis address"),
    ],
)
def test_an_address_that_names_no_store_is_refused_without_its_password(
    monkeypatch: pytest.MonkeyPatch, url: str, says: str
) -> None:
    monkeypatch.setenv("REDIS_URL", url)
    with pytest.raises(SetupError, match=says) as refused:
        read_settings()
    assert "secret" not in refused.value.message


def test_a_wrong_setting_ends_a_command_with_a_sentence_that_hides_its_value(tmp_path: Path) -> None:
    done = cueweave("worker", folder=tmp_path, env={"REDIS_URL": "secret"})
    assert done.returncode == 2
    assert done.stderr == "cueweave: REDIS_URL is no Redis address: write it like redis://localhost:6379.\n"


def test_settings_come_from_a_file_too(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(
        "REDIS_URL=redis://elsewhere:6379\nCUEWEAVE_CORS_ORIGINS=https://a.example, https://b.example\n"
    )
    settings = read_settings()
    assert work_config(settings).redis_url == "redis://elsewhere:6379"
    assert api_config(settings).cors_origins == ("https://a.example", "https://b.example")


def test_frames_may_be_allowed_to_origins_and_to_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    assert api_config(read_settings()).frame_ancestors == ()
    monkeypatch.setenv("CUEWEAVE_FRAME_ANCESTORS", "'self', https://lms.example.org:8443 https://*.example.org")
    allowed = ("'self'", "https://lms.example.org:8443", "https://*.example.org")
    assert api_config(read_settings()).frame_ancestors == allowed
    for wrong in ("https://a.example; script-src *", "'unsafe-inline'", "https://a.example/\r\nX: y"):
        monkeypatch.setenv("CUEWEAVE_FRAME_ANCESTORS", wrong)
        with pytest.raises(SetupError, match="CUEWEAVE_FRAME_ANCESTORS"):
            read_settings()


def test_the_public_address_is_a_scheme_and_a_host(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUEWEAVE_PUBLIC_URL", "https://talks.example.org:8443/")
    assert api_config(read_settings()).public_url == "https://talks.example.org:8443"
    for wrong in ("talks.example.org", "https://a.example/path", 'https://a.example" onload=x', "javascript:x", ""):
        monkeypatch.setenv("CUEWEAVE_PUBLIC_URL", wrong)
        with pytest.raises(SetupError, match="CUEWEAVE_PUBLIC_URL"):
            read_settings()


def test_an_option_beats_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CUEWEAVE_DATA_DIR", "/elsewhere")
    assert read_settings(data_dir=tmp_path).data_dir == tmp_path


@pytest.mark.parametrize("command", ["api", "worker"])
def test_parts_alone_need_a_store(command: str, tmp_path: Path) -> None:
    done = cueweave(command, folder=tmp_path, env={"REDIS_URL": ""})
    assert done.returncode == 2
    assert "REDIS_URL is not set" in done.stderr
    assert "`cueweave up`" in done.stderr
