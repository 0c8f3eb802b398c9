"""What generators of clients want of the OpenAPI document: short names of operations, every error, true examples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from cueweave.api.app import create_app
from cueweave.api.config import ApiConfig
from cueweave.work.config import WorkConfig

APP = create_app(ApiConfig(), WorkConfig(redis_url="redis://nowhere", data_dir=Path("nowhere")))
DOCUMENT: dict[str, Any] = APP.openapi()
OPERATIONS = {
    operation["operationId"]: (path, operation)
    for path, methods in DOCUMENT["paths"].items()
    for operation in methods.values()
}
NAMES = [
    "add_to_upload",
    "cancel_task",
    "create_task",
    "create_upload",
    "delete_upload",
    "follow_task",
    "get_asset",
    "get_limits",
    "get_links",
    "get_media",
    "get_oembed",
    "get_result",
    "get_status",
    "get_upload_offset",
    "get_upload_protocol",
    "health",
    "list_deliveries",
    "list_tasks",
    "metrics",
    "process_at_once",
    "put_result",
    "readiness",
    "resend_delivery",
]
UNCOUNTED = ("/healthz", "/readyz", "/metrics")


def answers() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """All that are JSON: of which operation, with which status, and how they are described."""
    for name, (_, operation) in OPERATIONS.items():
        for status, answer in operation["responses"].items():
            if described := answer.get("content", {}).get("application/json"):
                yield name, status, described


def test_operations_keep_the_names_that_generated_clients_call_them_by() -> None:
    assert sorted(OPERATIONS) == NAMES
    assert all(re.fullmatch(r"[a-z]+(_[a-z]+)*", name) for name in OPERATIONS)


@pytest.mark.parametrize(("name", "status", "described"), list(answers()))
def test_every_json_answer_has_an_example_that_its_schema_allows(
    name: str, status: str, described: dict[str, Any]
) -> None:
    assert described["example"] is not None, (name, status)
    schema = {**described["schema"], "components": DOCUMENT["components"]}
    Draft202012Validator(schema).validate(described["example"])


@pytest.mark.parametrize("name", NAMES)
def test_every_operation_that_is_counted_tells_of_too_many_requests(name: str) -> None:
    path, operation = OPERATIONS[name]
    assert ("429" in operation["responses"]) == (path not in UNCOUNTED)
