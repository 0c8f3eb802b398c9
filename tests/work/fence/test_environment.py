"""Only what is on the list is inherited."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from cueweave.work.fence import environment

SECRETS = ("CUEWEAVE_LLM_API_KEY", "OPENAI_API_KEY", "AWS_SECRET_ACCESS_KEY", "REDIS_URL", "HTTPS_PROXY", "HOME")


@pytest.mark.parametrize("name", SECRETS)
def test_what_is_started_meanwhile_has_no_secret(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, "secret")
    with environment.bare():
        seen = subprocess.check_output([sys.executable, "-c", "import os; print(dict(os.environ))"], text=True)
    assert "PATH" in seen
    assert "secret" not in seen
    assert os.environ[name] == "secret"


@pytest.mark.parametrize("name", ["PATH", "LANG", "LC_ALL", "TZ", "PYTHONPATH", "OMP_NUM_THREADS", "SSL_CERT_FILE"])
def test_what_python_and_its_libraries_need_is_kept(name: str) -> None:
    assert environment.allowed(name)
