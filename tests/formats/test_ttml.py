"""TTML as the W3C-profile reader of another project reads it."""

from fractions import Fraction

from formats.talks import LECTURE, full_talk, said, spoken, talk
from lxml import etree
from ttconv.imsc import reader
from ttconv.isd import ISD
from ttconv.model import ContentDocument, Text

from cueweave.formats.ttml import to_ttml


def read(text: str) -> ContentDocument:
    from xml.etree import ElementTree

    document = reader.to_model(ElementTree.ElementTree(ElementTree.fromstring(text)))  # noqa: S314  # our own
    assert document is not None
    return document


def shown_at(document: ContentDocument, seconds: float) -> str:
    """The text on the screen, as the reader's own renderer has it."""
    found = ISD.from_model(document, Fraction(seconds))
    regions = list(found.iter_regions()) if found else []
    return " ".join(each.get_text() for region in regions for each in region.dfs_iterator() if isinstance(each, Text))


def test_another_reader_shows_each_caption_while_it_is_spoken() -> None:
    document = read(to_ttml(talk(spoken("Rivers carve valleys."), spoken("Glaciers, too.", start=30))))
    assert shown_at(document, 0.5) == "Rivers carve valleys."
    assert shown_at(document, 20) == ""
    assert shown_at(document, 30.5) == "Glaciers, too."


def test_two_lines_stand_in_a_region_at_the_lower_edge() -> None:
    document = read(to_ttml(talk(spoken(LECTURE))))
    assert shown_at(document, 3.0) == "Today we look at how rivers carve their valleys over time,"
    (region,) = document.iter_regions()
    assert region.get_id() == "below"


def test_every_word_is_there_once_and_markup_stays_text() -> None:
    one = full_talk()
    root = etree.fromstring(to_ttml(one).encode())
    texts = [" ".join(each.itertext()) for each in root.iter("{*}p")]
    assert " ".join(texts).split() == said(one)


def test_what_the_profile_asks_for_is_declared() -> None:
    root = etree.fromstring(to_ttml(full_talk()).encode())
    parameter = "{http://www.w3.org/ns/ttml#parameter}"
    assert root.get(f"{parameter}contentProfiles") == "http://www.w3.org/ns/ttml/profile/imsc1.1/text"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert etree.fromstring(to_ttml(talk()).encode()).get("{http://www.w3.org/XML/1998/namespace}lang") == ""
