"""Whether a proxy stands between us and the model: only where the operator says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.test_llm import access

from cueweave.errors import SetupError

FAR = {"CUEWEAVE_LLM": "tiny", "CUEWEAVE_LLM_BASE_URL": "http://model.example.org/v1"}
NEAR = {"CUEWEAVE_LLM": "tiny", "CUEWEAVE_LLM_BASE_URL": "http://127.0.0.1:1/v1"}
PROXY = "http://me:hush@proxy.example.org:3128"


@pytest.mark.parametrize(
    ("env", "proxy"),
    [
        (FAR, ""),
        (FAR | {"CUEWEAVE_LLM_PROXY": PROXY}, PROXY),
        (FAR | {"CUEWEAVE_LLM_PROXY": "environment"}, "http://elsewhere:1"),
        (NEAR | {"CUEWEAVE_LLM_PROXY": "environment"}, ""),
    ],
)
def test_the_usual_variables_count_only_where_a_setting_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, env: dict[str, str], proxy: str
) -> None:
    for name in ("no_proxy", "NO_PROXY", "HTTP_PROXY"):
        monkeypatch.delenv(name, raising=False)
    found = access(monkeypatch, tmp_path, http_proxy="http://elsewhere:1", **env)
    assert found
    assert found.proxy == proxy
    assert "hush" not in repr(found)


def test_a_wrong_proxy_is_refused_without_its_password(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="CUEWEAVE_LLM_PROXY") as raised:
        access(monkeypatch, tmp_path, **NEAR, CUEWEAVE_LLM_PROXY="ftp://me:hush@proxy")
    assert "hush" not in raised.value.message
