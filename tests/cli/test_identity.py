"""What an operator may set about who may call, and how it is told."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from cli.test_serve import free_port
from pydantic import SecretStr
from support.commands import COMMAND, cueweave, environment
from support.issuer import Issuer

from cueweave.cli.identity import in_words, link_secret, may_listen_anywhere, token_rules
from cueweave.errors import SetupError
from cueweave.settings import Settings

URL = "https://login.example.org/keys"
SECRET = SecretStr("s" * 32)


def settings(**values: Any) -> Settings:
    return Settings(_env_file=None, auth=values.pop("auth", "jwt"), **values)


def test_the_algorithms_follow_from_what_tokens_are_checked_with() -> None:
    by_secret, by_keys = token_rules(settings(jwt_secret=SECRET)), token_rules(settings(jwt_jwks_url=URL))
    assert by_secret
    assert by_keys
    assert (by_secret.algorithms, by_keys.algorithms) == (("HS256",), ("RS256", "ES256", "EdDSA"))
    assert token_rules(settings(auth="header", jwt_secret=SECRET)) is None


@pytest.mark.parametrize(
    ("values", "names"),
    [
        ({}, "CUEWEAVE_JWT_SECRET"),
        ({"jwt_secret": SECRET, "jwt_jwks_url": URL}, "one of the two"),
        ({"jwt_secret": SecretStr("s" * 31)}, "32 bytes"),
        ({"jwt_secret": SecretStr("ü" * 15)}, "32 bytes"),
        ({"jwt_secret": SECRET, "jwt_algorithms": ("HS256", "HS512")}, "64 bytes"),
        ({"jwt_secret": SECRET, "jwt_algorithms": ("RS256",)}, "RS256"),
        ({"jwt_secret": SECRET, "jwt_algorithms": ("none",)}, "none"),
        ({"jwt_jwks_url": URL, "jwt_algorithms": ("RS256", "HS256")}, "HS256"),
        ({"jwt_jwks_url": URL, "jwt_algorithms": ("none",)}, "none"),
        ({"jwt_jwks_url": "http://login.example.org/keys"}, "CUEWEAVE_JWT_JWKS_URL"),
    ],
)
def test_what_would_not_be_safe_is_refused_by_name_and_without_the_secret(values: dict[str, Any], names: str) -> None:
    with pytest.raises(SetupError) as refused:
        token_rules(settings(**values))
    assert names in refused.value.message
    assert "sss" not in refused.value.message


def test_a_secret_for_links_must_be_long_enough() -> None:
    assert link_secret(settings()) == ""
    with pytest.raises(SetupError, match="CUEWEAVE_LINK_SECRET"):
        link_secret(settings(link_secret=SecretStr("short")))


def test_only_a_believed_header_ties_the_server_to_this_machine() -> None:
    assert not may_listen_anywhere(settings(auth="header"))
    assert may_listen_anywhere(settings(auth="header", trust_user_header=True))
    assert may_listen_anywhere(settings(jwt_secret=SECRET))


def test_the_words_say_what_is_not_checked() -> None:
    says, note = in_words(settings(jwt_jwks_url=URL, jwt_issuer="https://login.example.org"))
    assert f"RS256, ES256, EdDSA by keys of {URL}, user from sub" in says
    assert note
    assert "CUEWEAVE_JWT_AUDIENCE" in note
    assert "CUEWEAVE_JWT_ISSUER" not in note
    assert in_words(settings(jwt_secret=SECRET, jwt_issuer="x", jwt_audience="y"))[1] is None


def test_no_secret_is_shown_where_settings_or_rules_are() -> None:
    chosen = settings(jwt_secret=SecretStr("top" + "s" * 32), link_secret=SecretStr("top" + "l" * 32))
    assert "tops" not in f"{chosen!r}{token_rules(chosen)!r}{in_words(chosen)}"
    assert "topl" not in repr(chosen)


def identity(folder: Path, **env: str) -> dict[str, Any]:
    findings = json.loads(cueweave("doctor", "--json", folder=folder, env=env).stdout)["findings"]
    return next(finding for finding in findings if finding["name"] == "identity")


def test_the_doctor_fetches_the_keys(tmp_path: Path) -> None:
    with Issuer() as issuer:
        found = identity(tmp_path, **issuer.settings())
        assert (found["ok"], issuer.fetches) == (True, 1)
        assert issuer.url in found["says"]
    away = identity(tmp_path, **issuer.settings())
    assert not away["ok"]
    assert "no answer" in away["says"]


def test_the_doctor_names_what_is_wrong(tmp_path: Path) -> None:
    found = identity(tmp_path, CUEWEAVE_AUTH="jwt", CUEWEAVE_JWT_SECRET="hunter2")  # noqa: S106 - what must not be shown
    assert (found["ok"], "CUEWEAVE_JWT_SECRET" in found["says"], "hunter2" in str(found)) == (False, True, False)


@pytest.mark.parametrize("command", ["api", "up"])
def test_the_server_does_not_start_with_a_short_secret(command: str, tmp_path: Path) -> None:
    env = {"CUEWEAVE_AUTH": "jwt", "CUEWEAVE_JWT_SECRET": "hunter2", "REDIS_URL": "redis://127.0.0.1:1"}
    done = cueweave(command, "--port", "0", folder=tmp_path, env=env)
    assert done.returncode == 2
    assert "CUEWEAVE_JWT_SECRET is too short" in done.stderr
    assert "hunter2" not in done.stderr


def test_with_tokens_the_server_may_listen_on_any_address(tmp_path: Path) -> None:
    env = environment({"CUEWEAVE_AUTH": "jwt", "CUEWEAVE_JWT_SECRET": "s" * 32, "CUEWEAVE_LOG_FORMAT": "json"})
    port = free_port()
    command = [*COMMAND, "up", "--host", "0.0.0.0", "--port", str(port), "--data-dir", str(tmp_path)]  # noqa: S104
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout
        assert f"ready on http://127.0.0.1:{port}" in running.stdout.readline()
        running.terminate()
        log = running.communicate(timeout=60)[1]
    (line,) = [each for each in map(json.loads, log.splitlines()) if each["event"] == "who may call"]
    assert (line["mode"], "on any address" in line["means"]) == ("jwt", True)
    assert "sss" not in log
