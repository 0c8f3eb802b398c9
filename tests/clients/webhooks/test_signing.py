"""Signatures by the standard."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from cueweave.clients.webhooks.signing import check_secret, signed
from cueweave.errors import SetupError

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"  # noqa: S105 - of the standard's own example


def test_a_message_is_signed_as_in_the_standards_own_example() -> None:
    at = datetime.fromtimestamp(1614265330, UTC)
    headers = dict(signed("msg_p5jXN8AQM9LWM0D4loKWxJek", at, '{"test": 2432232314}', [SECRET]))
    assert headers == {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    }


@pytest.mark.parametrize(
    "secret",
    [
        "",
        "whsec_",
        "whsec_c2hvcnQ=",
        "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "whsec_not*base64*at*all*not*base64*at*all",
        "whsec_" + "a" * 200,
    ],
)
def test_what_is_no_secret_is_refused_and_not_repeated(secret: str) -> None:
    with pytest.raises(SetupError) as refused:
        check_secret(secret)
    assert "CUEWEAVE_WEBHOOK_SECRETS" in refused.value.message
    assert len(secret) < 10 or secret not in refused.value.message


def test_a_secret_of_the_standard_is_taken() -> None:
    assert check_secret(SECRET) == SECRET
