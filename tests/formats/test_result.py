"""A result that is handed in again, at the door."""

import pytest
from formats.talks import everything, read_result_of, result, spoken

from cueweave.errors import BadInput
from cueweave.formats import read_result, to_json


def test_a_result_is_read_with_and_without_the_servers_envelope() -> None:
    bare = to_json(result(spoken("Hello there."))).encode()
    assert read_result(b'{"task_id": "a:b", "status": "completed", "result": ' + bare + b"}") == read_result(bare)


def test_what_exports_do_not_look_at_is_kept() -> None:
    document = everything()
    document["paragraphs"][0]["words"][0]["stress"] = 2
    assert read_result(to_json(read_result_of(document)).encode()) == document


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no json",
        b"[]",
        b"{}",
        b'{"paragraphs": [{"words": [{"word": "a", "start": 0}]}]}',
        b'{"paragraphs": 1}',
        b'{"paragraphs": [{"words": [{"word": "a", "start": -1, "end": 0}]}]}',
        b'{"paragraphs": [{"words": [{"word": "a", "start": 0, "end": 1e300}]}]}',
        b'{"paragraphs": [{"words": [], "visuals": {"start_time": 0, "end_time": 1, "content": {"type": "film"}}}]}',
    ],
)
def test_what_is_no_result_is_named_as_such(data: bytes) -> None:
    with pytest.raises(BadInput, match="no result of Cueweave"):
        read_result(data)
