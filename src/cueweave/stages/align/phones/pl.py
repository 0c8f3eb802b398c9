"""Polish letters and their phones."""

from cueweave.stages.align.phones.table import Table

TABLE = Table(
    vowels="aeiouyąęó",
    rules="""
    a AA, ą AO N, ą($) AO N, ą([bp]) AO M, ą(ł|l) AO, e EH, ę EH N, ę($) EH, ę([bp]) EH M, ę(ł|l) EH
    i IY, i(V) Y, o AO, ó UW, u UW, y IH, ej EY, aj AY, au AW, oj OY
    b B, b($) P, c T S, ch HH, ci CH IY, ci(V) CH, ć CH, cz CH, d D, d($) T, dz D Z, dź JH, dzi JH IY, dzi(V) JH
    dż JH
    f F, g G, g($) K, h HH, j Y, k K, l L, ł W, m M, n N, ń N Y, ni N IY, ni(V) N Y, p P, r R, rz ZH
    (p|t|k|ch)rz SH, rz($) SH
    s S, si SH IY, si(V) SH, ś SH, sz SH, szcz SH CH, ść SH CH, ści SH CH IY, t T, v V, w V, w($) F
    w([ptkscćśf]) F
    (^)w($) V, q K, x K S, z Z, z($) S, zi ZH IY, zi(V) ZH, ź ZH, ż ZH, ż($) SH, ź($) SH, z([ptk]) S
    """,
)
