"""What a client may ask before it sends anything."""

from __future__ import annotations

from fastapi import APIRouter

from cueweave.api.context import InContext
from cueweave.api.schemas import Limits

router = APIRouter(tags=["tasks"])


@router.get("/limits")
async def get_limits(context: InContext) -> Limits:
    """How callers say who they are, and what an upload may be; needs no user."""
    return Limits(
        auth=context.api.auth,
        max_media_bytes=context.work.max_media_bytes,
        max_subtitle_bytes=context.work.max_subtitle_bytes,
        max_slides_bytes=context.work.max_slides_bytes,
        max_media_seconds=context.work.max_media_seconds,
        max_active_tasks=context.work.max_tasks_per_user,
    )
