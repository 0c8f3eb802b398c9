"""The podcast transcript by its published rules."""

import json

from formats.talks import full_talk, said, talk, talks
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from cueweave.formats import Talk
from cueweave.formats.podcast_transcript import to_podcast_transcript

SCHEMA = {
    "type": "object",
    "required": ["version", "segments"],
    "properties": {
        "version": {"const": "1.0.0"},
        "segments": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["startTime", "endTime", "body"],
                "additionalProperties": False,
                "properties": {
                    "speaker": {"type": "string"},
                    "startTime": {"type": "number", "minimum": 0},
                    "endTime": {"type": "number", "minimum": 0},
                    "body": {"type": "string", "minLength": 1},
                },
            },
        },
    },
}


def test_it_keeps_to_the_rules() -> None:
    for one in (full_talk(), talk()):
        Draft202012Validator(SCHEMA).validate(json.loads(to_podcast_transcript(one)))


@given(talks())
@settings(deadline=None, max_examples=25)
def test_every_word_is_in_one_segment(one: Talk) -> None:
    bodies = [each["body"] for each in json.loads(to_podcast_transcript(one))["segments"]]
    assert "".join("".join(bodies).split()) == "".join(said(one))
