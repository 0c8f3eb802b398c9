"""How German says what isn't written as words."""

from cueweave.stages.align.spoken.idiom import LATIN, Idiom

IDIOM = Idiom(
    letters="a be ce de e ef ge ha i jot ka el em en o pe ku er es te u vau we ix ypsilon zet ä ö ü eszett",
    alphabet=LATIN + "äöüß",
    signs="""
    & und, @ at, + plus, = gleich, # nummer, / schrägstrich, . punkt, _ unterstrich, - bis, − minus, × mal
    § paragraf, ° grad
    """,
    point="komma",
    spells_decimals=True,
    has_century_years=True,
    money="$ dollar, £ pfund, ¥ yen",
    million="millionen milliarden",
    ordinals="te ten ter tes ste sten ster stes",
    point_ordinal=True,
    followers="jahrhundert klasse tag mal weltkrieg liga semester stock platz kapitel etage auflage",
    regnal="der",
    clock="uhr",
    abbreviations="""
    dr doktor, prof professor, hr herr, fr. frau, z._b zum beispiel, z.b zum beispiel, d._h das heißt
    d.h das heißt, u._a unter anderem
    u.a unter anderem, bzw beziehungsweise, usw und so weiter, etc et cetera, ca circa, nr nummer, st. sankt
    vgl vergleiche, evtl eventuell
    ggf gegebenenfalls, inkl inklusive, mio millionen, mrd milliarden, tel telefon, str. straße, abb. abbildung
    kap. kapitel, s. seite
    ok okay, v._chr vor christus, n._chr nach christus, i._d._r in der regel, sog sogenannte, jh jahrhundert
    mind. mindestens, max. maximal
    """,
    notes="""
    lach kicher applaus musik beifall klatsch seufz stöhn jubel hust unverständlich spricht singt singen gesang
    stille pause flüster schrei ruft weint schluchz atm piep summ kling telefon tür klopf donner publikum schritte
    bellen sirene räusper
    """,
)
