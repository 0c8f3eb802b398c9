"""What answers look like, in the OpenAPI document: one example for each status of each operation."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI

from cueweave.api.schemas import TASK, TASK_ID

TIME = "2025-01-17T11:00:00Z"
DONE: dict[str, Any] = {**TASK, "status": "completed", "stage": "completed", "progress": 100}
QUERY = "expires=1737112800&signature=uPpPZQ"
RESULT: dict[str, Any] = {
    "paragraphs": [
        {
            "paragraph_id": 1,
            "paragraph_text": "Batteries age.",
            "start_time": 1.2,
            "end_time": 2.4,
            "title": "Batteries",
            "keywords": [{"word": "Batteries", "type": "main"}],
            "words": [
                {"word": "Batteries", "start": 1.2, "end": 1.9, "confidence": 0.97},
                {"word": "age.", "start": 2.0, "end": 2.4, "confidence": 0.93},
            ],
            "visuals": None,
        }
    ],
    "media": {"duration": 3.0, "kind": "audio", "language": "en"},
    "alignment": {
        "subtitle_offset": 0.4,
        "subtitle_rate": 1.0,
        "subtitle_score": 0.81,
        "pieces": [],
        "method": "forced",
        "words_aligned": 1.0,
    },
    "analysis": {"method": "offline"},
}
DELIVERY: dict[str, Any] = {
    "id": "msg_3f2b9c1e5d4a4b6f8a7e0c1d2e3f4a5b",
    "state": "delivered",
    "attempts": 1,
    "last_attempt_at": TIME,
    "last_status": 200,
}
GOOD: dict[str, dict[str, Any]] = {
    "create_task": {
        "task_id": TASK_ID,
        "status": "pending",
        "message": "Task created successfully. Use the task_id to track progress.",
    },
    "process_at_once": RESULT,
    "get_status": TASK,
    "list_tasks": {
        "user_id": "ada",
        "active_tasks": [TASK],
        "completed_tasks": [DONE],
        "total_active": 1,
        "total_completed": 1,
    },
    "cancel_task": {"task_id": TASK_ID, "status": "cancelled", "message": "Task cancelled."},
    "get_result": {"task_id": TASK_ID, "status": "completed", "result": RESULT},
    "put_result": {"task_id": TASK_ID, "version": 2},
    "get_links": {
        "task_id": TASK_ID,
        "expires_at": TIME,
        "media": f"/tasks/{TASK_ID}/media?{QUERY}",
        "query": QUERY,
        "page": f"/shared/{TASK_ID}?{QUERY}",
    },
    "get_oembed": {
        "type": "rich",
        "version": "1.0",
        "title": "Lecture 3",
        "provider_name": "Cueweave",
        "provider_url": "https://cueweave.example.org",
        "cache_age": 86400,
        "html": f'<iframe src="https://cueweave.example.org/shared/{TASK_ID}?{QUERY}" …></iframe>',
        "width": 960,
        "height": 640,
    },
    "get_limits": {
        "auth": "header",
        "max_media_bytes": 4294967296,
        "max_subtitle_bytes": 10485760,
        "max_slides_bytes": 104857600,
        "max_media_seconds": 21600.0,
        "max_active_tasks": 5,
    },
    "list_deliveries": {"task_id": TASK_ID, "deliveries": [DELIVERY]},
    "resend_delivery": {**DELIVERY, "state": "pending"},
    "health": {"status": "ok"},
    "readiness": {"ready": True},
}
"""Of the answer that is no error, by operation."""
BAD = {
    "400": "Invalid X-User-ID header: it must come only once",
    "401": "Missing X-User-ID header. Please provide user identification.",
    "403": "Access denied",
    "404": "Task not found",
    "406": "No format of a result has one of these media types.",
    "408": "The request's body stopped coming, or came at less than 1024 bytes/s; send it again.",
    "409": "Task is not completed. Current status: processing",
    "412": "The result was changed in the meantime: fetch it again.",
    "413": "media_file: the file is larger than the limit of 4 GiB.",
    "415": "media_file: these bytes are no audio or video.",
    "416": "The range lies behind the medium's end.",
    "422": "media_file: this field is missing; send the recording in it.",
    "423": "Another request is at work on this upload; ask for its offset and try again.",
    "428": "The header If-Match is missing: send the ETag that came with the result, so that nobody's edit gets lost.",
    "429": "Maximum 5 concurrent tasks per user exceeded",
    "431": "The head of the request is too large; send fewer or shorter headers.",
    "460": "The bytes don't come to their Upload-Checksum; send them again.",
    "500": "The task failed; the text says why.",
    "501": "The server was installed without what this needs.",
    "503": "Server is busy, please try again later",
    "504": "The work took longer than 3600 s.",
}
"""The `detail` of an error; there are others, all of them sentences."""


def show_examples(app: FastAPI) -> None:
    """Put the examples into the document; call it when all routes are there."""
    document: dict[str, Any] = app.openapi()
    for methods in document["paths"].values():
        for operation in methods.values():
            for status, answer in operation["responses"].items():
                told = {"detail": BAD[status]} if status in BAD else GOOD.get(operation["operationId"])
                if "application/json" in answer.get("content", {}):
                    answer["content"]["application/json"]["example"] = told
