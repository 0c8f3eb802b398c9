"""Markdown as another reader renders it."""

import base64

from formats.talks import IMAGE, LECTURE, full_talk, paragraph, picture, read_result_of, spoken, talk, talks
from hypothesis import given, settings
from lxml import html
from markdown_it import MarkdownIt

from cueweave.formats import Talk, talk_of
from cueweave.formats.md import to_md
from cueweave.formats.pictures import pictures


def read(one: Talk) -> html.HtmlElement:
    """Rendered by the rules of CommonMark and GitHub's tables, pictures inside allowed."""
    reader = MarkdownIt("commonmark").enable("table")
    return html.fromstring(f"<div>{reader.render(to_md(one).decode())}</div>")


def texts(found: html.HtmlElement, name: str) -> list[str]:
    return [each.text_content() for each in found.iter(name)]


def test_titles_are_headings_and_what_looks_like_markup_stays_text() -> None:
    one = full_talk()
    found = read(one)
    assert texts(found, "h1") == ["Rivers"]
    assert texts(found, "h2") == [each.title for each in one.paragraphs if each.title]
    assert {each.text for each in one.paragraphs} <= set(texts(found, "p"))


@given(talks())
@settings(deadline=None, max_examples=40)
def test_every_paragraph_is_one_with_its_words(one: Talk) -> None:
    assert texts(read(one), "p") == [each.text for each in one.paragraphs]


def test_what_would_begin_a_list_or_a_heading_does_not() -> None:
    for text in (
        "1. First",
        "- dash",
        "# no",
        "+ plus",
        "12) twelve",
        "> quote",
        "=== x",
        "&amp; so",
        "~~~ code",
        "a * b",
    ):
        assert texts(read(talk(spoken(text))), "p") == [text]


def test_pictures_are_inside_with_their_alternative_text() -> None:
    (image,) = read(full_talk()).iter("img")
    assert image.get("alt") == "A glacier"
    assert base64.b64decode(image.get("src").partition("base64,")[2]) == picture()


def test_pictures_that_are_not_at_hand_are_looked_for_in_the_folder_beside() -> None:
    (image,) = read(full_talk(asset=lambda _: None)).iter("img")
    assert image.get("src") == "assets/slide-001.jpg"


def test_charts_and_tables_are_tables() -> None:
    rivers, flow = read(full_talk()).iter("table")
    assert texts(rivers, "th") + texts(rivers, "td") == ["River", "km", "Volga", "3530", "Danube", "2850"]
    assert texts(flow, "th") + texts(flow, "td") == ["", "Flow", "Spring", "12.5", "Autumn", "8"]


def test_pictures_beyond_the_limit_are_left_out_and_each_is_there_once() -> None:
    shown = [{**IMAGE, "url": f"assets/slide-{number}.jpg"} for number in (1, 1, 2)]
    document = {"paragraphs": [paragraph(LECTURE, 60.0 * at, content=each) for at, each in enumerate(shown)]}
    data = picture() + bytes(40 * 1024**2)
    assert list(pictures(talk_of(read_result_of(document), asset=lambda _: data))) == ["slide-1.jpg"]
