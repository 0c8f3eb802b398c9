"""Advice and warnings are whole clauses, and not every "never" is one."""

import pytest
from stages.analysis.keywords.test_keywords import found, keywords_of

from cueweave.domain.keywords import KeywordType

CLAUSES = (KeywordType.CALLOUT, KeywordType.WARNING)


@pytest.mark.parametrize(
    ("language", "text", "warning"),
    [
        ("en", "Now listen. Never touch the blade!", "Never touch the blade"),
        ("en", "So please don't open the valve.", "please don't open the valve"),
        ("en", "You must not mix these acids.", "You must not mix these acids"),
        ("en", "It runs, but be careful with the blade.", "be careful with the blade"),
        ("en", "This gas is extremely toxic.", "This gas is extremely toxic"),
        ("en", "Beware of the moving belt.", "Beware of the moving belt"),
        ("en", "Be careful, though, with the sign.", "Be careful, though, with the sign"),
        ("de", "Öffnen Sie niemals das Gehäuse.", "Öffnen Sie niemals das Gehäuse"),
        ("de", "Die Haube darf man nicht abnehmen.", "Die Haube darf man nicht abnehmen"),
        ("de", "Vorsicht, heiß. Der Ofen brennt.", "Vorsicht, heiß"),
        ("es", "No abra nunca la caja.", "No abra nunca la caja"),
        ("es", "Tenga cuidado con el horno.", "Tenga cuidado con el horno"),
        ("fr", "N'ouvrez jamais le boîtier.", "N'ouvrez jamais le boîtier"),
        ("fr", "Il ne faut pas toucher le câble.", "Il ne faut pas toucher le câble"),
        ("it", "Non aprite mai la scatola.", "Non aprite mai la scatola"),
        ("it", "Attenzione alla lama.", "Attenzione alla lama"),
        ("pt", "Não abra a caixa.", "Não abra a caixa"),
        ("pt", "Nunca toque no cabo.", "Nunca toque no cabo"),
        ("nl", "Pas op voor het mes.", "Pas op voor het mes"),
        ("pl", "Nie wolno dotykać kabla.", "Nie wolno dotykać kabla"),
        ("ru", "Никогда не трогайте кабель.", "Никогда не трогайте кабель"),
    ],
)
def test_a_warning_runs_from_its_first_word_to_the_end_of_its_clause(language: str, text: str, warning: str) -> None:
    assert found(text, KeywordType.WARNING, language) == [warning]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "I don't know. I've never been there. Don't worry about it. He never opened the box."),
        ("en", "It was never a problem, and they don't work. Never mind. We never charged it."),
        ("de", "Ich weiß es nicht. Das habe ich noch nie gesehen. Er öffnet die Tür nie."),
        ("es", "No sé nada. No tenemos tiempo. Nunca he visto eso. No funciona."),
        ("fr", "Je ne sais pas. Je n'ai jamais vu cela. Merci de votre attention. Nous ne savons pas."),
        ("it", "Non lo so. Non ho mai visto questo. Grazie per l'attenzione. Non sapete tutto."),
        ("pt", "Não sei nada. Nunca vi isso. Não temos tempo. Obrigado pela atenção."),
        ("nl", "Ik weet het niet. Dat heb ik nooit gezien."),
    ],
)
def test_a_mere_denial_is_no_warning(language: str, text: str) -> None:
    assert [keyword for keyword in keywords_of(text, language) if keyword.type in CLAUSES] == []


@pytest.mark.parametrize(
    ("language", "text", "callout"),
    [
        ("en", "Remember: heat rises.", "Remember: heat rises"),
        ("en", "And don't forget to save your work.", "don't forget to save your work"),
        ("en", "The key idea is that heat rises.", "The key idea is that heat rises"),
        ("en", "Keep in mind that heat rises.", "Keep in mind that heat rises"),
        ("de", "Denken Sie daran, dass Wärme steigt.", "Denken Sie daran, dass Wärme steigt"),
        ("es", "No olvide que el calor sube.", "No olvide que el calor sube"),
        ("fr", "N'oubliez pas que la chaleur monte.", "N'oubliez pas que la chaleur monte"),
        ("it", "Ricordate che il calore sale.", "Ricordate che il calore sale"),
        ("pt", "Lembrem-se de que o calor sobe.", "Lembrem-se de que o calor sobe"),
        ("pl", "Pamiętajcie, że ciepło rośnie.", "Pamiętajcie, że ciepło rośnie"),
    ],
)
def test_advice_is_marked_with_what_it_says(language: str, text: str, callout: str) -> None:
    assert found(text, KeywordType.CALLOUT, language) == [callout]


def test_a_memory_is_no_advice() -> None:
    assert found("I remember when we met. Do you remember me?", KeywordType.CALLOUT) == []


def test_a_long_clause_is_cut_before_a_preposition_or_a_conjunction() -> None:
    text = "Never charge a lithium battery when it is colder than freezing outside in the open."
    assert found(text, KeywordType.WARNING) == ["Never charge a lithium battery"]
