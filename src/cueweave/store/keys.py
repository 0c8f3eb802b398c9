"""Every key in Redis: the document's three, and ours under `cueweave:`."""

from hashlib import sha256

from cueweave.domain.tasks import TaskId

ACTIVE_COUNT = "global:active_tasks_count"
ACTIVE = "cueweave:active"
WAITING = "cueweave:waiting"
TICKETS = "cueweave:tickets"
RUNNING = "cueweave:running"
SERVED = "cueweave:served"
ENDED = "cueweave:ended"
STAGE_SECONDS = "cueweave:stage_seconds"
COUNTER_MENDED = "cueweave:counter_mended"
LLM = "cueweave:llm"
ATTEMPTS = "cueweave:attempts"
STORAGE_USED = "cueweave:storage_used"
LINK_SECRET = "cueweave:link_secret"  # noqa: S105 - where it is, not what
CLEANUP_LOCK = "cueweave:cleanup"
RECONCILE_LOCK = "cueweave:reconcile"
RATES = "cueweave:rate"
"""What the keys of the rates begin with; `limits` gives each a time to live of at most twice its window."""
QUEUE = "cueweave:queue"
"""The name of the docket, which puts all its own keys under `cueweave:queue:`."""
POST = "cueweave:post"
"""The name of the docket of messages about tasks that ended: apart, so that no receiver holds up a recording."""
UNDELIVERED = "cueweave:undelivered"
DELIVERIES = "cueweave:deliveries"

WITHOUT_TTL = {
    ACTIVE: "the ids of pending and processing tasks; each goes when its task ends",
    WAITING: "the ids of tasks that no worker has taken; each goes when it is taken or ends",
    TICKETS: "which task each ticket of the queue stands for; each goes when its task ends",
    RUNNING: "how many tasks of each user are taken; each goes at 0",
    SERVED: "when a task of each user was taken last; each is removed after an hour, when another is taken",
    ENDED: "how many tasks ended in which way and stage since the store began: some twelve numbers, for /metrics",
    ATTEMPTS: "attempts at tasks, and the seconds they took, since the store began: five numbers, for /metrics",
    STAGE_SECONDS: "seconds spent in each stage since the store began: two numbers a stage, for /metrics",
    COUNTER_MENDED: "how often the count of active tasks was set right: one number, for /metrics",
    LLM: "tokens, requests and inventions of language models since the store began: a dozen numbers, for /metrics",
    UNDELIVERED: "the ids of tasks of whose end somebody is to be told; each goes when that is done or given up",
    DELIVERIES: "tries to tell of a task's end, by what became of them: three numbers, for /metrics",
    LINK_SECRET: "what signs links to files, the same for all API processes; deleting it ends all links",
    f"{QUEUE}:stream": "docket: the tasks handed over; each goes when it is done",
    f"{QUEUE}:queue": "docket: tasks for later; each goes when its time comes",
    f"{QUEUE}:*:{'?' * 36}": "docket: what a task for later is; goes with its place in the list above",
    f"{QUEUE}:strikes": "docket: instructions of an operator to skip tasks; ours are none",
    f"{QUEUE}:workers": "docket: living workers; members of silence are removed by each heartbeat",
    f"{QUEUE}:task-workers:*": "docket: which worker does which work; cleaned like the one above",
    f"{QUEUE}:runs:*": "docket: a task that is waiting or running; gets its time to live when it ends",
    f"{QUEUE}:progress:*": "docket: of a running task; deleted when it ends",
}
WITHOUT_TTL |= {key.replace(QUEUE, POST): why for key, why in WITHOUT_TTL.items() if key.startswith(QUEUE)}
WITHOUT_TTL[f"{POST}:*:{'?' * 36}/*"] = "docket: a try for later; goes with its place in docket's list of those"
"""The keys under `cueweave:` that live on by themselves, and why. All others have a time to live."""


def record(task_id: TaskId) -> str:
    """The hash whose field `data` is the task as JSON."""
    return f"task:{task_id}"


def user_active(user: str) -> str:
    """The set of a user's active task ids."""
    return f"user:{user}:active_tasks"


def worker(name: str) -> str:
    """What a worker says of itself; ends soon after the worker does."""
    return f"cueweave:worker:{name}"


def drain(name: str) -> str:
    """There while a worker has been asked to stop and hasn't heard it yet."""
    return f"cueweave:drain:{name}"


def user_finished(user: str) -> str:
    """The sorted set of a user's finished task ids by the time they ended, in milliseconds; of all users with `*`."""
    return f"cueweave:finished:{user}"


def once(user: str, key: str) -> str:
    """The hash of what came under a user's own key (`Idempotency-Key`): `task`, and a digest of it as `body`."""
    return f"cueweave:once:{user}:{sha256(key.encode()).hexdigest()}"


def content(user: str, digest: str) -> str:
    """The id of the user's last completed task of this content; goes before the task's record does."""
    return f"cueweave:content:{user}:{digest}"


def delivery(task_id: TaskId) -> str:
    """The hash of the message that tells of the task's end; lives as long as the task's record."""
    return f"cueweave:delivery:{task_id}"


def hearing(task_id: TaskId) -> str:
    """The hash of who hears which chunk of its sound; lives some minutes longer than anybody does."""
    return f"cueweave:hearing:{task_id}"
