"""Text becomes words, also where none are apart, and words become text again."""

import pytest
from hypothesis import given, strategies as st

from cueweave.domain.transcript import join_words
from cueweave.stages.words import cut_words

LANGUAGES = st.sampled_from([None, "en", "ja", "zh", "th", "lo", "km", "my"])
CHARACTERS = st.one_of(
    st.characters(min_codepoint=0x20),
    st.sampled_from("今日はAIの技術 我们今天學習。、「」 วันนี้ใครๆ ภាសាខ្មែរ ສະບາຍດີເຈົ້າ မြန်မာဘာသာ -!?"),
)


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "Hello there,  you.", "Hello|there,|you."),
        ("ja", "今日はAIの技術について、話します。", "今日は|AIの|技術に|ついて、|話します。"),
        (None, "我们今天学习Python3的基础知识。", "我们|今天|学习|Python3|的|基础|知识。"),
        ("zh", "我們今天學習", "我們|今天|學習"),
        ("th", "วันนี้อากาศดีมาก AI", "วัน|นี้|อากาศ|ดี|มาก|AI"),
        ("km", "ភាសាខ្មែរ", "ភា|សា|ខ្មែ|រ"),
        ("my", "မြန်မာ", "မြန်|မာ"),
    ],
)
def test_text_is_cut_into_words(language: str | None, text: str, words: str) -> None:
    assert cut_words(text, language) == words.split("|")


@given(st.text(CHARACTERS, max_size=40), LANGUAGES)
def test_no_character_is_lost_or_added(text: str, language: str | None) -> None:
    words = cut_words(text, language)
    assert "".join(words) == "".join(text.split())
    assert all(words)


@given(st.text(CHARACTERS, max_size=40), LANGUAGES)
def test_joined_words_hold_the_text_again(text: str, language: str | None) -> None:
    assert "".join(join_words(cut_words(text, language)).split()) == "".join(text.split())


def test_blanks_stand_only_where_a_script_writes_them() -> None:
    assert join_words(["Hello", "there"]) == "Hello there"
    assert join_words(["今日は", "天気です。"]) == "今日は天気です。"
    assert join_words(["学习", "Python", "的"]) == "学习 Python 的"
    assert join_words([]) == ""
