"""What the doctor finds."""

import json
import tempfile
from pathlib import Path

import redis
from support.commands import cueweave
from support.model_server import ModelServer
from support.sentinels import Watched, watched  # noqa: F401
from support.valkey import Valkey

from cueweave.cli.doctor import _redis
from cueweave.cli.valkey import embedded_store
from cueweave.work.fence.trial import LOOKING, WORKING


def test_a_healthy_machine_is_said_to_be_one(tmp_path: Path) -> None:
    done = cueweave("doctor", folder=tmp_path)
    assert done.returncode == 0, done.stdout
    assert done.stdout.endswith("Everything needed is there.\n")
    assert "MISSING" not in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_scripts_get_json(tmp_path: Path) -> None:
    answer = json.loads(cueweave("doctor", "--json", folder=tmp_path).stdout)
    assert answer["ok"] is True
    names = [finding["name"] for finding in answer["findings"]]
    first = [
        "python",
        "media",
        "speech model",
        "store",
        "data directory",
        "identity",
        "rates",
        "metrics",
        "analyser",
        "transcriber",
        "speakers",
        "fences",
    ]
    assert (names[: len(first)], set(names[len(first) :]) <= {"fences"}) == (first, True)


def test_a_store_that_cannot_be_reached_is_missing(tmp_path: Path) -> None:
    done = cueweave("doctor", folder=tmp_path, env={"REDIS_URL": "redis://:secret@127.0.0.1:1"})
    assert done.returncode == 1
    assert "MISSING  store" in done.stdout
    assert "secret" not in done.stdout


def test_the_master_is_looked_at_where_sentinels_watch_over_it(watched: Watched) -> None:  # noqa: F811
    assert _redis(watched.url).says.endswith("appendonly yes")
    with redis.Redis(port=watched.master()) as client:
        client.config_set("maxmemory", "1gb")
        client.config_set("maxmemory-policy", "allkeys-lru")
    assert _redis(watched.url).says.endswith("maxmemory-policy allkeys-lru")


def test_a_node_of_a_cluster_is_no_store() -> None:
    with tempfile.TemporaryDirectory(prefix="cw-") as folder:
        node = Valkey(Path(folder), cluster_enabled="yes")
        node.start()
        try:
            found = _redis(node.url)
        finally:
            node.kill()
    assert (found.ok, found.says.endswith("a node of a cluster")) == (False, True)


def test_a_store_that_forgets_is_told() -> None:
    with tempfile.TemporaryDirectory(prefix="cw-") as name, embedded_store(Path(name)) as store:
        assert "appendonly yes\n" in cueweave("doctor", folder=Path(name), env={"REDIS_URL": store.url}).stdout
        with redis.Redis.from_url(store.url) as client:
            client.config_set("appendonly", "no")
            volatile = cueweave("doctor", folder=Path(name), env={"REDIS_URL": store.url})
            client.config_set("maxmemory", "1gb")
            client.config_set("maxmemory-policy", "allkeys-lru")
            forgetful = cueweave("doctor", folder=Path(name), env={"REDIS_URL": store.url})
    assert (volatile.returncode, forgetful.returncode) == (0, 0)
    assert "Set `appendonly yes` there, or tasks are lost" in volatile.stdout
    assert "maxmemory-policy allkeys-lru" in forgetful.stdout
    assert "Set `maxmemory-policy noeviction` there" in forgetful.stdout


def test_a_data_directory_that_is_a_file_is_missing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = cueweave("doctor", folder=tmp_path, env={"CUEWEAVE_DATA_DIR": str(tmp_path / "file")})
    assert done.returncode == 1
    assert "MISSING  data directory" in done.stdout


def test_a_wrong_setting_is_named(tmp_path: Path) -> None:
    done = cueweave("doctor", folder=tmp_path, env={"MAX_GLOBAL_CONCURRENT_TASKS": "0"})
    assert done.returncode == 1
    assert "MAX_GLOBAL_CONCURRENT_TASKS" in done.stdout


def analyser(folder: Path, **env: str) -> dict[str, object]:
    findings = json.loads(cueweave("doctor", "--json", folder=folder, env=env).stdout)["findings"]
    return next(finding for finding in findings if finding["name"] == "analyser")


def test_the_analyser_is_offline_unless_a_model_is_set(tmp_path: Path) -> None:
    assert analyser(tmp_path)["says"] == "offline"


def test_a_model_is_looked_for_without_being_asked(tmp_path: Path) -> None:
    with ModelServer() as server:
        found = analyser(tmp_path, CUEWEAVE_LLM="tiny", CUEWEAVE_LLM_BASE_URL=server.url)
    assert (found["says"], found["ok"]) == (f"tiny at {server.url}, reachable", True)
    assert server.seen == []


def test_a_model_that_is_away_is_no_reason_not_to_start(tmp_path: Path) -> None:
    settings = {"CUEWEAVE_LLM": "tiny", "CUEWEAVE_LLM_BASE_URL": "http://127.0.0.1:1/v1"}
    found = analyser(tmp_path, CUEWEAVE_LLM_API_KEY="sk-secret", **settings)
    assert found["ok"]
    assert "not reachable" in str(found["says"])
    assert "sk-secret" not in str(found)


def test_a_model_that_cannot_be_asked_is_missing(tmp_path: Path) -> None:
    found = analyser(tmp_path, CUEWEAVE_LLM="openai:tiny", OPENAI_API_KEY="")
    assert (found["ok"], "OPENAI_API_KEY" in str(found["says"])) == (False, True)


def test_the_fences_are_told_and_those_that_do_not_hold_with_their_reason(tmp_path: Path) -> None:
    findings = json.loads(cueweave("doctor", "--json", folder=tmp_path).stdout)["findings"]
    held, *open_ = [finding for finding in findings if finding["name"] == "fences"]
    named = held["says"].removeprefix("hold: ").split(", ")
    named += [finding["says"].partition(":")[0] for finding in open_]
    assert sorted(named) == sorted(LOOKING | WORKING)
    assert all(finding["note"] and finding["ok"] for finding in open_)
