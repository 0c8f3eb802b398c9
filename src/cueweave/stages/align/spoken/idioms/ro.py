"""How Romanian says what isn't written as words."""

from cueweave.stages.align.spoken.idiom import Idiom

IDIOM = Idiom(
    letters="a be ce de e ef ghe haș i je ka el em en o pe kiu er es te u ve dublu_ve ics i_grec zet",
    signs="& și, @ arond, + plus, = egal, # numărul, / slash, . punct, _ liniuță, - până_la, − minus, × ori, ° grade",
    point="virgulă",
    money="$ dolari dolar, £ lire liră, ¥ yeni yen",
    million="milioane miliarde",
    ordinals="-lea -a",
    abbreviations="""
    dl domnul, dna doamna, dr doctor, prof profesor, ing inginer, de_ex de exemplu, etc etcetera, ș.a și altele
    nr numărul, str strada
    sf sfântul, mil milioane, mld miliarde, cca circa, pag pagina, tel telefon, î.hr înainte de hristos
    d.hr după hristos, ex. exemplu
    """,
    notes="""
    râs râd chicot aplauz muzic oft gem tuș neinteligibil inaudibil vorb cânt liniște pauz șopt strig țip plâng susp
    respir bip sun bâzâi telefon ușă bate tunet public pași latră siren
    """,
)
