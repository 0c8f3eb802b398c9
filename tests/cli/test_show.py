"""Results as a person reads them."""

from typing import Any

from cueweave.cli.show import paragraph_lines


def paragraph(content: dict[str, Any] | None) -> dict[str, Any]:
    visual = content and {"type": content["type"], "title": "Sales", "start_time": 62.0, "end_time": 70.0}
    return {
        "title": "Growth",
        "start_time": 61.0,
        "end_time": 70.0,
        "paragraph_text": "In 2019 we sold ten million.",
        "keywords": [{"word": "ten million", "type": "Key Terms"}],
        "visuals": visual and {**visual, "content": content},
    }


def lines(content: dict[str, Any] | None) -> list[str]:
    return list(paragraph_lines({"paragraphs": [paragraph(content)]}))


def test_a_paragraph_stands_under_its_title_with_its_keywords() -> None:
    assert lines(None) == [
        "# Growth",
        "[01:01.0 - 01:10.0] In 2019 we sold ten million.",
        "  ten million (Key Terms)",
        "",
    ]


def test_a_chart_is_shown_as_its_numbers() -> None:
    data = {"labels": ["2019", "2020"], "datasets": [10000000.0, 1.5]}
    content = {"type": "chart", "chart_type": "line", "title": "Sales", "data": data}
    assert lines(content)[-2] == "  line chart: Sales [01:02.0]: 2019 10,000,000, 2020 1.5"


def test_a_table_is_shown_as_its_rows() -> None:
    content = {"type": "table", "headers": ["Model", "Price"], "data": [["First", "300"], ["Second", "400"]]}
    assert lines(content)[-2] == "  table: Sales [01:02.0]: Model; Price | First; 300 | Second; 400"


def test_a_picture_is_named() -> None:
    assert lines({"type": "image"})[-2] == "  picture: Sales [01:02.0]"
