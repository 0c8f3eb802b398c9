"""How Italian says what isn't written as words."""

from cueweave.stages.align.spoken.idiom import Idiom

IDIOM = Idiom(
    letters="""
    a bi ci di e effe gi acca i i_lunga cappa elle emme enne o pi cu erre esse ti u vu doppia_vu ics ipsilon zeta
    """,
    signs="""
    & e, @ chiocciola, + più, = uguale, # numero, / barra, . punto, _ trattino_basso, - a, − meno, × per, ° gradi
    """,
    point="virgola",
    money="$ dollari dollaro, £ sterline sterlina, ¥ yen",
    million="milioni miliardi",
    ordinals="º ° o / ª a",
    abbreviations="""
    sig signor, sig.ra signora, sig.na signorina, dott dottor, dott.ssa dottoressa, dr dottor, prof professor
    prof.ssa professoressa
    ing ingegner, avv avvocato, ecc eccetera, etc eccetera, p._es per esempio, p.es per esempio, es. esempio
    n. numero, pag pagina
    ca circa, tel telefono, cap. capitolo, a._c avanti cristo, d._c dopo cristo, s. san
    """,
    notes="""
    ris ride applaus music sospir geme toss inudibile incomprensibile parla canta silenzio pausa sussurr grid url
    piang singhiozz respir bip squill ronz telefono porta tuono pubblico passi abbai sirena
    """,
)
