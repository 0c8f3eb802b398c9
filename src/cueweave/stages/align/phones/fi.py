"""Finnish letters and their phones."""

from cueweave.stages.align.phones.table import Table

TABLE = Table(
    vowels="aeiouyäöå",
    rules="""
    a AA, ä AE, e EY, i IY, o OW, ö ER, u UW, y UW, å OW, aa AA AA, ää AE AE, ee EY EY, ii IY IY, oo OW OW
    öö ER ER, uu UW UW, yy UW UW
    ai AY, äi AE IY, au AW, ei EY, oi OY, ou OW, ui UW IY, uo UW AO, ie IY EY, yö UW ER, äy AE UW, öy ER UW
    eu EH UW
    b B, c K, d D, f F, g G, h HH, j Y, k K, kk K K, pp P P, tt T T, l L, m M, n N, ng NG, nk NG K, p P, q K, r R
    s S, š SH, t T, v V
    w V, x K S, z T S
    """,
)
