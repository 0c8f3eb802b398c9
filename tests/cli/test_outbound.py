"""Settings about messages and what may be reached."""

from __future__ import annotations

import pytest
from support.receiver import SECRET

from cueweave.cli.config import read_settings, secrets_of
from cueweave.cli.outbound import allowed, webhooks
from cueweave.clients.outbound.addresses import Allowed
from cueweave.errors import SetupError

OTHER = "whsec_" + "b" * 44


def test_by_default_nobody_is_told_and_nothing_inside_is_reached() -> None:
    settings = read_settings()
    assert webhooks(settings) is None
    assert allowed(settings) == Allowed()


def test_several_secrets_sign_and_none_of_them_is_logged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUEWEAVE_WEBHOOK_SECRETS", f"{SECRET}, {OTHER}")
    settings = read_settings()
    found = webhooks(settings)
    assert found
    assert found.secrets == (SECRET, OTHER)
    assert {SECRET, OTHER} <= set(secrets_of(settings))
    assert SECRET not in repr(found)


@pytest.mark.parametrize(
    ("environment", "named"),
    [
        ({"CUEWEAVE_WEBHOOK_SECRETS": "hunter2"}, "CUEWEAVE_WEBHOOK_SECRETS"),
        ({"CUEWEAVE_CALLBACK_URL": "https://example.org/"}, "CUEWEAVE_WEBHOOK_SECRETS"),
        ({"CUEWEAVE_CALLBACK_URL": "http://hunter2/", "CUEWEAVE_WEBHOOK_SECRETS": SECRET}, "CUEWEAVE_CALLBACK_URL"),
    ],
)
def test_what_is_wrong_is_named_and_not_repeated(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], named: str
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SetupError) as refused:
        webhooks(read_settings())
    assert named in refused.value.message
    assert "hunter2" not in refused.value.message
