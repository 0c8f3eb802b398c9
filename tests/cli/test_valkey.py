"""The private store."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import psutil
import pytest
import redis
from support.commands import are_gone, environment
from support.eventually import eventually_sync

from cueweave.cli.valkey import embedded_store
from cueweave.errors import SetupError

KEEPER = """
import sys, time
from pathlib import Path
from cueweave.cli.valkey import embedded_store
with embedded_store(Path(sys.argv[1])) as store:
    print(store.url, flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder whose name is short enough for a socket."""
    with tempfile.TemporaryDirectory(prefix="cw-") as name:
        yield Path(name)


def pid_of(url: str) -> int:
    with redis.Redis.from_url(url) as client:
        return int(client.info("server")["process_id"])


def test_what_is_kept_outlives_the_store(folder: Path) -> None:
    with embedded_store(folder) as store, redis.Redis.from_url(store.url) as client:
        client.set("a", 1)
    with embedded_store(folder) as store, redis.Redis.from_url(store.url) as client:
        assert client.get("a") == b"1"


def test_it_is_durable_private_and_never_evicts(folder: Path) -> None:
    with embedded_store(folder) as store, redis.Redis.from_url(store.url) as client:
        assert store.url == f"unix://{folder}/valkey/valkey.sock"
        assert client.config_get("appendonly") == {"appendonly": "yes"}
        assert client.config_get("maxmemory-policy") == {"maxmemory-policy": "noeviction"}
        assert client.config_get("port") == {"port": "0"}
        assert (folder / "valkey").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("name", ["n" * 100, "with a space", "ünïcode", "50%"])
def test_a_folder_that_no_socket_fits_gets_loopback_and_a_password(folder: Path, name: str) -> None:
    with embedded_store(folder / name) as store, redis.Redis.from_url(store.url) as client:
        assert client.ping()
        assert "@127.0.0.1:" in store.url
        stranger = redis.Redis.from_url(f"redis://127.0.0.1:{urlsplit(store.url).port}")
        with stranger, pytest.raises(redis.AuthenticationError):
            stranger.ping()


def test_a_second_one_on_the_same_folder_is_refused(folder: Path) -> None:
    with embedded_store(folder), pytest.raises(SetupError, match="Another `cueweave up`"), embedded_store(folder):
        pass


def test_it_dies_with_a_parent_that_is_killed_and_starts_again_with_everything(folder: Path) -> None:
    command = [sys.executable, "-c", KEEPER, str(folder)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True, env=environment()
    ) as keeper:
        assert keeper.stdout
        url = keeper.stdout.readline().strip()
        with redis.Redis.from_url(url) as client:
            client.set("a", 1)
        first = psutil.Process(pid_of(url))
        keeper.kill()
    with embedded_store(folder) as store, redis.Redis.from_url(store.url) as client:
        assert client.get("a") == b"1"
        assert are_gone([first])


def test_a_leftover_store_is_ended_first(folder: Path) -> None:
    """As after the death of an `up` where a child can't be tied to its parent."""
    from cueweave.cli.valkey import find_server

    home = folder / "valkey"
    home.mkdir()
    command = [str(find_server()), "--port", "0", "--pidfile", "valkey.pid", "--unixsocket", "valkey.sock"]
    with subprocess.Popen([*command, "--appendonly", "yes"], cwd=home, stdout=subprocess.DEVNULL) as leftover:
        eventually_sync((home / "valkey.sock").exists)
        eventually_sync((home / "valkey.pid").exists)
        with embedded_store(folder) as store:
            assert store.pid != leftover.pid
            assert are_gone([psutil.Process(leftover.pid)])


def test_a_folder_that_cannot_be_written_is_named(folder: Path) -> None:
    (folder / "file").write_text("")
    with pytest.raises(SetupError, match="can't be written"), embedded_store(folder / "file"):
        pass


def test_a_store_that_cannot_start_says_where_to_read_why(folder: Path) -> None:
    (folder / "valkey/appendonlydir").mkdir(parents=True)
    (folder / "valkey/appendonlydir/appendonly.aof.manifest").write_text("rubbish")
    with pytest.raises(SetupError, match=r"valkey\.log"), embedded_store(folder):
        pass
