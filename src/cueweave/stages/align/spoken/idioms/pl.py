"""How Polish says what isn't written as words."""

from cueweave.stages.align.spoken.idiom import Idiom

IDIOM = Idiom(
    letters="a be ce de e ef gie ha i jot ka el em en o pe ku er es te u fau wu iks igrek zet",
    signs="""
    & i, @ małpa, + plus, = równa_się, # numer, / ukośnik, . kropka, _ podkreślenie, - do, − minus, × razy
    ° stopni
    """,
    point="przecinek",
    money="$ dolarów dolar, £ funtów funt, ¥ jenów jen",
    million="milionów miliardów",
    point_ordinal=True,
    ordinals="-ty -ga -ta -cia -go",
    abbreviations="""
    dr doktor, prof profesor, mgr magister, inż inżynier, np na przykład, tj to jest, tzn to znaczy
    itd i tak dalej, itp i tym podobne
    m.in między innymi, ok. około, nr numer, ul ulica, godz godzina, r. roku, w. wieku, zł złotych, gr. groszy
    tys tysięcy, mln milionów
    mld miliardów, św święty, tzw tak zwany, ww wyżej wymieniony, pt pod tytułem, al. aleja, tel telefon
    str strona, p.n.e przed naszą erą
    """,
    notes="""
    śmi chichot oklask brawa muzyka wzdych jęk kaszl niewyraźn niesłyszalne mówi śpiew cisza pauza szept krzy płacz
    szloch oddech pisk dzwon brzęcz telefon drzwi puka grzmot publiczność kroki szczek syrena
    """,
)
