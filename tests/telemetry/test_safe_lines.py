"""What a log line may hold."""

from __future__ import annotations

from hypothesis import given, strategies as st

from cueweave.telemetry.safe_lines import SHAPES, SafeLines

WORDS = """Bearer_ BASIC_ abcd1234 :// https @ ada:pw signature Token api_key API-KEY x-api-key password PASSWD Secret
    = :_ ' " & eyJ . sk- SK- client_ ſecret K _"""
PIECES = st.sampled_from([word.replace("_", " ") if word.endswith("_") else word for word in WORDS.split()])


@given(st.one_of(st.text(), st.lists(PIECES, max_size=12).map("".join)))
def test_a_text_that_is_not_looked_into_has_no_secret(text: str) -> None:
    looked_into = text
    for shape, instead in SHAPES:
        looked_into = shape.sub(instead, looked_into)
    assert SafeLines([]).hide(text) == looked_into
