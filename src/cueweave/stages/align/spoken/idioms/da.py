"""How Danish says what isn't written as words."""

from cueweave.stages.align.spoken.idiom import LATIN, Idiom

IDIOM = Idiom(
    letters="a be se de e æf ge hå i jåd kå æl æm æn o pe ku ær æs te u ve dobbelt_ve eks y set æ ø å",
    alphabet=LATIN + "æøå",
    signs="""
    & og, @ snabel_a, + plus, = lig_med, # nummer, / skråstreg, . punktum, _ understreg, - til, − minus, × gange
    ° grader
    """,
    point="komma",
    has_century_years=True,
    money="$ dollar, £ pund, ¥ yen",
    million="millioner milliarder",
    point_ordinal=True,
    regnal="den",
    abbreviations="""
    dr doktor, prof professor, hr herr, fr. fru, f.eks for eksempel, f._eks for eksempel, dvs det vil sige
    osv og så videre, m.m med mere
    bl.a blandt andet, bl._a blandt andet, ca cirka, kl klokken, nr nummer, kr kroner, mio millioner
    mia. milliarder, tlf telefon
    etc et cetera, f.kr før kristus, e.kr efter kristus, pga på grund af, mht med hensyn til, ift i forhold til
    inkl inklusive
    """,
    notes="""
    ler grin latter fnis bifald applaus musik suk støn jubel host utydelig uhørlig taler syng sang stilhed pause
    hvisk skrig råb græd hulk ånd bip ring summ telefon dør bank torden publikum skridt gø sirene
    """,
)
