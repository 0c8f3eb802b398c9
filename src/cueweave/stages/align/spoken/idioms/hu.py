"""How Hungarian says what isn't written as words."""

from cueweave.stages.align.spoken.idiom import Idiom

IDIOM = Idiom(
    letters="a bé cé dé e ef gé há i jé ká el em en o pé kú er es té u vé dupla_vé iksz ipszilon zé",
    signs="& és, @ kukac, + plusz, = egyenlő, # szám, / perjel, . pont, _ aláhúzás, − mínusz, × szor, ° fok",
    point="egész",
    money="$ dollár, £ font, ¥ jen",
    million="millió milliárd",
    point_ordinal=True,
    ordinals="-ik -adik -edik",
    abbreviations="""
    dr doktor, prof professzor, pl. például, stb és így tovább, kb. körülbelül, ill. illetve, ún úgynevezett
    u. utca, sz. század, ft forint
    db darab, tel telefon, kft kft, i._e időszámításunk előtt, i.e időszámításunk előtt, szt szent, m. magas
    ld. lásd, vö. vesd össze, max. maximum
    """,
    notes="""
    nevet kacag kuncog taps zene sóhaj nyög ujjong köhög érthetetlen beszél énekel ének csend szünet sutt kiabál
    sikolt sír zokog lélegz sípol csörög cseng zümmög telefon ajtó kopog dörg közönség lépt ugat sziréna
    """,
)
