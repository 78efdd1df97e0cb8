"""The reference of the JSON API as one plain page: no scripts, nothing from elsewhere."""

from __future__ import annotations

from html import escape
from typing import Any

from litestar import Request
from litestar.openapi.plugins import OpenAPIRenderPlugin

_METHODS = ("get", "post", "put", "patch", "delete")


class ReferencePlugin(OpenAPIRenderPlugin):
    """Serves the page at /schema; the document itself is at /schema/openapi.json."""

    def __init__(self) -> None:
        super().__init__(path="/", favicon="", style="")

    def render(self, request: Request[Any, Any, Any], openapi_schema: dict[str, Any]) -> bytes:
        """The page, from the document."""
        operations = [
            _operation(method, path, item[method])
            for path, item in sorted(openapi_schema.get("paths", {}).items())
            for method in _METHODS
            if method in item
        ]
        document = escape(self.get_openapi_json_route(request))
        title = escape(openapi_schema["info"]["title"])
        return (
            f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title} API</title>'
            '<meta name="viewport" content="width=device-width, initial-scale=1"></head><body><main>'
            f"<h1>{title} API</h1><p>For programs: sign in with <code>POST /api/v1/session</code>, keep the cookie, "
            "and send the <code>csrf_token</code> of the answer as <code>X-CSRF-Token</code> with every call that "
            "changes something. A post with an <code>Idempotency-Key</code> can be sent again safely. Errors are "
            f'<code>application/problem+json</code> with a stable <code>code</code>.</p><p><a href="{document}">'
            f"OpenAPI document</a></p>{''.join(operations)}</main></body></html>"
        ).encode()


def _operation(method: str, path: str, operation: dict[str, Any]) -> str:
    parameters = "".join(
        f"<li><code>{escape(parameter['name'])}</code> ({escape(parameter['in'])}"
        f"{', required' if parameter.get('required') else ''}) {escape(parameter.get('description') or '')}</li>"
        for parameter in operation.get("parameters", [])
    )
    answers = "".join(
        f"<li><code>{escape(status)}</code> {escape(answer.get('description') or '')}</li>"
        for status, answer in sorted(operation.get("responses", {}).items())
    )
    body = operation.get("requestBody", {}).get("content", {})
    takes = f"<p>Takes {', '.join(f'<code>{escape(kind)}</code>' for kind in body)}.</p>" if body else ""
    return (
        f"<section><h2><code>{method.upper()} {escape(path)}</code></h2><p>{escape(operation.get('summary') or '')}. "
        f"{escape(operation.get('description') or '')}</p>{takes}"
        f"{f'<h3>Parameters</h3><ul>{parameters}</ul>' if parameters else ''}"
        f"<h3>Answers</h3><ul>{answers}</ul></section>"
    )
