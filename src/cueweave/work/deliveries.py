"""What users may ask about the messages that tell of their tasks' ends."""

from __future__ import annotations

from cueweave.clients.outbound.urls import check_url
from cueweave.domain.deliveries import Delivery
from cueweave.domain.tasks import Task, TaskId
from cueweave.errors import BadAddress, TaskNotFound
from cueweave.store.tasks import TaskStore
from cueweave.telemetry import get_logger, task_context
from cueweave.work.config import WorkConfig

FIELD = "callback_url"
log = get_logger(__name__)


class Deliveries:
    """Of tasks that the desk gave out, whose user is thus known to own them. Raises StoreUnavailable as the desk."""

    def __init__(self, store: TaskStore, config: WorkConfig) -> None:
        self._store = store
        self._config = config

    def address(self, wanted: str) -> str:
        """The address that a user wants to be told at, as it is kept; empty where there is none. Raises BadAddress."""
        if not wanted:
            return ""
        if self._config.webhooks is None:
            raise BadAddress(
                f"{FIELD}: this server sends no messages; leave the field out, or ask its operator to set "
                "CUEWEAVE_WEBHOOK_SECRETS."
            )
        return str(check_url(wanted, self._config.outbound, name=FIELD))

    @property
    def usual(self) -> str:
        """Where the end of a task is told that names no address; empty: nowhere."""
        return self._config.webhooks.url if self._config.webhooks else ""

    async def of(self, task: Task) -> list[Delivery]:
        """The messages about the task: none before it is over, and where nobody is to be told."""
        delivery = await self._store.deliveries.of(TaskId.parse(task.task_id))
        return [delivery] if delivery else []

    async def resend(self, task: Task, delivery_id: str) -> Delivery:
        """Have a message sent again, now or some seconds after its last try. Raises TaskNotFound."""
        task_id, deliveries = TaskId.parse(task.task_id), self._store.deliveries
        known = await deliveries.of(task_id)
        if known is None or known.id != delivery_id or not await deliveries.resend(task_id):
            raise TaskNotFound("Delivery not found")
        with task_context(task.task_id):
            log.info("message is to be sent again")
        if (delivery := await deliveries.of(task_id)) is None:
            raise TaskNotFound("Delivery not found")
        return delivery
