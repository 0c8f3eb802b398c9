"""Romanian letters and their phones."""

from cueweave.stages.align.phones.table import Table

TABLE = Table(
    vowels="aeiouăâî",
    rules="""
    a AA, ă AH, â IH, î IH, e EY, i IY, i(V) Y, i($) IY, (C)i($) -, (^C)i($) IY, (C[rl])i($) IY, o AO, u UW, y IY
    ai AY, au AW, ei EY, oi OY, ou OW, ea Y AA, oa W AA, ua W AA, uă W AH, iu Y UW, ie Y EH, (^)e(l|u|s|r) Y EH
    eu EH UW
    b B, c K, c([ei]) CH, ci([aou]) CH, ci($) CH, ce(a) CH, cea CH AA, ch K, d D, f F, g G, g([ei]) JH
    gi([aou]) JH, ge(a) JH
    gi($) JH, gh G, h HH, j ZH, k K, l L, m M, n N, p P, q K, r R, s S, ș SH, ş SH, t T, ț T S, ţ T S, și($) SH
    (^)și($) SH IY, ți($) T S, ști($) SH T, v V, w V, x K S, z Z
    """,
)
