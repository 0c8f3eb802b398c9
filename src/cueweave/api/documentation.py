"""The page at `/docs`: Swagger UI, from this installation and not from a stranger's server as FastAPI has it."""

from __future__ import annotations

from importlib.resources import files

from fastapi import APIRouter, Request, Response
from starlette.exceptions import HTTPException

from cueweave.api.files import File
from cueweave.api.guard import ON_PAGES, policy

PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Cueweave: the HTTP interface</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="/docs/favicon-32x32.png">
<link rel="stylesheet" href="/docs/swagger-ui.css">
<main id="swagger-ui"></main>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</html>
"""
START = """SwaggerUIBundle({
  url: "/openapi.json",
  dom_id: "#swagger-ui",
  deepLinking: true,
  validatorUrl: null,
});
"""
PARTS = ("swagger-ui-bundle.js", "swagger-ui.css", "favicon-32x32.png")


def router() -> APIRouter:
    """The page and its parts."""
    routes = APIRouter(include_in_schema=False)
    folder = files("fastapi_swagger.resources")
    parts = {name: File.of((folder / name).read_bytes(), name) for name in PARTS}
    parts["start.js"] = File.of(START.encode(), "start.js")
    page = File.of(PAGE.encode(), "index.html")
    # Swagger UI sets the styles of single elements as text
    headers = {**ON_PAGES, "Content-Security-Policy": policy(style_src="'self' 'unsafe-inline'")}

    @routes.get("/docs")
    async def show_documentation(request: Request) -> Response:
        return page.answer(request.headers, {**headers, "Cache-Control": "no-cache"})

    @routes.get("/docs/{name}")
    async def get_documentation_part(name: str, request: Request) -> Response:
        if name not in parts:
            raise HTTPException(404)
        return parts[name].answer(request.headers, {"Cache-Control": "no-cache"})

    return routes
