"""The Word document as another reader reads it."""

import io
import zipfile

import mammoth
import pytest
from docx import Document
from formats.talks import full_talk, talk
from lxml import html

from cueweave.formats import Talk
from cueweave.formats.docx import to_docx


def read(one: Talk) -> html.HtmlElement:
    found = mammoth.convert_to_html(io.BytesIO(to_docx(one)))
    assert [each.message for each in found.messages if each.type == "error"] == []
    return html.fromstring(f"<div>{found.value}</div>")


@pytest.fixture(scope="module")
def found() -> html.HtmlElement:
    """The full talk as it is read."""
    return read(full_talk())


def test_another_reader_finds_headings_and_paragraphs(found: html.HtmlElement) -> None:
    one = full_talk()
    assert [each.text_content() for each in found.iter("h1")] == [each.title for each in one.paragraphs if each.title]
    assert found.text_content().startswith("RiversWelcome")
    assert {each.text for each in one.paragraphs} <= {each.text_content() for each in found.iter("p")}


def test_the_picture_is_inside_with_its_alternative_text(found: html.HtmlElement) -> None:
    (image,) = found.iter("img")
    assert image.get("alt") == "A glacier"
    assert image.get("src").startswith("data:image/jpeg;base64,")


def test_tables_and_charts_are_tables(found: html.HtmlElement) -> None:
    tables = [[each.text_content() for each in table.iter("td", "th")] for table in found.iter("table")]
    assert tables == [
        ["River", "km", "Volga", "3530", "Danube", "2850"],
        ["", "Flow", "Spring", "12.5", "Autumn", "8"],
    ]


def test_the_file_says_what_it_is_and_in_which_language() -> None:
    data = io.BytesIO(to_docx(full_talk()))
    properties = Document(data).core_properties
    assert (properties.title, properties.author, properties.language) == ("Rivers", "", "en")
    with zipfile.ZipFile(data) as file:
        assert b'w:lang w:val="en"' in file.read("word/styles.xml")


def test_a_picture_that_cannot_be_read_leaves_its_title() -> None:
    found = read(full_talk(asset=lambda _: b"\xff\xd8\xff" + bytes(100)))
    assert list(found.iter("img")) == []
    assert "Slide 1" in [each.text_content() for each in found.iter("p")]


def test_nothing_spoken_is_a_document_with_a_title() -> None:
    assert read(talk()).text_content() == "Transcript"
