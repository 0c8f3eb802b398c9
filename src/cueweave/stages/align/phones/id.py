"""Indonesian letters and their phones; Malay ones are the same."""

from cueweave.stages.align.phones.table import Table

TABLE = Table(
    vowels="aeiou",
    rules="""
    a AA, e AH, e(CC) AH, (^C)e AH, i IY, o OW, u UW, ai($) AY, au($) AW, ei EY, e($) EH
    b B, c CH, d D, f F, g G, h HH, h($) -, j JH, k K, kh K, l L, m M, n N, ng NG, ngg NG G, nk NG K, ny N Y, p P
    q K, r R, s S
    sy SH, t T, v F, w W, x K S, y Y, z Z
    """,
)
