"""The OpenAPI document is true: schemathesis asks what it says can be asked, and more, and checks every answer."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import httpx
import pytest
import schemathesis
from api.service import Files, Service
from hypothesis import HealthCheck, Phase, settings
from schemathesis.core.parameters import ParameterLocation
from schemathesis.generation import GenerationMode

from cueweave.api.app import create_app
from cueweave.api.config import ApiConfig
from cueweave.work.config import WorkConfig

EXAMPLES = int(os.environ.get("CONTRACT_EXAMPLES", "50"))
"""Of each route; `make contract` asks for many more."""
CHECKS = {
    # bytes that are well-formed for the form are still no recording, an unfinished task has no result, and a link that
    # was made up is not signed; a length may be above the limit, and a checksum that was made up fits no bytes
    "positive_data_acceptance": {
        "expected-statuses": ["2xx", "400", "403", "404", "409", "413", "415", "422", "429", "460"]
    },
    # 412: tus wants it where the header Tus-Resumable is missing or tells of another version; 501: oEmbed, for a format
    "negative_data_rejection": {
        "expected-statuses": ["400", "401", "403", "404", "405", "409", "412", "415", "422", "429", "431", "501"]
    },
    "missing_required_header": {"expected-statuses": ["400", "401", "403", "412", "415", "422"]},
    # without a worker, a synchronous call can only run into its time-out; 501 as above
    "not_a_server_error": {"expected-statuses": ["2xx", "3xx", "4xx", "501", "504"]},
    # in `header` mode any well-formed name is a user; that a missing one is refused is tested elsewhere
    "ignored_auth": {"enabled": False},
}


@schemathesis.serializer("application/offset+octet-stream")
def as_it_is(_: schemathesis.SerializationContext, value: Any) -> bytes:
    """The bytes of an upload."""
    return value if isinstance(value, bytes) else str(value).encode()


schema = schemathesis.openapi.from_dict(
    create_app(ApiConfig(), WorkConfig(redis_url="redis://nowhere", data_dir=Path("nowhere"))).openapi(),
    config=schemathesis.Config.from_dict({"checks": CHECKS}),
)


@pytest.fixture
def task_id(narrow: Service, files: Files) -> str:
    """A task that is there."""
    with narrow.client() as client:
        created = client.post("/process/srt_media/", files=files).raise_for_status()
    return str(created.json()["task_id"])


@schema.parametrize()
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
def test_every_answer_is_one_that_the_document_describes(
    case: schemathesis.Case[Any], narrow: Service, task_id: str
) -> None:
    # of a task that is there: no worker will end it
    held_back = case.path.endswith("/events") or bool((case.query or {}).get("wait"))
    if len(case.path_parameters.get("task_id", "")) % 2 and not held_back:
        case.path_parameters["task_id"] = task_id
    case.call_and_validate(base_url=narrow.url, headers={} if _has_bad_headers(case) else {"X-User-ID": "ada"})


def _has_bad_headers(case: schemathesis.Case[Any]) -> bool:
    """Whether headers were spoilt on purpose, that which says who asks among them: then it is not put right again."""
    if case.meta is None or case.meta.generation.mode is not GenerationMode.NEGATIVE:
        return False
    headers = case.meta.components.get(ParameterLocation.HEADER)
    return headers is not None and headers.mode is GenerationMode.NEGATIVE


def test_every_error_of_the_document_has_the_same_shape(idle: Service) -> None:
    paths = httpx.get(f"{idle.url}/openapi.json").json()["paths"]
    for operation in (each for methods in paths.values() for each in methods.values()):
        for status, answer in operation["responses"].items():
            if status >= "400":
                shape = answer["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
                assert shape in ("Problem", "NotReady"), (operation["operationId"], status)


def test_the_upload_forms_are_described(idle: Service) -> None:
    document = httpx.get(f"{idle.url}/openapi.json").json()
    for path, more in {"/process/srt_media/": {"reuse_result"}, "/process/srt_media/sync": set()}.items():
        form = document["paths"][path]["post"]["requestBody"]["content"]["multipart/form-data"]["schema"]
        media = {"media_file", "media_upload", "media_url"}
        assert set(form["properties"]) == {"srt_file", "slides_file", "language", "callback_url"} | media | more
        assert "required" not in form  # one of three fields


def test_a_wrong_method_is_told_all_that_the_address_takes(idle: Service) -> None:
    answer = httpx.post(f"{idle.url}/tasks/ada/result")
    assert (answer.status_code, answer.headers.get_list("allow")) == (405, ["GET, PUT"])
