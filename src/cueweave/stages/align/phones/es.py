"""Spanish letters and their phones."""

from cueweave.stages.align.phones.table import Table

TABLE = Table(
    vowels="aeiouáéíóúü",
    rules="""
    a AA, á AA, e EH, é EH, i IY, í IY, o OW, ó OW, u UW, ú UW, ü W, y Y, y($) IY
    ai AY, ay AY, au AW, ei EY, ey EY, oi OY, oy OY, eu EH UW
    ia Y AA, iá Y AA, ie Y EH, ié Y EH, io Y OW, ió Y OW, iu Y UW, ua W AA, uá W AA, ue W EH, ué W EH, ui W IY
    uo W OW
    b B, (V)b V, c K, c([eiéí]) S, ch CH, d D, (V)d(V) DH, (V)d($) DH, f F, g G, g([eiéí]) HH, gu([eiéí]) G
    h -, j HH, k K, l L, ll Y, m M, n N, ñ N Y, p P, ph F, qu K, q K, r R, rr R, s S, sh SH, t T
    v B, (V)v V, w W, x K S, (^)x S, z S
    """,
)
