"""What the offline analyser promises."""

from hypothesis import given, strategies as st
from stages.words_of import words_of

from cueweave.domain.analysis import Text
from cueweave.stages.analysis import analyse_offline
from cueweave.stages.sentences import split_sentences

TOKENS = ["We", "sold", "ten.", "Now", "the", "valve", "opens.", "in", "2019", "—", "never!", "Zürich", "5%", "it?"]


@given(st.lists(st.sampled_from(TOKENS), min_size=1, max_size=300))
def test_sections_cover_all_words_and_cut_no_sentence(tokens: list[str]) -> None:
    words = words_of(" ".join(tokens))
    sentences = split_sentences(words, "en")
    analysis = analyse_offline(Text(words, sentences, "en"), lambda _: None)
    assert [at for each in analysis.sections for at in range(each.first, each.stop)] == list(range(len(words)))
    assert {each.first for each in analysis.sections} <= {each.first for each in sentences}
    assert analysis.sections[0].title


def test_a_title_is_not_shouted_where_the_subtitles_are() -> None:
    words = words_of("THE HARBOUR BRIDGE WAS BUILT LATE. NASA SAYS THAT THE HARBOUR BRIDGE IS LONG.")
    analysis = analyse_offline(Text(words, split_sentences(words, "en"), "en"), lambda _: None)
    assert analysis.sections[0].title == "Harbour bridge"
    assert all(keyword.word.isupper() for keyword in analysis.sections[0].keywords)


def test_keywords_of_chinese_text_end_without_its_marks() -> None:
    words = words_of("电池 储存 能量 。 电池 很 重要 。 电池 里 有 锂 。")
    analysis = analyse_offline(Text(words, split_sentences(words, "zh"), "zh"), lambda _: None)
    assert all(keyword.word.strip("。，") == keyword.word for each in analysis.sections for keyword in each.keywords)
