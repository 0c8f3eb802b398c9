"""Turkish letters and their phones."""

from cueweave.stages.align.phones.table import Table

TABLE = Table(
    vowels="aeıioöuüâîû",
    rules="""
    a AA, â AA, e EH, ı AH, i IY, î IY, o OW, ö ER, u UW, û UW, ü UW, ay AY, ey EY, oy OY
    b B, c JH, ç CH, d D, f F, g G, ğ -, ağ AA, eğ EY, (e|i)ğ(V) Y, h HH, j ZH, k K, l L, m M, n N, nk NG K, p P
    q K, r R
    s S, ş SH, t T, v V, w V, x K S, y Y, z Z
    """,
)
