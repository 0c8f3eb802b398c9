"""How Dutch says what isn't written as words."""

from cueweave.stages.align.spoken.idiom import Idiom

IDIOM = Idiom(
    letters="a bee cee dee ee ef gee haa ie jee kaa el em en oo pee kuu er es tee uu vee wee iks ei zet",
    signs="& en, @ at, + plus, = is, # nummer, / slash, . punt, _ underscore, - tot, − min, × keer, ° graden",
    point="komma",
    has_century_years=True,
    money="$ dollar, £ pond, ¥ yen",
    million="miljoen miljard",
    ordinals="e de ste",
    regnal="de",
    clock="uur",
    abbreviations="""
    dhr de heer, mevr mevrouw, mw mevrouw, dr dokter, drs doctorandus, prof professor, bijv bijvoorbeeld
    bv. bijvoorbeeld, d.w.z dat wil zeggen
    enz enzovoort, etc et cetera, o.a onder andere, m.b.t met betrekking tot, i.p.v in plaats van, nr nummer
    ca circa, mln miljoen
    mld miljard, blz bladzijde, tel telefoon, a.u.b alstublieft, t/m tot en met, v.chr voor christus
    n.chr na christus, max. maximaal
    """,
    notes="""
    lach gelach giechel applaus muziek zucht kreun gejuich hoest onverstaanbaar spreekt praat zing stilte pauze
    fluister schreeuw gil huil snik adem piep zoem rinkel telefoon deur klop donder publiek voetstappen blaf sirene
    """,
)
