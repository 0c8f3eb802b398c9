"""How Spanish says what isn't written as words."""

from cueweave.stages.align.spoken.idiom import LATIN, Idiom

IDIOM = Idiom(
    letters="""
    a be ce de e efe ge hache i jota ka ele eme ene o pe cu erre ese te u uve uve_doble equis i_griega zeta eñe
    """,
    alphabet=LATIN + "ñ",
    signs="& y, @ arroba, + más, = igual, # número, / barra, . punto, _ guion_bajo, - a, − menos, × por, ° grados",
    point="coma",
    money="$ dólares dólar, £ libras libra, ¥ yenes yen",
    million="millones mil_millones",
    ordinals="º .º ° o ro er do to mo vo no / ª .ª ra da ta ma va na a",
    abbreviations="""
    sr señor, sra señora, srta señorita, dr doctor, dra doctora, prof profesor, p._ej por ejemplo
    p.ej por ejemplo, etc etcétera
    ud usted, uds ustedes, núm número, n.º número, pág página, av. avenida, aprox aproximadamente
    ee._uu estados unidos
    ee.uu estados unidos, d. don, dña doña, tel teléfono, cap. capítulo, a._c antes de cristo
    d._c después de cristo, ej. ejemplo
    """,
    notes="""
    ris ríe aplaus música palm suspir gem tos inaudible ininteligible habla canta silencio pausa susurr grit llor
    respir pitido zumb teléfono puerta trueno público pasos ladr sirena carraspe
    """,
)
