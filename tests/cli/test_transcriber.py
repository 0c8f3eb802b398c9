"""What hears without subtitles: what is set, else the best that is there, never a worse one in its place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from make_sample import Sample
from support import media, tiny_whisper
from support.commands import cueweave
from support.speech_server import TEXT, SpeechServer, fails

from cueweave.cli import transcriber
from cueweave.cli.config import read_settings
from cueweave.cli.transcriber import Choice, chosen
from cueweave.clients.models.folder import write_manifest
from cueweave.domain import engines
from cueweave.errors import SetupError

URL = "http://127.0.0.1:8000/v1"


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the model `tiny` in it."""
    folder = tmp_path_factory.mktemp("models")
    tiny = tiny_whisper.make(folder / "tiny")
    write_manifest(tiny, name="tiny", repository="owner/name", revision="1")
    return folder


@pytest.fixture(scope="module")
def talk(sample: Sample, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A recording of 12 s in which somebody speaks."""
    return media.spoken(tmp_path_factory.mktemp("talk") / "talk.wav", sample.media, 12.0)


def choice(monkeypatch: pytest.MonkeyPatch, folder: Path, **env: str) -> Choice:
    monkeypatch.chdir(folder)
    for name in ("OPENAI_API_KEY", "HF_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HF_HUB_CACHE", str(folder / "cache"))
    for name, value in {"CUEWEAVE_MODELS_DIR": str(folder / "none"), **env}.items():
        monkeypatch.setenv(name, value)
    return chosen(read_settings())


def test_with_nothing_else_pocketsphinx_hears_and_says_that_it_is_rough(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    found = choice(monkeypatch, tmp_path)
    assert found.engine == engines.PocketSphinx()
    assert "no model is in" in found.because
    assert "English only" in str(found.note)


def test_without_the_library_pocketsphinx_hears_and_a_model_that_is_set_is_missed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, models: Path
) -> None:
    monkeypatch.setattr(transcriber, "find_spec", lambda _: None)
    found = choice(monkeypatch, tmp_path, CUEWEAVE_MODELS_DIR=str(models))
    assert (found.engine, "not installed" in found.because) == (engines.PocketSphinx(), True)
    with pytest.raises(SetupError, match=r"pip install 'cueweave\[whisper\]'"):
        choice(monkeypatch, tmp_path, CUEWEAVE_TRANSCRIBER_MODEL="tiny")


def test_a_model_in_the_folder_is_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, models: Path) -> None:
    engine = choice(monkeypatch, tmp_path, CUEWEAVE_MODELS_DIR=str(models)).engine
    assert isinstance(engine, engines.Whisper)
    assert (engine.model, engine.folder, engine.reads) == ("tiny", models / "tiny", (models / "tiny",))
    assert (engine.device, engine.compute_type, engine.threads > 0) == ("cpu", "int8", True)


def test_a_model_can_be_a_folder_of_ones_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    tiny_whisper.make(tmp_path / "own")
    for name in ("./own", str(tmp_path / "own")):
        engine = choice(monkeypatch, tmp_path, CUEWEAVE_TRANSCRIBER_MODEL=name).engine
        assert isinstance(engine, engines.Whisper)
        assert (engine.model, engine.folder) == ("own", tmp_path / "own")


def test_a_server_that_is_set_is_taken_before_all_else(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, models: Path
) -> None:
    env = {"CUEWEAVE_TRANSCRIBER_BASE_URL": f"{URL}/", "CUEWEAVE_TRANSCRIBER_API_KEY": "sk-1", "OPENAI_API_KEY": "sk-o"}
    found = choice(monkeypatch, tmp_path, CUEWEAVE_MODELS_DIR=str(models), CUEWEAVE_TRANSCRIBER_MODEL="large", **env)
    assert found.engine == engines.SpeechServer("large", URL, "sk-1", 600.0)
    assert "CUEWEAVE_TRANSCRIBER_BASE_URL" in found.because


def test_openais_key_goes_to_openai_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    env = {"CUEWEAVE_TRANSCRIBER": "openai", "OPENAI_API_KEY": "sk-o"}
    own = choice(monkeypatch, tmp_path, **env).engine
    assert own == engines.SpeechServer("whisper-1", "https://api.openai.com/v1", "sk-o")
    other = choice(monkeypatch, tmp_path, **env, CUEWEAVE_TRANSCRIBER_BASE_URL=URL).engine
    assert other == engines.SpeechServer("whisper-1", URL)


def test_pocketsphinx_is_taken_where_it_is_wanted(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, models: Path
) -> None:
    env = {"CUEWEAVE_TRANSCRIBER": "pocketsphinx", "CUEWEAVE_MODELS_DIR": str(models)}
    assert choice(monkeypatch, tmp_path, **env).engine == engines.PocketSphinx()


@pytest.mark.parametrize(
    ("env", "says"),
    [
        ({"CUEWEAVE_TRANSCRIBER": "openai"}, "CUEWEAVE_TRANSCRIBER_BASE_URL"),
        ({"CUEWEAVE_TRANSCRIBER": "faster-whisper"}, "cueweave models pull"),
        ({"CUEWEAVE_TRANSCRIBER_MODEL": "small"}, "cueweave models pull small"),
        ({"CUEWEAVE_TRANSCRIBER_MODEL": "huge"}, "cueweave models list"),
        ({"CUEWEAVE_TRANSCRIBER_MODEL": "./none"}, "no model for faster-whisper"),
        ({"CUEWEAVE_TRANSCRIBER_BASE_URL": "localhost"}, "CUEWEAVE_TRANSCRIBER_BASE_URL"),
        ({"CUEWEAVE_TRANSCRIBER_BASE_URL": "http://me:sk-secret@host/v1"}, "CUEWEAVE_TRANSCRIBER_API_KEY"),
        ({"CUEWEAVE_TRANSCRIBER_BASE_URL": URL, "CUEWEAVE_TRANSCRIBER_API_KEY": "sk-secret\nX: y"}, "key"),
        ({"CUEWEAVE_TRANSCRIBER_BASE_URL": URL, "CUEWEAVE_TRANSCRIBER_PROXY": "socks:x"}, "CUEWEAVE_TRANSCRIBER_PROXY"),
        ({"CUEWEAVE_TRANSCRIBER": "vosk"}, "CUEWEAVE_TRANSCRIBER"),
    ],
)
def test_what_is_set_and_can_not_be_had_is_told_with_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, env: dict[str, str], says: str
) -> None:
    with pytest.raises(SetupError, match=says) as raised:
        choice(monkeypatch, tmp_path, **env)
    assert "sk-secret" not in str(raised.value)


def test_a_card_that_is_not_there_is_missed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, models: Path) -> None:
    if Path("/dev/nvidiactl").exists():
        pytest.skip("this machine may have one")
    with pytest.raises(SetupError, match="NVIDIA"):
        choice(monkeypatch, tmp_path, CUEWEAVE_MODELS_DIR=str(models), CUEWEAVE_TRANSCRIBER_DEVICE="cuda")


def heard(folder: Path, medium: Path, *arguments: str, **env: str) -> tuple[str, str]:
    """What `process` hears without subtitles, and what it says on stderr."""
    done = cueweave("process", medium, "-o", folder / "out", *arguments, folder=folder, env=env)
    assert done.returncode == 0, done.stderr
    document = json.loads((folder / "out/result.json").read_text())
    return " ".join(each["paragraph_text"] for each in document["paragraphs"]), done.stderr


def test_process_hears_by_faster_whisper(talk: Path, tmp_path: Path, models: Path) -> None:
    text, said = heard(tmp_path, talk, CUEWEAVE_MODELS_DIR=str(models))
    assert set(text.split()) == set(tiny_whisper.SAYS)
    assert f"transcriber: faster-whisper tiny (int8, cpu), since the best model in {models}" in said


def test_process_hears_by_a_server(talk: Path, tmp_path: Path) -> None:
    with SpeechServer() as server:
        env = {"CUEWEAVE_TRANSCRIBER_BASE_URL": server.url, "CUEWEAVE_TRANSCRIBER_API_KEY": "sk-secret"}
        text, said = heard(tmp_path, talk, "--transcriber", "openai", "--language", "en", **env)
    assert set(text.split()) == set(TEXT.split())
    assert "sk-secret" not in said
    assert {tuple(asked.fields["language"]) for asked in server.asked} == {("en",)}


def test_a_server_that_fails_ends_process_with_a_sentence(talk: Path, tmp_path: Path) -> None:
    with SpeechServer(fails(status=401)) as server:
        env = {"CUEWEAVE_TRANSCRIBER_BASE_URL": server.url}
        done = cueweave("process", talk, folder=tmp_path, env=env)
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert "refuses the key" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_language_that_pocketsphinx_does_not_know_is_refused_before_any_work(talk: Path, tmp_path: Path) -> None:
    done = cueweave("process", talk, "--language", "pt-BR", folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "hears English only: send subtitles" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_doctor_says_what_hears_and_why(tmp_path: Path, models: Path) -> None:
    def says(**env: str) -> str:
        findings = json.loads(cueweave("doctor", "--json", folder=tmp_path, env=env).stdout)["findings"]
        return next(f"{each['ok']} {each['says']}" for each in findings if each["name"] == "transcriber")

    assert says(CUEWEAVE_MODELS_DIR=str(models)).startswith("True faster-whisper tiny (int8, cpu), since ")
    away = says(CUEWEAVE_TRANSCRIBER_BASE_URL="http://127.0.0.1:1/v1")
    assert away == "True openai whisper-1 at http://127.0.0.1:1/v1: not reachable (ConnectError)"
