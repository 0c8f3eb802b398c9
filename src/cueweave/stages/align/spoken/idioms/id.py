"""How Indonesian says what isn't written as words."""

from cueweave.stages.align.spoken.idiom import Idiom

IDIOM = Idiom(
    letters="a be ce de e ef ge ha i je ka el em en o pe ki er es te u ve we eks ye zet",
    signs="""
    & dan, @ at, + tambah, = sama_dengan, # nomor, / garis_miring, . titik, _ garis_bawah, - sampai, − minus
    × kali, ° derajat
    """,
    point="koma",
    spells_decimals=True,
    money="$ dolar, £ pound, ¥ yen",
    million="juta miliar",
    abbreviations="""
    dr dokter, prof profesor, bpk bapak, sdr saudara, dll dan lain lain, dsb dan sebagainya, dst dan seterusnya
    mis. misalnya, yg yang
    dgn dengan, tdk tidak, no. nomor, jl jalan, rp rupiah, hlm halaman, tsb tersebut, a.n atas nama
    d.a dengan alamat, telp telepon
    """,
    notes="""
    tawa tertawa tepuk musik desah erang sorak batuk tidak_jelas berbicara bernyanyi nyanyi hening jeda bisik teriak
    jerit tangis menangis isak napas dering telepon pintu ketuk guntur penonton langkah gonggong sirene
    """,
)
