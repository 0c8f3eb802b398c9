"""The page that holds everything; that it plays is tested in a browser."""

import base64
import hashlib
import json
import re
from pathlib import Path

import pytest
from formats.talks import IMAGE, full_talk, paragraph, picture, read_result_of, talk
from lxml import html as reader

from cueweave.errors import PlayerNotBuilt
from cueweave.formats import Talk, html as writer, talk_of
from cueweave.formats.html import to_html


@pytest.fixture(autouse=True)
def player(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A script in the place of the built one."""
    script = tmp_path / "player-whole.js"
    script.write_text('const s = "</script><!-- {braces}";')
    monkeypatch.setattr(writer, "PLAYER", script)
    return script


def read(one: Talk) -> reader.HtmlElement:
    return reader.document_fromstring(to_html(one).decode())


def test_the_result_is_inside_with_its_picture() -> None:
    page = read(full_talk())
    assert json.loads(page.get_element_by_id("result").text) == full_talk().document
    ((url, address),) = json.loads(page.get_element_by_id("pictures").text).items()
    assert url == IMAGE["url"]
    assert base64.b64decode(address.removeprefix("data:image/jpeg;base64,")) == picture()
    assert json.loads(read(full_talk(asset=lambda _: None)).get_element_by_id("pictures").text) == {}


@pytest.mark.parametrize(
    "text", ["</script><script>alert(1)</script>", "<!--<script>", "]]>", "a\u2028b", "</SCRIPT >"]
)
def test_nothing_that_is_said_can_end_the_script(text: str) -> None:
    document = {"paragraphs": [paragraph(text, 0.0, title=text)]}
    page = read(talk_of(read_result_of(document), title=text, medium=f'https://a.org/"{text}'))
    assert len(page.findall(".//script")) == 3
    assert json.loads(page.get_element_by_id("result").text)["paragraphs"][0]["title"] == text
    assert page.find(".//cueweave-player").get("media") == f'https://a.org/"{text}'


def test_the_policy_lets_only_the_scripts_and_styles_of_the_page_run() -> None:
    page = read(full_talk())
    policy = page.find(".//meta[@http-equiv]").get("content")
    script = page.findall(".//script")[2].text
    assert f"script-src 'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'" in policy
    assert "default-src 'none'" in policy


def test_the_players_own_text_cannot_end_its_script() -> None:
    assert r'"<\/script><\!-- {braces}"' in read(full_talk()).findall(".//script")[2].text


@pytest.mark.parametrize(
    ("medium", "address"),
    [
        ("../100% #1?.mp4", "../100%25%20%231%3F.mp4"),
        ("https://a.org/b?c=d#e", "https://a.org/b?c=d#e"),
        ("\udcff", "%EF%BF%BD"),
    ],
)
def test_any_name_of_a_file_becomes_an_address(medium: str, address: str) -> None:
    assert read(full_talk(medium=medium)).find(".//cueweave-player").get("media") == address


def test_without_a_recording_there_is_only_the_text() -> None:
    assert read(talk()).find(".//cueweave-player").get("media") is None


def test_without_the_player_it_says_how_to_get_it(player: Path) -> None:
    player.unlink()
    with pytest.raises(PlayerNotBuilt, match="make page"):
        to_html(full_talk())


def test_nothing_is_fetched_from_elsewhere() -> None:
    assert re.findall(r'(?:src|href)="(?!data:)', to_html(full_talk()).decode()) == []
