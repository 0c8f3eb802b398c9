"""Danish letters and their phones; Norwegian ones are near to them."""

from cueweave.stages.align.phones.table import Table

TABLE = Table(
    vowels="aeiouyæøåäöé",
    rules="""
    a AE, å AO, æ EH, ø ER, ä EH, ö ER, e EH, é EY, i IY, o OW, u UW, y IY, aa AO
    a(r) AA, (r)a AA, i(CC) IH, o(CC) AO, u(CC) UH, ej AY, eg($) AY, aj AY, øj OY, øg($) OY, av AW, af($) AE
    ov AO W
    e($) AH, en($) AH N, er($) ER, et($) AH DH, el($) AH L, ede($) AH DH AH, (^)de($) D IY, (^)det($) D EY
    (^)den($) D EH N
    (^)er($) EH R, (^)en($) EH N, (^)et($) EH T, (^)jeg($) Y AY, (^)mig($) M AY, (^)dig($) D AY, (^)sig($) S AY
    (^)og($) AO, og($) AO W, egn AY N, øgn OY N, ør(C|$) ER, (^)der($) D EH R, (^)her($) HH EH R, (^)hver V EH R
    (^)hvor V AO, (^)har($) HH AA, (^)meget($) M AY AH DH, (^)noget($) N OW AH DH, (^)morgen M AO AO N
    (^)at($) AE T, (^)af($) AE, (^)som($) S AO M, (^)til($) T IH L, (^)be(C) B AH, (^)ge(C) G AH, (^)for F AO R
    b B, c K, c([eiyæø]) S, ch SH, ck K, d D, (V)d DH, (V)d(C) -, nd N, ld L, rd R, ds S, f F, g G, (V)g -
    (V)g(V) W, (V)g(t|s) K
    gg G, h HH, hj Y, hv V, j Y, k K, (V)k(V) G, l L, m M, n N, ng NG, nk NG K, p P, (V)p(V) B, q K, r R, (V)r ER
    (V)r(V) R
    s S, sj SH, sk S G, sp S B, st S D, t T, (V)t(V) D, tt D, pp B, kk G, tion SH OW N, v V, (V)v W, w V, x K S
    z S
    """,
)
