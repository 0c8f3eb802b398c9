"""Being told that a task is over, from the outside."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from api.service import Files, Service
from api.test_flow import over
from fastapi import FastAPI
from support.eventually import eventually_sync
from support.receiver import SECRET, Message, Receiver, is_signed

ROOT = Path(__file__).parents[2]


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with Receiver() as opened:
        yield opened


def made(client: httpx.Client, files: Files, receiver: Receiver, **more: Any) -> str:
    answer = client.post("/process/srt_media/", files=files, data={"callback_url": receiver.url}, **more)
    assert answer.status_code == 202, answer.text
    return str(answer.json()["task_id"])


def delivered(client: httpx.Client, task_id: str) -> dict[str, Any]:
    def found() -> dict[str, Any] | None:
        deliveries: list[dict[str, Any]] = client.get(f"/tasks/{task_id}/deliveries").json()["deliveries"]
        return next((each for each in deliveries if each["state"] == "delivered"), None)

    delivery = eventually_sync(found, within=60)
    assert delivery
    return delivery


def test_a_completed_task_is_told_and_listed_and_told_again(
    busy: Service, worked: httpx.Client, files: Files, receiver: Receiver
) -> None:
    task_id = made(worked, files, receiver)
    status = over(worked, task_id)
    delivery = delivered(worked, task_id)
    (message,) = receiver.messages
    assert is_signed(message.headers, message.body, SECRET)
    assert message.told == {"type": "task.completed", "timestamp": status["updated_at"], "data": status}
    assert message.id == delivery["id"]
    assert (delivery["attempts"], delivery["last_status"]) == (1, 204)
    assert "next_attempt_at" not in delivery
    again = worked.post(f"/tasks/{task_id}/deliveries/{delivery['id']}/resend")
    assert (again.status_code, again.json()["state"]) == (202, "pending")
    log = eventually_sync(lambda: text if "message delivered" in (text := busy.log.read_text()) else "")
    assert "hush" not in log
    assert SECRET.removeprefix("whsec_") not in log


async def _asked(app: FastAPI, message: Message) -> list[int]:
    """How a receiver answers a message, the same again, and a forged one."""
    forged = message.body + b" "
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="https://lms") as lms:
        answers = [
            await lms.post("/cueweave", content=body, headers=message.headers)
            for body in (message.body, message.body, forged)
        ]
    return [answer.status_code for answer in answers]


def test_the_documents_own_receiver_believes_us_and_nobody_else(
    worked: httpx.Client, files: Files, receiver: Receiver, capsys: pytest.CaptureFixture[str]
) -> None:
    task_id = made(worked, files, receiver)
    worked.delete(f"/tasks/{task_id}")
    eventually_sync(lambda: receiver.messages)
    (message,) = receiver.messages
    code = re.search(r"```python\n(.*?)```", (ROOT / "docs/webhooks.md").read_text(), re.DOTALL)
    assert code
    names: dict[str, Any] = {}
    exec(code[1].replace("whsec_…", SECRET), names)  # noqa: S102 - what we tell others to run
    answers = asyncio.run(_asked(names["app"], message))
    assert answers == [204, 204, 401]
    assert capsys.readouterr().out == f"{message.told['type']} {task_id}\n"


def test_a_message_that_is_none_is_not_sent_again(worked: httpx.Client, files: Files, receiver: Receiver) -> None:
    task_id = made(worked, files, receiver)
    worked.delete(f"/tasks/{task_id}")
    answer = worked.post(f"/tasks/{task_id}/deliveries/msg_made_up/resend")
    assert (answer.status_code, answer.json()) == (404, {"detail": "Delivery not found"})


def test_the_same_key_with_another_address_is_another_body(
    worked: httpx.Client, files: Files, receiver: Receiver
) -> None:
    key = {"Idempotency-Key": "lecture"}
    first = made(worked, files, receiver, headers=key)
    assert made(worked, files, receiver, headers=key) == first
    other = worked.post("/process/srt_media/", files=files, headers=key)
    assert other.status_code == 422
    worked.delete(f"/tasks/{first}")


def test_a_server_that_signs_nothing_says_so(idle: Service, files: Files) -> None:
    with idle.client() as client:
        answer = client.post("/process/srt_media/", files=files, data={"callback_url": "https://example.org/hook"})
        assert answer.status_code == 422
        assert answer.json()["detail"].startswith("callback_url: this server sends no messages")
        assert client.post("/process/srt_media/", files=files, data={"callback_url": " "}).status_code == 202
