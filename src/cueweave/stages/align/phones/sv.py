"""Swedish letters and their phones."""

from cueweave.stages.align.phones.table import Table

TABLE = Table(
    vowels="aeiouyåäöé",
    rules="""
    a AA, å AO, ä EH, ö ER, e EH, é EY, i IH, o UH, u UH, y IY
    a(CV) AA, e(CV) EY, i(CV) IY, o(CV) UW, u(CV) UW, å(CV) OW, å($) OW, o($) UW, o(CC) AO
    e($) EH, en($) EH N, er($) EH R, el($) EH L, ar($) AA R, et($) EH T, (^)och($) AO K, (^)jag($) Y AA G
    (^)det($) D EY
    (^)de($) D AO M, (^)är($) EH R, (^)ett($) EH T, (^)en($) EH N, (^)som($) S AO M, (^)mycket($) M IH K EH T
    b B, c K, c([eiyäö]) S, ck K, ch SH, d D, dj Y, f F, g G, g([eiyäö]) Y, gj Y, (V)g(e) G, (^)ge Y EH, h HH
    hj Y, hv V
    j Y, k K, k([eiyäö]) SH, (V)k K, (s)k(e|i) K, kj SH, l L, lj L Y, (^)lj Y, m M, n N, ng NG, gn NG N, nk NG K
    p P, ph F
    q K, r R, rd R D, rs SH, s S, sch SH, sj SH, stj SH, skj SH, (^)sk([eiyäö]) SH, t T, tj SH, (^)ti T IY
    tion SH UW N
    v V, w V, x K S, z S
    """,
)
