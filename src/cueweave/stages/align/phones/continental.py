"""Latin letters with the values that most languages give them: for languages without a table of their own."""

from cueweave.stages.align.phones.table import Table

TABLE = Table(
    vowels="aeiouy",
    rules="""
    a AA, ai AY, au AW, ay AY, aa AA, b B, c K, c([eiy]) S, ch CH, ck K, d D, dz D Z, dh DH, dj JH
    e EH, ee EY, ei EY, ey EY, e($) EH, f F, g G, gh G, h HH, i IY, i(a|e|o|u) Y, ie IY EH, ij AY, ii IY
    j Y, k K, kh K, l L, lj L Y, m M, n N, ng NG, nj N Y, nk NG K, ny N Y
    o OW, o(C+[^aeiouy]|C$) AO, oi OY, oy OY, oo OW, ou OW, p P, ph F, q K, qu K W, r R, s S, sh SH, sch SH, sz SH
    sj SH
    t T, th T, ts T S, tz T S, tch CH, tsh CH, tj CH, u UW, ua W AA, uu UW, v V, w V, x K S, y IY, y(V) Y, z Z
    zh ZH
    """,
)
