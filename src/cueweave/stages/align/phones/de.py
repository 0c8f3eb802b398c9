"""German letters and their phones."""

from cueweave.stages.align.phones.table import Table

TABLE = Table(
    vowels="aeiouyäöü",
    rules="""
    a AA, ä EH, e EH, i IH, o AO, ö ER, u UH, ü IY, y IY
    aa AA, ah AA, äh EH, ee EY, eh EY, ie IY, ieh IY, ih IY, oh OW, oo OW, öh ER, uh UW, üh IY
    e(CV) EY, i(CV) IY, o(CV) OW, u(CV) UW
    ai AY, ay AY, au AW, äu OY, ei AY, ey AY, eu OY, ier IY ER, eier AY ER
    e($) AH, en($) AH N, el($) AH L, em($) AH M, er($) ER, ern($) ER N, ers($) ER S, est($) AH S T, et($) AH T
    (^)be(C) B AH, (^)ge(C) G AH, (^)er(C) EH R, (^)ver F EH R, (^)zer T S EH R, (^)ent EH N T, (^)vor F OW R
    (^)geb(V) G EY B, (^)geg(V) G EY G, (^)den($) D EY N, (^)dem($) D EY M, (^)wen($) V EY N
    (^)der($) D EH R, (^)wer($) V EH R, (^)er($) EH R, (^)es($) EH S, (^)des($) D EH S, (^)mehr M EH R
    b B, b($) P, b(t|st|s) P, c K, c([eiy]) T S, ch HH, (a|o|u)ch K, (au)ch K, chs K S, ck K, ch(V) HH
    (^)ch(e|i) SH
    d D, d($) T, d(s) T, dt T, f F, g G, g($) K, g(t|st|s$) K, ig($) IH SH, h HH, j Y, k K, l L, m M, n N
    ng NG, (^)ang(eb|ek) AA N G, (^)eing AY N G, nk NG K, p P, pf P F, ph F, qu K V, q K
    r R, (V)r($) ER, (V)r(C) R, ar($) AA, s S, (^)s(V) Z, (V)s(V) Z, (n|l|r)s(V) Z, ss S, ß S, sch SH
    schen($) S SH AH N
    (^)sp SH P, (^)st SH T, (ge)sp SH P, (ge)st SH T, (ver)st SH T, (be)st SH T, t T, th T, tz T S, ts T S
    tsch CH
    tion T S Y OW N, v F, v(V) V, (^)v F, w V, x K S, z T S
    """,
)
