"""Czech letters and their phones; Slovak ones are among them."""

from cueweave.stages.align.phones.table import Table

TABLE = Table(
    vowels="aeiouyáéěíóúůýôäľĺŕ",
    rules="""
    a AA, á AA, ä EH, e EH, é EH, ě Y EH, i IH, í IY, y IH, ý IY, o AO, ó AO, ô UW AO, u UH, ú UW, ů UW
    au AW, ou OW, eu EH UH, aj AY, ej EY, oj OY, dě JH EH, tě CH EH, ně N Y EH, mě M N Y EH
    di JH IH, dí JH IY, ti CH IH, tí CH IY, ni N Y IH, ní N Y IY
    b B, b($) P, c T S, č CH, ch HH, d D, d($) T, ď JH, ď($) CH, dž JH, f F, g G, h HH, h($) K, j Y, (^)j(C) -
    k K, l L, ĺ AH L, ľ L Y, (C)l(C) AH L, (C)l($) AH L, m M, n N, ň N Y, nk NG K, ng NG G, p P, q K
    r R, ŕ ER, (C)r(C) ER, (C)r($) ER, ř ZH, (p|t|k|ch)ř SH, ř($) SH, s S, š SH, t T, ť CH
    v V, v($) F, (^)v($) F, v([ptksščf]) F, w V, x K S, z Z, z($) S, ž ZH, ž($) SH, z([ptk]) S
    """,
)
