"""What writers see of a result."""

from copy import deepcopy

from formats.talks import everything, full_talk, read_result_of, talk

from cueweave.domain.visuals import Chart, ChartType, Image, Table
from cueweave.formats import talk_of
from cueweave.formats.result import TimedWord


def test_visuals_are_those_of_the_domain() -> None:
    contents = [each.visual.content for each in full_talk().paragraphs if each.visual]
    assert contents == [
        Image("Slide 1", "A glacier", "slide-001.jpg"),
        Table("Rivers | of <Europe>", "By length", ("River", "km"), (("Volga", "3530"), ("Danube", "2850"))),
        Chart("Flow", ChartType.BAR, ("Spring", "Autumn"), (12.5, 8.0)),
    ]


def test_text_is_free_of_what_files_cannot_hold() -> None:
    one = talk([TimedWord(word="a\x00b\x1bc\n d", start=0, end=1), TimedWord(word="\x07", start=1, end=2)])
    assert [word.text for word in one.paragraphs[0].words] == ["abc d"]


def test_times_that_run_backwards_are_held_back() -> None:
    one = talk([TimedWord(word="a", start=5, end=6)], [TimedWord(word="b", start=3, end=4)])
    assert [(each.start, each.end) for each in one.paragraphs] == [(5, 6), (5, 5)]


def test_rows_of_a_table_are_made_as_long_as_the_longest() -> None:
    document = deepcopy(everything())  # its table is of all tests
    document["paragraphs"][1]["visuals"]["content"]["data"] = [["Volga"], ["Danube", "2850", "blue"]]
    content = next(each.visual.content for each in talk_of(read_result_of(document)).paragraphs[1:] if each.visual)
    assert isinstance(content, Table)
    assert (content.headers, content.rows) == (("River", "km", ""), (("Volga", "", ""), ("Danube", "2850", "blue")))


def test_a_talk_without_a_title_is_called_after_its_first_chapter() -> None:
    assert (talk_of(read_result_of(everything())).title, talk().title) == ("Valleys & <towns>", "Transcript")
