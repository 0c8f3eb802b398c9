"""How Czech says what isn't written as words."""

from cueweave.stages.align.spoken.idiom import Idiom

IDIOM = Idiom(
    letters="á bé cé dé é ef gé há í jé ká el em en ó pé kvé er es té ú vé dvojité_vé iks ypsilon zet",
    signs="""
    & a, @ zavináč, + plus, = rovná_se, # číslo, / lomítko, . tečka, _ podtržítko, - až, − minus, × krát, ° stupňů
    """,
    point="celých",
    money="$ dolarů dolar, £ liber libra, ¥ jenů jen",
    million="milionů miliard",
    point_ordinal=True,
    abbreviations="""
    dr doktor, prof profesor, ing inženýr, mgr magistr, např například, tj to jest, tzn to znamená, atd a tak dále
    apod a podobně
    č. číslo, kč korun, tzv takzvaný, cca cirka, str strana, tel telefon, mj mimo jiné, tis tisíc, mil milionů
    mld miliard, ul ulice
    př._n._l před naším letopočtem, sv svatý, hod hodin, p. pan
    """,
    notes="""
    smí smích chichot potlesk hudba vzdych stén kašl nesrozumiteln neslyšiteln mluví zpív zpěv ticho pauza šept kři
    pláč vzlyk dech píp zvon bzuč telefon dveře klep hrom publikum kroky štěk siréna
    """,
)
