"""The parts of the service alone."""

import signal
import socket
import subprocess
import tempfile
from pathlib import Path

import httpx
from support.commands import COMMAND, environment
from support.eventually import eventually_sync
from support.tls import TLS

from cueweave.cli.valkey import embedded_store


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def has_worker(url: str) -> bool:
    try:
        answer = httpx.get(f"{url}/readyz", timeout=5, verify=TLS)
    except httpx.TransportError:
        return False
    return answer.status_code == 200 and answer.json()["workers"] == 1


def test_api_and_worker_find_each_other_and_end_well_when_told_to() -> None:
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="cw-") as name, embedded_store(Path(name)) as store:
        env = environment({"REDIS_URL": store.url, "CUEWEAVE_DATA_DIR": name})
        with (
            subprocess.Popen([*COMMAND, "api", "--port", str(port)], env=env, stderr=subprocess.PIPE) as api,
            subprocess.Popen([*COMMAND, "worker"], env=env, stderr=subprocess.PIPE) as worker,
        ):
            try:
                eventually_sync(lambda: has_worker(f"http://127.0.0.1:{port}"), within=60)
            finally:
                for part in (api, worker):
                    part.send_signal(signal.SIGTERM)
            logs = [part.communicate(timeout=60)[1] for part in (api, worker)]
        assert (api.returncode, worker.returncode) == (0, 0)
        assert [log for log in logs if b"Traceback" in log] == []
