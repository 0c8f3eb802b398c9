"""WebVTT as other readers read it."""

import io
import re

import pysubs2
import webvtt
from formats.talks import LECTURE, said, spoken, talk, talks
from hypothesis import given, settings

from cueweave.formats import Talk
from cueweave.formats.captions import captions
from cueweave.formats.result import TimedWord
from cueweave.formats.vtt import to_vtt, to_vtt_words

TAG = re.compile(r"<(\d\d:\d\d:\d\d\.\d\d\d)>")


def read(text: str) -> list[webvtt.Caption]:
    return list(webvtt.from_buffer(io.StringIO(text)).captions)


@given(talks())
@settings(deadline=None, max_examples=40)
def test_another_reader_finds_every_word_once_at_its_time(one: Talk) -> None:
    made = captions(one.paragraphs)
    found = read(to_vtt(one))
    assert "".join("".join(each.text.split()) for each in found) == "".join(said(one))
    assert [round(each.start_in_seconds * 1000) for each in found] == [int(each.start) * 1000 for each in made]


@given(talks())
@settings(deadline=None, max_examples=40)
def test_word_times_rise_within_their_cue_and_the_words_stay(one: Talk) -> None:
    found = read(to_vtt_words(one))
    for cue in found:
        times = [cue.start, *TAG.findall(cue.raw_text), cue.end]
        assert times == sorted(set(times))
    assert "".join("".join(TAG.sub("", each.raw_text).split()) for each in found) == "".join(said(one))


def test_each_word_but_the_first_carries_its_time() -> None:
    (cue,) = read(to_vtt_words(talk(spoken("Rivers carve valleys.", each=0.5))))
    assert cue.raw_text == "Rivers <00:00:00.500>carve <00:00:01.000>valleys."


def test_a_second_reader_agrees() -> None:
    found = pysubs2.SSAFile.from_string(to_vtt(talk(spoken(LECTURE))), format_="vtt")
    assert " ".join(event.plaintext.replace("\n", " ") for event in found) == LECTURE


def test_words_without_length_still_make_cues_that_players_accept() -> None:
    (cue,) = read(to_vtt(talk([TimedWord(word="Click", start=2.0, end=2.0)])))
    assert cue.end > cue.start


def test_what_looks_like_markup_stays_text() -> None:
    text = to_vtt(talk(spoken("if a<b && c --> d <script>")))
    assert "if a&lt;b &amp;&amp; c --&gt; d &lt;script&gt;" in text.replace("\n", " ")


def test_times_past_an_hour_are_written_in_full() -> None:
    assert "\n01:00:01.250 --> 01:00:02.250\n" in to_vtt(talk(spoken("Late.", start=3601.25)))


def test_nothing_spoken_is_an_empty_file_of_the_format() -> None:
    assert to_vtt(talk()) == "WEBVTT\n"
