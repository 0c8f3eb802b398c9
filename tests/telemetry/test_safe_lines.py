"""What a log line may hold."""

from __future__ import annotations

from hypothesis import given, strategies as st

from cueweave.telemetry.safe_lines import SHAPES, SafeLines

WORDS = """Bearer_ BASIC_ abcd1234 :// https @ ada:pw signature Token api_key API-KEY x-api-key password PASSWD Secret
    = :_ ' " & eyJ . sk- SK- client_ ſecret K _"""
PIECES = st.sampled_from([word.replace("_", " ") if word.endswith("_") else word for word in WORDS.split()])


NAMED = st.sampled_from(["user", "path", "Cookie", "proxy-authorization", "x-api-key", "id_token", "attempt"])
VALUES = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.lists(PIECES, max_size=4).map("".join))


@given(st.dictionaries(st.one_of(NAMED, st.text()), st.one_of(VALUES, st.text()), max_size=6), st.text())
def test_an_event_is_made_safe_as_each_thing_in_it_would_be(event: dict[str, object], secret: str) -> None:
    event = {name: each for name, each in event.items() if name not in ("exception", "stack")}
    safe = SafeLines([secret])
    assert repr(safe(None, "", event)) == repr(safe(None, "", {"nested": event})["nested"])


@given(st.one_of(st.text(), st.lists(PIECES, max_size=12).map("".join)))
def test_a_text_that_is_not_looked_into_has_no_secret(text: str) -> None:
    looked_into = text
    for shape, instead in SHAPES:
        looked_into = shape.sub(instead, looked_into)
    assert SafeLines([]).hide(text) == looked_into
