"""How Finnish says what isn't written as words."""

from cueweave.stages.align.spoken.idiom import LATIN, Idiom

IDIOM = Idiom(
    letters="""
    aa bee see dee ee äf gee hoo ii jii koo äl äm än oo pee kuu är äs tee uu vee kaksoisvee äks yy tset
    ruotsalainen_oo ää öö
    """,
    alphabet=LATIN + "åäö",
    signs="& ja, @ ät, + plus, = on, # numero, / kautta, . piste, _ alaviiva, - viiva, − miinus, × kertaa, ° astetta",
    point="pilkku",
    spells_decimals=True,
    money="$ dollaria dollari, £ puntaa punta, ¥ jeniä jeni",
    million="miljoonaa miljardia",
    point_ordinal=True,
    ordinals=":s :nen",
    abbreviations="""
    tri tohtori, prof professori, esim esimerkiksi, jne ja niin edelleen, ym ynnä muuta, yms ynnä muuta sellaista
    mm. muun muassa, eli eli
    n. noin, klo kello, nro numero, puh puhelin, ts toisin sanoen, tms tai muuta sellaista, ks. katso
    mrd miljardia, milj miljoonaa
    eaa ennen ajanlaskun alkua, ent. entinen, hra herra, rva rouva, vrt vertaa
    """,
    notes="""
    naur nauru kikat aplod taputu musiik huoka voihk yski epäselv puhuu laula laulu hiljai tauko kuiska huuta kirku
    itkee nyyhk hengit piip soi surin puhelin ovi koputu ukko yleisö askel hauk sireeni
    """,
)
