"""Getting at what is somebody else's (OWASP API1, broken object level authorisation): on every route that there is."""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from api.conftest import serving
from api.raw import Answer, exchange
from api.service import Service, recording
from api.test_flow import over
from fastapi.routing import APIRoute, iter_route_contexts
from hypothesis import given, settings, strategies as st
from support.tls import TLS

from cueweave.api.app import create_app
from cueweave.api.config import ApiConfig
from cueweave.api.identity.links import Opens, signed_query
from cueweave.domain.tasks import TaskId
from cueweave.work.config import WorkConfig

pytestmark = pytest.mark.xdist_group("attacks-ownership")
SECRET = "what signs the links of these tests"  # noqa: S105 - of these tests
SHARED = "/shared/{task_id}"
"""A page for people with a link, whoever they are; the end of this file attacks it."""
PUBLIC = {
    "/": "the page, on which people say who they are",
    "/web/{name}": "its files",
    "/docs": "the document",
    "/docs/{name}": "its files",
    SHARED: "only with a link",
    "/oembed": "only with a link in its `url`",
    "/limits": "how to say who one is, and what may be handed in",
    "/healthz": "for whoever operates the service",
    "/readyz": "for whoever operates the service",
    "/metrics": "for whoever operates the service",
    "/process/srt_media/sync": "in header mode it needs no name; what it makes belongs to the address",
    "/process/srt_media/sync/": "the same",
}
"""The routes that need no identity, and why; all others must ask for one."""
APP = create_app(ApiConfig(), WorkConfig(redis_url="redis://nowhere", data_dir=Path("nowhere")))
ROUTES = sorted(
    (method, each.path)
    for each in iter_route_contexts(APP.routes)
    if isinstance(each.original_route, APIRoute) and each.path
    for method in each.methods or ()
)
OF_TASKS = [(method, path) for method, path in ROUTES if "{task_id}" in path and path != SHARED]
NAMES = {"name": "slide-001.jpg", "delivery_id": "msg_1"}
"""What stands in paths beside the task."""
OF_FILES = ("/tasks/{task_id}/media", "/tasks/{task_id}/assets/{name}")


@dataclass(frozen=True)
class Prey:
    """A finished task of ada's, which others want to see."""

    service: Service
    id: str

    @property
    def parsed(self) -> TaskId:
        return TaskId.parse(self.id)

    def ask(self, method: str, path: str, user: str | None, query: str = "") -> httpx.Response:
        """The route with this task in it."""
        address = path.format(task_id=quote(self.id, safe=":@"), **NAMES, upload_id=self.parsed.key)
        headers = {"X-User-ID": user} if user else {}
        return httpx.request(method, f"{self.service.url}{address}{query}", headers=headers, timeout=30, verify=TLS)


@pytest.fixture(scope="module")
def prey(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prey]:
    with serving(workers=1, CUEWEAVE_LINK_SECRET=SECRET) as service:
        files = recording(tmp_path_factory.mktemp("media"))
        with service.client("ada") as ada:
            task_id = ada.post("/process/srt_media/", files=files).raise_for_status().json()["task_id"]
            assert over(ada, task_id)["status"] == "completed"
        pictures = service.data_dir / "blobs/tasks" / TaskId.parse(task_id).key / "assets"
        pictures.mkdir(exist_ok=True)
        (pictures / "slide-001.jpg").write_bytes(b"a picture")
        yield Prey(service, task_id)


@pytest.fixture(autouse=True)
def _nothing_is_changed_or_leaked(prey: Prey) -> Iterator[None]:
    yield
    assert prey.ask("GET", "/tasks/{task_id}/status", "ada").json()["status"] == "completed"
    assert prey.ask("GET", "/tasks/{task_id}/media", "ada").status_code == 200
    assert SECRET not in prey.service.log.read_text()


def assert_denied(answer: httpx.Response, status: int, detail: str) -> None:
    assert answer.status_code == status, answer.text
    if answer.request.method != "HEAD":
        assert answer.json() == {"detail": detail}


def test_there_are_routes_to_attack() -> None:
    assert {path for _, path in OF_TASKS} >= {*OF_FILES, "/tasks/{task_id}/status", "/tasks/{task_id}/links"}
    assert ("DELETE", "/tasks/{task_id}") in OF_TASKS


@pytest.mark.parametrize(("method", "path"), OF_TASKS)
def test_another_users_task(prey: Prey, method: str, path: str) -> None:
    assert_denied(prey.ask(method, path, "eve"), 403, "Access denied")


@pytest.mark.parametrize(("method", "path"), OF_TASKS)
@pytest.mark.parametrize("spelt", ["upper", "dashless", "encoded"])
def test_another_users_task_in_another_spelling(prey: Prey, method: str, path: str, spelt: str) -> None:
    ada, key = prey.parsed.user, prey.parsed.key
    written = {
        "upper": f"{ada}:{key.upper()}",
        "dashless": f"{ada}:{key.replace('-', '')}",
        "encoded": f"{ada}%3A{key}",
    }
    address = path.format(task_id=written[spelt], **NAMES)
    answer = httpx.request(method, prey.service.url + address, headers={"X-User-ID": "eve"}, verify=TLS)
    assert_denied(answer, 403, "Access denied")


@pytest.mark.parametrize(("method", "path"), OF_TASKS)
def test_another_users_task_under_ones_own_name(prey: Prey, method: str, path: str) -> None:
    mine = Prey(prey.service, f"eve:{prey.parsed.key}")
    assert_denied(mine.ask(method, path, "eve"), 404, "Task not found")


@pytest.mark.parametrize(("method", "path"), OF_TASKS)
def test_a_task_that_never_was_tells_nothing_of_its_user(prey: Prey, method: str, path: str) -> None:
    never = Prey(prey.service, f"ada:{uuid.UUID(int=7)}")
    for user in ("ada", "eve"):
        assert_denied(never.ask(method, path, user), 404, "Task not found")


@pytest.mark.parametrize(
    ("method", "path"), [each for each in ROUTES if each[1] not in PUBLIC and each[0] != "OPTIONS"]
)
def test_no_name_at_all(prey: Prey, method: str, path: str) -> None:
    answer = prey.ask(method, path, None)
    assert_denied(answer, 401, "Missing X-User-ID header. Please provide user identification.")


@pytest.mark.parametrize(("method", "path"), OF_TASKS)
@pytest.mark.parametrize("names", [("eve", "ada"), ("ada", "eve"), ("ada", "ada"), ("", "ada")])
def test_two_names(prey: Prey, method: str, path: str, names: tuple[str, str]) -> None:
    address = prey.service.url + path.format(task_id=prey.id, **NAMES)
    answer = httpx.request(method, address, headers=[("X-User-ID", name) for name in names], verify=TLS)
    assert_denied(answer, 400, "Invalid X-User-ID header: it must come only once")


IDS = [
    "ada:{key}:",
    ":{key}",
    "{key}",
    "ada::{key}",
    "a:da:{key}",
    "*:{key}",
    "ada:*",
    "ad%3F:{key}",
    "ada:{key}*",
    "../ada:{key}",
    "..",
    ".",
    "ada:{key}/../ada:{key}",
    "..%2f..%2ftasks%2fada:{key}",
    "%2e%2e%2fada:{key}",
    "ada:..%2f{key}",
    "ada:{key}%00",
    "ada%00:{key}",
    "ada:{key}%0d%0a",
    "ada%0d%0aX-User-ID:%20ada:{key}",
    "ada:{key}%0aX",
    "%F0%9F%92%A9:{key}",
    "ada:%F0%9F%92%A9",
    "%ff:{key}",
    "a" * 2048 + ":{key}",
    "ada:" + "0" * 2048,
    "ada:{key}{key}",
    "%20ada:{key}",
    "ADA:{key}",
    "ada:{{{key}}}",
    "ada:urn:uuid:{key}",
    "ada%253A{key}",
]


@pytest.mark.parametrize("path", ["status", "result", "media", "links", "assets/slide-001.jpg"])
@pytest.mark.parametrize("written", IDS, ids=lambda text: text[:30])
def test_an_id_with_marks_that_mean_something_elsewhere(prey: Prey, written: str, path: str) -> None:
    answer = raw(prey, f"/tasks/{written.format(key=prey.parsed.key)}/{path}")
    assert answer.status in (400, 403, 404)
    if answer.status != 400:
        assert answer.json["detail"] in ("Task not found", "Access denied", PLAIN_404)
    assert b"slide" not in answer.body
    assert "x-injected" not in answer.headers


PLAIN_404 = "There is nothing at this address; /docs lists all addresses."


@pytest.mark.parametrize("broken", ["ada:{key}\0", "ada:{key}\r\nX: y", "ada:{key}\n", "ada {key}", "\x80:{key}"])
def test_an_id_that_breaks_the_request_line(prey: Prey, broken: str) -> None:
    answer = raw(prey, f"/tasks/{broken.format(key=prey.parsed.key)}/status")
    assert answer.status in (400, 404, 405)
    assert b"completed" not in answer.body


def raw(prey: Prey, target: str, user: str = "eve") -> Answer:
    """Asked as it stands, since clients tidy addresses up."""
    request = f"GET {target} HTTP/1.1\r\nHost: x\r\nX-User-ID: {user}\r\nConnection: close\r\n\r\n"
    return exchange(prey.service.url, request.encode("latin-1"))


@pytest.mark.parametrize(
    "name",
    [
        "..",
        "..%2fresult.json",
        "..%2fmedia",
        "..%2fowner",
        "%2e%2e%2f%2e%2e%2fowner",
        "..%5cowner",
        "%2fetc%2fpasswd",
        "slide-001.jpg%00.png",
        "slide-001.jpg%2f",
        "*",
        "%F0%9F%92%A9",
        "a" * 2048,
        "%0d%0aX-Injected:1",
    ],
)
def test_a_name_of_a_picture_that_leads_elsewhere(prey: Prey, name: str) -> None:
    answer = raw(prey, f"/tasks/{prey.id}/assets/{name}", "ada")
    assert (answer.status, list(answer.json)) == (404, ["detail"])
    assert "x-injected" not in answer.headers


def test_the_cursor_of_another_user(prey: Prey, tmp_path: Path) -> None:
    with prey.service.client("mallory") as mallory, prey.service.client("victim") as victim:
        for client in (mallory, victim):
            for _ in range(3):
                task_id = client.post("/process/srt_media/", files=recording(tmp_path)).json()["task_id"]
                client.delete(f"/tasks/{task_id}")
        cursor = victim.get("/users/me/tasks", params={"limit": 1}).json()["next_cursor"]
        answer = mallory.get("/users/me/tasks", params={"cursor": cursor})
    assert answer.status_code == 200
    assert answer.json()["total_completed"] == 3
    assert "victim" not in answer.text


def in_an_hour() -> int:
    return int(time.time()) + 3600


@pytest.mark.parametrize("path", OF_FILES)
def test_a_good_link_is_enough(prey: Prey, path: str) -> None:
    link = "?" + signed_query(SECRET, prey.parsed, in_an_hour())
    assert prey.ask("GET", path, None, link).status_code == 200


@pytest.mark.parametrize("user", [None, "eve", "ada"])
@pytest.mark.parametrize("path", OF_FILES)
def test_a_link_for_another_task(prey: Prey, path: str, user: str | None) -> None:
    for other in (TaskId.new("ada"), TaskId("eve", prey.parsed.key), TaskId.new("eve")):
        answer = prey.ask("GET", path, user, "?" + signed_query(SECRET, other, in_an_hour()))
        assert_denied(answer, 403, NOT_SIGNED)


NOT_SIGNED = "The link's signature is not one for this task; ask /tasks/{task_id}/links for another."
EXPIRED = "The link has expired; ask /tasks/{task_id}/links for another."
PARTIAL = "The link is not whole: it has `expires` and `signature`, each once."


@pytest.mark.parametrize("path", OF_FILES)
def test_a_link_that_has_expired(prey: Prey, path: str) -> None:
    expired = "?" + signed_query(SECRET, prey.parsed, int(time.time()) - 1)
    assert_denied(prey.ask("GET", path, None, expired), 403, EXPIRED)


def test_a_link_whose_expiry_was_put_off(prey: Prey) -> None:
    signature = signed_query(SECRET, prey.parsed, int(time.time()) - 1).rpartition("=")[2]
    for expires in (in_an_hour(), 10**11):
        answer = prey.ask("GET", OF_FILES[0], None, f"?expires={expires}&signature={signature}")
        assert_denied(answer, 403, NOT_SIGNED)


@pytest.mark.parametrize(
    ("expires", "signature"),
    [
        ("{0}", ""),
        ("{0}", "{1}="),
        ("{0}", "{1}A"),
        ("{0}", "%20{1}"),
        ("{0}", "{1}%00"),
        ("{0}", "%C3%A9"),
        ("{0}", "a" * 5000),
        ("0{0}", "{1}"),
        ("%2B{0}", "{1}"),
        ("{0}.0", "{1}"),
        ("%20{0}", "{1}"),
        ("{0}%0A", "{1}"),
        ("-1", "{1}"),
        ("NaN", "{1}"),
        ("", "{1}"),
        ("%D9%A1", "{1}"),
    ],
)
def test_a_link_that_is_written_otherwise(prey: Prey, expires: str, signature: str) -> None:
    good = signed_query(SECRET, prey.parsed, in_an_hour())
    parts = [each.partition("=")[2] for each in good.split("&")]
    query = f"?expires={expires.format(*parts)}&signature={signature.format(*parts)}"
    assert_denied(prey.ask("GET", OF_FILES[0], None, query), 403, NOT_SIGNED)


@pytest.mark.parametrize("take", ["expires=0&{0}", "{0}&signature=x", "{0}&{0}", "{1}", "{2}"])
def test_a_link_with_parts_twice_or_missing(prey: Prey, take: str) -> None:
    good = signed_query(SECRET, prey.parsed, in_an_hour())
    assert_denied(prey.ask("GET", OF_FILES[0], None, "?" + take.format(good, *good.split("&"))), 403, PARTIAL)


@given(where=st.integers(0, 42), to=st.sampled_from("ABCxyz019-_"))
@settings(max_examples=40, deadline=None)
def test_a_link_with_one_other_letter(prey: Prey, where: int, to: str) -> None:
    query, _, signature = signed_query(SECRET, prey.parsed, in_an_hour()).rpartition("=")
    changed = signature[:where] + to + signature[where + 1 :]
    answer = prey.ask("GET", OF_FILES[0], None, f"?{query}={changed}")
    assert answer.status_code == (200 if changed == signature else 403)


@pytest.mark.parametrize(("method", "path"), [each for each in OF_TASKS if each[1] not in OF_FILES])
def test_a_link_on_another_path(prey: Prey, method: str, path: str) -> None:
    answer = prey.ask(method, path, None, "?" + signed_query(SECRET, prey.parsed, in_an_hour()))
    if (method, path) == ("GET", "/tasks/{task_id}/result"):  # there are links for it, but not of this kind
        assert_denied(answer, 403, NOT_SIGNED)
    else:
        assert_denied(answer, 401, "Missing X-User-ID header. Please provide user identification.")


def test_a_link_to_a_task_that_never_was(prey: Prey) -> None:
    never = TaskId.new("ada")
    answer = Prey(prey.service, str(never)).ask(
        "GET", OF_FILES[0], None, "?" + signed_query(SECRET, never, in_an_hour())
    )
    assert_denied(answer, 404, "Task not found")


def shared_query(task_id: TaskId, seconds: int = 3600) -> str:
    return signed_query(SECRET, task_id, int(time.time()) + seconds, Opens.TRANSCRIPT)


def test_a_link_to_a_shared_page_opens_the_result_and_its_files(prey: Prey) -> None:
    link = "?" + shared_query(prey.parsed)
    for path in (SHARED, "/tasks/{task_id}/result", *OF_FILES):
        assert prey.ask("GET", path, None, link).status_code == 200
    assert prey.ask("GET", "/tasks/{task_id}/result", None, f"{link}&format=txt").status_code == 200


@pytest.mark.parametrize(
    ("method", "path"),
    [each for each in OF_TASKS if each[1] not in OF_FILES and each != ("GET", "/tasks/{task_id}/result")],
)
def test_a_link_to_a_shared_page_opens_nothing_else(prey: Prey, method: str, path: str) -> None:
    answer = prey.ask(method, path, None, "?" + shared_query(prey.parsed))
    assert_denied(answer, 401, "Missing X-User-ID header. Please provide user identification.")


def test_a_link_does_not_bring_back_what_was_edited_out(prey: Prey) -> None:
    answer = prey.ask("GET", "/tasks/{task_id}/result", None, f"?version=original&{shared_query(prey.parsed)}")
    assert_denied(answer, 403, "A link opens the transcript as it is now, not as it was before its edits.")


BAD_LINKS = {
    "none": "",
    "half": "?{half}",
    "of its files": "?{files}",
    "expired": "?{expired}",
    "of another task": "?{other}",
    "twice": "?{good}&{good}",
    "longer": "?{good}A",
}


def bad(prey: Prey, query: str) -> str:
    return query.format(
        good=shared_query(prey.parsed),
        half=shared_query(prey.parsed).partition("&")[0],
        files=signed_query(SECRET, prey.parsed, in_an_hour()),
        expired=shared_query(prey.parsed, -1),
        other=shared_query(TaskId.new("ada")),
    )


@pytest.mark.parametrize("user", [None, "eve", "ada"])
@pytest.mark.parametrize("query", BAD_LINKS.values(), ids=BAD_LINKS)
def test_a_shared_page_tells_nothing_without_its_link(prey: Prey, query: str, user: str | None) -> None:
    answer = prey.ask("GET", SHARED, user, bad(prey, query))
    assert (answer.status_code, answer.headers["content-type"]) == (403, "text/html; charset=utf-8")
    assert "<title>Cueweave</title>" in answer.text
    for told in ("talk", "oembed", prey.parsed.key):
        assert told not in answer.text


@pytest.mark.parametrize("query", BAD_LINKS.values(), ids=BAD_LINKS)
def test_oembed_tells_nothing_without_the_link(prey: Prey, query: str) -> None:
    url = f"{prey.service.url}/shared/{prey.id}{bad(prey, query)}"
    answer = httpx.get(f"{prey.service.url}/oembed", params={"url": url}, verify=TLS)
    assert (answer.status_code, list(answer.json())) == (401, ["detail"])


@pytest.mark.parametrize("never", [f"ada:{uuid.UUID(int=7)}", f"eve:{uuid.UUID(int=7)}"])
def test_a_shared_page_of_a_task_that_never_was(prey: Prey, never: str) -> None:
    answer = Prey(prey.service, never).ask("GET", SHARED, None, "?" + shared_query(TaskId.parse(never)))
    assert answer.status_code == 404
    assert "<title>Cueweave</title>" in answer.text
    told = httpx.get(f"{prey.service.url}/oembed", params={"url": str(answer.url)}, verify=TLS)
    assert_denied(told, 404, "Task not found")


@pytest.mark.parametrize("written", IDS, ids=lambda text: text[:30])
def test_a_shared_page_with_an_id_that_means_something_elsewhere(prey: Prey, written: str) -> None:
    query = shared_query(prey.parsed)
    answer = raw(prey, f"/shared/{written.format(key=prey.parsed.key)}?{query}")
    assert answer.status in (400, 403, 404)
    assert b"talk" not in answer.body
    assert "x-injected" not in answer.headers
