"""Identity in the OpenAPI document, which `/docs` shows: it says what the operator has chosen."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI

from cueweave.api.identity import USER_SCHEME

BEARER = {
    "type": "http",
    "scheme": "bearer",
    "bearerFormat": "JWT",
    "description": "An access token of the issuer that this server trusts.",
}


def describe_tokens(app: FastAPI) -> None:
    """Let the document ask for tokens; call it when all routes are there."""
    document: dict[str, Any] = app.openapi()
    document["components"]["securitySchemes"][USER_SCHEME] = BEARER
    for methods in document["paths"].values():
        for operation in methods.values():
            if {} in operation.get("security", ()):  # the synchronous call: nobody without a name here
                operation["security"].remove({})
