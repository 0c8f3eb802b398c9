"""The shared page and its link, and the oEmbed of it."""

from __future__ import annotations

import time
from datetime import datetime
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import micawber
import pytest
from api.service import Service, recording
from api.test_documented_calls import calls, run
from api.test_media_api import Done, finished
from fastapi import FastAPI
from fastapi.testclient import TestClient

from cueweave.api.context import _context
from cueweave.api.page import WEB
from cueweave.api.schemas import TASK_ID
from cueweave.api.shared import router

pytestmark = pytest.mark.xdist_group("api-busy")
HOSTILE = """</title><script>alert(1)</script>" onload='{{oembed}}' {{title}} &amp;.wav"""
LMS = "https://lms.example.org"


class Elements(HTMLParser):
    """What a page is made of."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]


@pytest.fixture(scope="session")
def hostile(busy: Service, tmp_path_factory: pytest.TempPathFactory) -> Done:
    """A task whose recording has a name that would like to be markup."""
    return finished(busy, recording(tmp_path_factory.mktemp("media")), HOSTILE)


@pytest.fixture
def page(hostile: Done) -> str:
    """The whole address of the shared page."""
    page: str = hostile.get("/links").raise_for_status().json()["page"]
    return hostile.service.url + page


def oembed(hostile: Done, url: str, **more: int | str) -> httpx.Response:
    return httpx.get(f"{hostile.service.url}/oembed", params={"url": url, **more})


def title(page: str) -> str:
    return unescape(page.partition("<title>")[2].partition("</title>")[0])


NAME = HOSTILE.rpartition("/")[2].removesuffix(".wav")


def test_the_page_has_the_recordings_name_and_nothing_of_it_is_markup(page: str) -> None:
    answer = httpx.get(page)
    elements = Elements(answer.text)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert title(answer.text) == NAME
    assert [set(each) for each in elements.all("script")] == [{"type", "src"}]
    assert not any(name.startswith("on") for _, attributes in elements.found for name in attributes)


def test_the_page_is_kept_and_found_nowhere(page: str) -> None:
    headers = httpx.get(page).headers
    assert headers["cache-control"] == "private, no-store"
    assert headers["x-robots-tag"] == "noindex"
    assert headers["referrer-policy"] == "no-referrer"


def without_link(web: Path, *frame_ancestors: str) -> TestClient:
    """A server of the page alone, which asks nothing of a store."""
    app = FastAPI()
    app.dependency_overrides[_context] = lambda: None
    app.include_router(router(frame_ancestors, web))
    return TestClient(app)


@pytest.mark.parametrize(("listed", "policy"), [((), "'none'"), (("'self'", LMS), f"'self' {LMS}")])
def test_nobody_may_show_the_page_in_a_frame_but_whom_the_operator_lists(listed: tuple[str, ...], policy: str) -> None:
    with without_link(WEB, *listed) as browser:
        answer = browser.get(f"/shared/{TASK_ID}")
    assert answer.status_code == 403
    assert answer.headers["content-security-policy"].endswith(f"frame-ancestors {policy}")


def test_an_installation_without_the_page_says_so(tmp_path: Path) -> None:
    with without_link(tmp_path) as browser:
        assert "not part of this installation" in browser.get(f"/shared/{TASK_ID}").text


def test_the_built_page_has_a_place_for_all_that_the_server_says() -> None:
    template = (WEB / "shared.html").read_text()
    assert template.count("{{") == 2
    assert "{{title}}" in template
    assert "{{oembed}}" in template


@pytest.mark.parametrize("seconds", [1, 600, 7 * 86400])
def test_a_caller_may_say_for_how_long_links_shall_hold(hostile: Done, seconds: int) -> None:
    links = hostile.get(f"/links?seconds={seconds}").raise_for_status().json()
    left = datetime.fromisoformat(links["expires_at"]).timestamp() - time.time()
    assert seconds - 30 < left <= seconds + 1
    for address in (links["page"], links["media"]):
        assert f"expires={int(datetime.fromisoformat(links['expires_at']).timestamp())}&" in address


@pytest.mark.parametrize(("seconds", "why"), [(str(7 * 86400 + 1), "at most"), ("0", "greater"), ("soon", "integer")])
def test_no_link_holds_longer_than_results_are_kept(hostile: Done, seconds: str, why: str) -> None:
    answer = hostile.get(f"/links?seconds={seconds}")
    assert answer.status_code == 422
    assert answer.json()["detail"].startswith("seconds: ")
    assert why in answer.json()["detail"]


def test_an_edit_shows_behind_a_link_that_was_given_out_before(hostile: Done, page: str) -> None:
    link = urlsplit(page).query
    address = f"{hostile.service.url}/tasks/{hostile.id}/result?{link}"
    before = httpx.get(address)
    result = before.json()["result"]
    result["paragraphs"][0]["title"] = f"Edited at {time.time()}"
    with hostile.service.client(hostile.user) as owner:
        owner.put(f"/tasks/{hostile.id}/result", json=result, headers={"If-Match": before.headers["etag"]})
    after = httpx.get(address, headers={"If-None-Match": before.headers["etag"]})
    assert after.json()["result"]["paragraphs"][0]["title"] == result["paragraphs"][0]["title"]
    assert httpx.get(address, headers={"If-None-Match": after.headers["etag"]}).status_code == 304


def test_a_misspelt_parameter_beside_a_link_is_still_an_error(hostile: Done, page: str) -> None:
    answer = httpx.get(f"{hostile.service.url}/tasks/{hostile.id}/result?{urlsplit(page).query}&fromat=srt")
    assert (answer.status_code, answer.json()["detail"][:7]) == (422, "fromat:")


def test_a_consumer_finds_the_frame_by_the_page_alone(page: str) -> None:
    links = Elements(httpx.get(page).text).all("link")
    (found,) = (each for each in links if each.get("type") == "application/json+oembed")
    assert (found["rel"], found["title"]) == ("alternate", NAME)
    answer = httpx.get(str(found["href"])).raise_for_status()
    (frame,) = Elements(answer.json()["html"]).all("iframe")
    assert frame["src"] == page


def test_the_frame_is_what_a_consumers_library_takes(hostile: Done, page: str) -> None:
    provider = micawber.Provider(f"{hostile.service.url}/oembed", format="json")
    found = provider.request(page, maxwidth=500, maxheight=300)
    assert (found["type"], found["version"], found["provider_name"]) == ("rich", "1.0", "Cueweave")
    assert (found["width"], found["height"]) == (500, 300)
    assert found["title"] == NAME
    assert 3500 < found["cache_age"] <= 3600
    (frame,) = Elements(found["html"]).all("iframe")
    assert (frame["src"], frame["title"]) == (page, NAME)
    assert (frame["width"], frame["height"]) == ("500", "300")


def test_nothing_of_a_name_is_markup_in_the_frame(hostile: Done, page: str) -> None:
    elements = Elements(oembed(hostile, page).json()["html"])
    assert [name for name, _ in elements.found] == ["iframe"]
    assert set(elements.found[0][1]) <= {
        "src",
        "width",
        "height",
        "title",
        "allow",
        "loading",
        "referrerpolicy",
        "style",
    }


def test_a_frame_is_never_larger_than_it_needs_to_be(hostile: Done, page: str) -> None:
    whole, wide = oembed(hostile, page).json(), oembed(hostile, page, maxwidth=5000, maxheight=1).json()
    assert (whole["width"], whole["height"]) == (960, 640)
    assert (wide["width"], wide["height"]) == (960, 1)


@pytest.mark.parametrize("form", ["xml", "yaml", ""])
def test_no_other_form_than_json_is_there(hostile: Done, page: str, form: str) -> None:
    answer = oembed(hostile, page, format=form)
    assert (answer.status_code, answer.json()) == (501, {"detail": "format: only json is there."})


@pytest.mark.parametrize(
    "url",
    [
        "https://elsewhere.example.org/shared/{id}?{query}",
        "{base}@elsewhere.example.org/shared/{id}?{query}",
        "{base}.elsewhere.example.org/shared/{id}?{query}",
        "{base}/tasks/{id}/media?{query}",
        "{base}/",
        "/shared/{id}?{query}",
        "javascript:alert(1)",
        "http://[",
        "{base}/shared/",
        "{base}/shared/../tasks/{id}?{query}",
        "",
    ],
)
def test_an_address_that_is_no_shared_page_of_ours_is_not_found(hostile: Done, page: str, url: str) -> None:
    written = url.format(base=hostile.service.url, id=hostile.id, query=urlsplit(page).query)
    answer = oembed(hostile, written)
    assert (answer.status_code, list(answer.json())) == (404, ["detail"])


def test_a_host_that_a_request_makes_up_is_not_ours_by_that(hostile: Done, page: str) -> None:
    answer = httpx.get(f"{hostile.service.url}/oembed", params={"url": page}, headers={"Host": "evil.example"})
    assert answer.status_code == 404


def test_the_calls_of_the_page_about_courses_work(hostile: Done, page: str, tmp_path: Path) -> None:
    lines = calls("lms.md")
    assert len(lines) == 3
    base = hostile.service.url
    for line in lines:
        mine = line.replace("X-User-ID: ada", f"X-User-ID: {hostile.user}")
        run(mine, tmp_path, TASK=f"{base}/tasks/{hostile.id}", SERVER=base, PAGE=page)
