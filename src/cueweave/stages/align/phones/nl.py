"""Dutch letters and their phones."""

from cueweave.stages.align.phones.table import Table

TABLE = Table(
    vowels="aeiouyáéèëïóöü",
    rules="""
    a AA, e EH, i IH, o AO, u AH, y IY, á AA, é EY, è EH, ë AH, ï IY, ó OW, ö ER, ü UW
    aa AA, ee EY, oo OW, uu UW, ie IY, oe UW, eu ER, ei AY, ij AY, ui AW, ou AW, au AW, aai AY, ooi OY, oei UW IY
    eeuw EY UW, ieuw IY UW, uw UW, ouw AW, auw AW
    a(CV) AA, e(CV) EY, o(CV) OW, u(CV) UW, i(CV) IY
    e($) AH, en($) AH N, el($) AH L, er($) AH R, em($) AH M, (^)de($) D AH, (^)een($) AH N, (^)het($) AH T
    (^)en($) EH N
    lijk L AH K, elijk AH L AH K, ig($) AH K, ige($) AH G AH, (^)be(C) B AH, (^)ge(C) HH AH, (^)ver F AH R
    (^)er($) EH R
    b B, b($) P, c K, c([eiy]) S, ch HH, sch S HH, sch($) S, ck K, d D, d($) T, dt T, f F, g HH, gh HH, h HH, j Y
    je($) Y AH
    k K, l L, m M, n N, ng NG, nk NG K, p P, ph F, qu K W, q K, r R, s S, sj SH, t T, th T, tj CH, tie T S IY, v F
    w W, x K S
    z Z
    """,
)
