"""Results on the page: who may see them, and what becomes of an edit."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator

import jwt
import pytest
from api.conftest import serving
from api.service import Files, Service, recording
from api.test_flow import over
from page.app import answer, sign_in, visited
from page.browser import DESKTOP, SMALLEST, Scheme, Size, needs_chromium, screenshot, violations, widest
from page.stage import chart
from playwright.sync_api import Browser, Page, expect
from support.eventually import eventually_sync

pytestmark = [needs_chromium, pytest.mark.xdist_group("page-result")]
SECRET = "a secret of thirty-two characters"  # noqa: S105 - of these tests
SAVE = """async (word) => {
  const result = document.querySelector('cueweave-app').shadowRoot.querySelector('cueweave-result');
  const player = result.shadowRoot.querySelector('cueweave-player');
  const edited = structuredClone(player.result);
  edited.paragraphs[0].words[0].word = word;
  const { words } = edited.paragraphs[0];
  edited.paragraphs[0].paragraph_text = words.map((each) => each.word).join(' ');
  edited.paragraphs[0].keywords = [];
  const how = { detail: { result: edited }, bubbles: true, composed: true, cancelable: true };
  player.dispatchEvent(new CustomEvent('cw-save', how));
}"""

PLAYER = """document.querySelector('cueweave-app').shadowRoot.querySelector('cueweave-result')?.shadowRoot
  ?.querySelector('cueweave-player')"""


def becomes(page: Page, fact: str) -> None:
    """Wait for an expression to be true. The page's policy forbids Playwright's own way, evaluating in the page."""
    eventually_sync(lambda: page.evaluate(fact), within=15)


@pytest.fixture(scope="module")
def busy() -> Iterator[Service]:
    """With a worker."""
    with serving(workers=1) as service:
        yield service


@pytest.fixture(scope="module")
def done(busy: Service, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The id of a completed task of ada's."""
    files: Files = recording(tmp_path_factory.mktemp("talk"))
    with busy.client("ada") as client:
        task_id: str = client.post("/process/srt_media/", files=files).json()["task_id"]
        assert over(client, task_id)["status"] == "completed"
    return task_id


@pytest.fixture
def reading(chromium_browser: Browser, busy: Service, done: str) -> Iterator[Page]:
    """Its result, open in the player."""
    with visited(chromium_browser, busy.url) as page:
        sign_in(page, "ada")
        page.goto(f"{busy.url}/#/tasks/{done}")
        expect(page.locator("cueweave-transcript")).to_be_visible()
        yield page


@pytest.mark.parametrize(("size", "scheme"), [(DESKTOP, "light"), (SMALLEST, "dark")], ids=["desktop", "smallest"])
def test_an_open_result_has_nothing_for_axe_and_fits_the_screen(
    chromium_browser: Browser, busy: Service, done: str, size: Size, scheme: Scheme
) -> None:
    with visited(chromium_browser, busy.url, size=size, scheme=scheme) as page:
        sign_in(page, "ada")
        page.goto(f"{busy.url}/#/tasks/{done}")
        expect(page.locator("cueweave-transcript")).to_be_visible()
        screenshot(page, f"app-open-{size[0]}-{scheme}")
        assert violations(page) == []
        assert widest(page) <= 0


def first_word(service: Service, task_id: str) -> str:
    """As the server has it."""
    with service.client("ada") as client:
        word: str = client.get(f"/tasks/{task_id}/result").json()["result"]["paragraphs"][0]["words"][0]["word"]
        return word


def test_an_edit_is_stored(reading: Page, busy: Service, done: str) -> None:
    reading.evaluate(SAVE, "Edited")
    eventually_sync(lambda: first_word(busy, done) == "Edited", within=10)
    reading.evaluate(SAVE, "Again")
    eventually_sync(lambda: first_word(busy, done) == "Again", within=10)


def test_an_edit_of_a_version_that_is_no_longer_there_takes_nobody_elses(
    reading: Page, busy: Service, done: str
) -> None:
    with busy.client("ada") as client:
        theirs = client.get(f"/tasks/{done}/result")
        result = theirs.json()["result"]
        result["paragraphs"][0]["title"] = "Theirs"
        saved = client.put(f"/tasks/{done}/result", json=result, headers={"If-Match": theirs.headers["etag"]})
        assert saved.status_code == 200, saved.text
    before = first_word(busy, done)
    reading.evaluate(SAVE, "Mine")
    expect(reading.get_by_text("Somebody has saved another version")).to_be_visible()
    screenshot(reading, "app-stale")
    assert first_word(busy, done) == before
    with reading.expect_download() as kept:
        reading.get_by_role("button", name="Keep mine as a download").click()
    mine = json.loads(kept.value.path().read_text())
    assert mine["paragraphs"][0]["words"][0]["word"] == "Mine"
    reading.get_by_role("button", name="Fetch theirs").click()
    expect(reading.locator("cueweave-transcript")).to_contain_text("Theirs")
    expect(reading.get_by_text("Somebody has saved another version")).to_have_count(0)


def test_a_result_that_the_server_does_not_take_says_why(reading: Page) -> None:
    reading.evaluate(SAVE, "")
    expect(reading.locator("cueweave-editor [role=alert]")).to_be_visible()


def test_a_link_of_the_player_to_a_moment_stays_on_the_page(reading: Page, busy: Service, done: str) -> None:
    reading.evaluate("location.hash = '#t=1.5'")
    expect(reading).to_have_url(f"{busy.url}/#/tasks/{done.replace(':', '%3A')}&t=1.5")
    expect(reading.locator("cueweave-transcript")).to_be_visible()
    reading.reload()
    expect(reading.locator("cueweave-transcript")).to_be_visible()
    becomes(reading, f"Math.abs({PLAYER}?.currentTime - 1.5) < 0.2")


def test_the_time_of_a_paragraph_leads_to_the_same_moment_in_another_tab(reading: Page) -> None:
    times = reading.locator("cueweave-transcript a.time")
    address = times.last.evaluate("link => link.href")
    start = float(times.last.get_attribute("data-start") or 0)
    other = reading.context.new_page()
    other.goto(address)
    expect(other.locator("cueweave-transcript")).to_be_visible()
    becomes(other, f"{PLAYER}?.mediaElement && Math.abs({PLAYER}.currentTime - {start}) < 0.2")


def test_keys_work_the_player_as_soon_as_a_result_is_open(reading: Page) -> None:
    becomes(reading, f"{PLAYER}.mediaElement?.readyState >= 2")
    expect(reading.get_by_role("heading", level=1)).to_be_focused()
    reading.evaluate(f"{PLAYER}.mediaElement.addEventListener('play', () => {{ window.began = true }})")
    reading.keyboard.press("k")
    becomes(reading, "window.began")
    expect(reading.get_by_role("heading", level=1)).to_be_focused()


def test_a_number_of_a_chart_is_edited_and_stored(reading: Page, busy: Service, done: str) -> None:
    with busy.client("ada") as client:
        kept = client.get(f"/tasks/{done}/result")
        result = kept.json()["result"]
        result["paragraphs"][0]["visuals"] = chart("bar", ("Lead", "Iron")) | {"end_time": 1}
        saved = client.put(f"/tasks/{done}/result", json=result, headers={"If-Match": kept.headers["etag"]})
        assert saved.status_code == 200, saved.text
    reading.reload()
    reading.get_by_role("button", name="Edit").click()
    reading.locator("cueweave-visual-form summary").click()
    reading.get_by_label("Number of “Iron”").fill("-130.25")
    reading.get_by_role("button", name="+ Row").click()
    reading.get_by_label("Label 3").fill("Best")
    reading.get_by_role("button", name="Save").click()
    expect(reading.get_by_role("status").filter(has_text="Saved")).to_be_visible()
    with busy.client("ada") as client:
        first = client.get(f"/tasks/{done}/result").json()["result"]["paragraphs"][0]
        assert first["visuals"]["content"]["data"] == {
            "labels": ["Lead", "Iron", "Best"],
            "datasets": [40, -130.25, 0],
        }


@pytest.mark.parametrize(("size", "scheme"), [(DESKTOP, "light"), (SMALLEST, "dark")], ids=["desktop", "smallest"])
def test_the_menu_of_downloads_is_worked_by_keys(
    chromium_browser: Browser, busy: Service, done: str, size: Size, scheme: Scheme
) -> None:
    with visited(chromium_browser, busy.url, size=size, scheme=scheme) as page:
        sign_in(page, "ada")
        page.goto(f"{busy.url}/#/tasks/{done}")
        opener = page.get_by_role("button", name="Download")
        opener.focus()
        page.keyboard.press("ArrowUp")
        expect(page.get_by_role("menuitem").last).to_be_focused()
        page.keyboard.press("ArrowDown")
        expect(page.get_by_role("menuitem").first).to_be_focused()
        page.keyboard.press("s")
        expect(page.get_by_role("menuitem", name="SubRip")).to_be_focused()
        screenshot(page, f"app-downloads-{size[0]}-{scheme}")
        assert violations(page) == []
        assert widest(page) <= 0
        page.keyboard.press("Escape")
        expect(page.get_by_role("menu")).to_have_count(0)
        expect(opener).to_be_focused()
        opener.click()
        page.keyboard.press("Tab")
        expect(page.get_by_role("menu")).to_have_count(0)


def download(page: Page, name: str) -> None:
    """Choose a format."""
    page.get_by_role("button", name="Download").click()
    page.get_by_role("menuitem", name=name).click()


def test_a_transcript_is_downloaded_as_the_server_writes_it(reading: Page) -> None:
    for name, beginning in (("SubRip", b"1\n00:00:0"), ("Word document", b"PK"), ("Everything, as JSON", b"{")):
        with reading.expect_download() as kept:
            download(reading, name)
        assert kept.value.path().read_bytes().startswith(beginning)
        expect(reading.get_by_text(f"{kept.value.suggested_filename} is downloaded.")).to_be_visible()


def test_a_download_that_fails_says_why(reading: Page) -> None:
    answer(reading, "**/result?format=chapters-vtt", {"detail": "This transcript has no chapters."}, status=422)
    download(reading, "WebVTT chapters")
    expect(reading.get_by_role("alert").filter(has_text="This transcript has no chapters.")).to_be_visible()
    answer(reading, "**/result?format=h5p", {"detail": "format: must be one of json"}, status=422)
    download(reading, "H5P")
    expect(reading.get_by_role("alert").filter(has_text="doesn’t write files of that format")).to_be_visible()


def test_a_transcript_can_be_read_where_the_server_has_no_medium(reading: Page) -> None:
    answer(reading, "**/links", {"detail": "There is nothing at this address."}, status=404)
    reading.reload()
    expect(reading.get_by_text("The recording is no longer on the server")).to_be_visible()
    expect(reading.locator("cueweave-transcript")).to_be_visible()


def test_somebody_elses_task_is_not_shown(chromium_browser: Browser, busy: Service, done: str) -> None:
    with visited(chromium_browser, f"{busy.url}/#/tasks/{done}") as page:
        page.get_by_label("Your user id").fill("eve")
        page.get_by_role("button", name="Sign in").click()
        expect(page.get_by_text("This task belongs to somebody else.")).to_be_visible()


def token(user: str, *, lasts: float = 600) -> str:
    """One that is signed with the secret."""
    return jwt.encode({"sub": user, "exp": int(time.time() + lasts)}, SECRET, "HS256")


def test_a_token_lets_its_user_in_and_goes_with_the_tab(chromium_browser: Browser) -> None:
    with (
        serving(CUEWEAVE_AUTH="jwt", CUEWEAVE_JWT_SECRET=SECRET) as service,
        visited(chromium_browser, service.url) as page,
    ):
        field = page.get_by_label("Your access token")
        field.fill("no token")
        page.keyboard.press("Enter")
        expect(page.get_by_text("A token has three parts")).to_be_visible()
        field.fill(token("ada", lasts=-600))
        page.keyboard.press("Enter")
        expect(page.locator("cueweave-sign-in [role=alert]")).not_to_be_empty()
        field.fill(token("auth0|ada"))
        page.keyboard.press("Enter")
        expect(page.get_by_text("auth0|ada")).to_be_visible()
        page.reload()
        expect(page.get_by_text("auth0|ada")).to_be_visible()
        assert page.evaluate("localStorage.length") == 0
        other = page.context.new_page()
        other.goto(service.url)
        expect(other.get_by_label("Your access token")).to_be_visible()


@pytest.mark.parametrize(("size", "scheme"), [(DESKTOP, "light"), (SMALLEST, "dark")], ids=["desktop", "smallest"])
def test_a_link_that_is_made_here_opens_the_transcript_for_somebody_else(
    chromium_browser: Browser, busy: Service, done: str, size: Size, scheme: Scheme
) -> None:
    with visited(chromium_browser, busy.url, size=size, scheme=scheme) as page:
        sign_in(page, "ada")
        page.goto(f"{busy.url}/#/tasks/{done}")
        page.get_by_role("button", name="Share").click()
        page.get_by_label("The link holds for").select_option("a day")
        page.get_by_role("button", name="Make a link").click()
        link = page.get_by_label("Link to this transcript")
        expect(link).to_be_focused()
        screenshot(page, f"app-share-{size[0]}-{scheme}")
        assert violations(page) == []
        assert widest(page) <= 0
        with visited(chromium_browser, link.input_value()) as other:
            expect(other.locator("cueweave-transcript")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.get_by_role("button", name="Share")).to_be_focused()
        expect(link).to_be_hidden()
        page.get_by_role("button", name="Share").click()
        page.get_by_role("heading", level=1).click()
        expect(link).to_be_hidden()


def test_a_time_that_links_do_not_hold_is_said(reading: Page) -> None:
    reading.get_by_role("button", name="Share").click()
    reading.get_by_label("The link holds for").select_option("a year")
    reading.get_by_role("button", name="Make a link").click()
    expect(reading.get_by_role("alert").filter(has_text="don’t hold that long")).to_be_visible()
