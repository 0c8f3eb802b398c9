"""How Swedish says what isn't written as words."""

from cueweave.stages.align.spoken.idiom import LATIN, Idiom

IDIOM = Idiom(
    letters="a be se de e eff ge hå i ji kå ell emm enn o pe ku err ess te u ve dubbelve eks y säta å ä ö",
    alphabet=LATIN + "åäö",
    signs="""
    & och, @ snabel_a, + plus, = lika_med, # nummer, / snedstreck, . punkt, _ understreck, - till, − minus
    × gånger, ° grader
    """,
    point="komma",
    has_century_years=True,
    money="$ dollar, £ pund, ¥ yen",
    million="miljoner miljarder",
    ordinals=":a :e a e",
    regnal="den",
    abbreviations="""
    dr doktor, prof professor, t.ex till exempel, t._ex till exempel, d.v.s det vill säga, dvs det vill säga
    osv och så vidare, m.m med mera
    bl.a bland annat, bl._a bland annat, ca cirka, kl klockan, nr nummer, kr kronor, s.k så kallad, f.d före detta
    tel telefon, st. styck
    st:a sankta, etc et cetera, mkr miljoner kronor, f.kr före kristus, e.kr efter kristus, mån. månader
    sid. sidan, resp respektive
    """,
    notes="""
    skratt fniss applåd musik suck stön jubel hosta ohörbart otydligt talar pratar sjung sång tystnad paus visk
    skrik gråt snyft andas pip ring surr telefon dörr knack åska publik steg skäll siren
    """,
)
