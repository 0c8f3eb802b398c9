"""Hungarian letters and their phones."""

from cueweave.stages.align.phones.table import Table

TABLE = Table(
    vowels="aeiouyáéíóöőúüű",
    rules="""
    a AO, á AA, e EH, é EY, i IH, í IY, o OW, ó OW, ö ER, ő ER, u UH, ú UW, ü IY, ű IY, y IY
    b B, c T S, cs CH, ccs CH, d D, dz D Z, dzs JH, f F, g G, gy JH, ggy JH, h HH, j Y, k K, l L, ly Y, lly Y, m M
    n N, nk NG K
    ny N Y, nny N Y, p P, q K, r R, s SH, sz S, ssz S, t T, ty CH, tty CH, v V, w V, x K S, z Z, zs ZH, zzs ZH
    """,
)
