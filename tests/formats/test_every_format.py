"""What holds for every row of the table."""

import re
from pathlib import Path

import pytest
from formats.talks import full_talk, talk

from cueweave.errors import BadInput, NotExportable
from cueweave.formats import FORMATS, Format, format_named, html as html_format

ROOT = Path(__file__).parents[2]
EVERY = pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS)


@pytest.fixture(autouse=True)
def player(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A script in the place of the built one."""
    (tmp_path / "player.js").write_text("// the player")
    monkeypatch.setattr(html_format, "PLAYER", tmp_path / "player.js")


@EVERY
def test_a_talk_with_everything_is_written(form: Format) -> None:
    assert len(form.write(full_talk())) > 50


@EVERY
def test_a_talk_in_which_nobody_says_anything_is_written_or_refused_with_a_sentence(form: Format) -> None:
    try:
        assert isinstance(form.write(talk()), bytes)
    except NotExportable as error:
        assert error.message.endswith(".")


@EVERY
def test_it_stands_in_the_documents_with_its_type_and_ending(form: Format) -> None:
    page = (ROOT / "docs/formats.md").read_text()
    assert re.search(rf"^\| `{form.name}` \|.*`\.{re.escape(form.ending)}`.*`{re.escape(form.media_type)}`", page, re.M)


def test_no_two_files_of_one_result_have_the_same_name() -> None:
    assert len({each.ending for each in FORMATS.values()}) == len(FORMATS)


def test_a_media_type_asks_for_one_format() -> None:
    types = ["application/json", *(each.media_type for each in FORMATS.values() if each.by_accept)]
    assert len(set(types)) == len(types)


def test_an_unknown_name_is_answered_with_those_that_there_are() -> None:
    with pytest.raises(BadInput, match=r"Unknown format doc: use one of json, vtt, .*h5p"):
        format_named("doc")


def test_the_page_offers_them_all_under_their_endings() -> None:
    menu = (ROOT / "player/page/src/strings.ts").read_text().partition("downloads: {")[2]
    offered = re.findall(r'\{ name: "([^"]+)", label: "[^"]+", extension: "([^"]+)" \}', menu)
    assert sorted(offered) == sorted((form.name, form.ending) for form in FORMATS.values())
