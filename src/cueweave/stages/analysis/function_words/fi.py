"""Function words of Finnish."""

WORDS = frozenset(
    """
    tämä tuo se nämä nuo ne tämän tuon sen tätä tuota sitä tässä siinä tästä siitä tähän siihen näitä niitä näiden
    niiden niissä niistä niihin niillä sillä tällä tällainen sellainen minä minun minua minulle minulla sinä sinun
    sinua sinulle hän hänen häntä hänelle me meidän meitä meille meillä te teidän teitä teille he heidän heitä
    heille itse itsensä joku jokin jotain jotakin kukaan mikään mitään jokainen joka kaikki kaikkien kaikkia kaiken
    moni monet monta paljon vähän enemmän vähemmän eniten muu muut muita muiden toinen toiset sama samat molemmat
    jotkut kuka ketä kenen mikä mitä minkä missä mistä mihin milloin miksi miten kuinka millainen jonka jota jossa
    josta johon jotka joiden joita joissa ja tai sekä mutta vaan joten siis että jos koska kun kuin vaikka jotta eli
    eikä myös kanssa ilman ennen jälkeen aikana alla päällä välillä vieressä takana edessä kautta mukaan vastaan
    varten ohi läpi asti saakka olen olet on olemme olette ovat oli olin olimme olivat ollut olisi olisivat olla ole
    voi voin voimme voivat voitte voisi pitää pitäisi täytyy tulee tulisi saa saavat haluan ei en et emme ette eivät
    älä älkää kyllä joo jo vielä hyvin erittäin vain juuri aina täällä siellä tuolla nyt tänään eilen huomenna usein
    joskus sitten silloin taas melkein noin ehkä melko yhdessä niin näin no tota niinku öö kaksi kolme neljä viisi
    kuusi seitsemän kahdeksan yhdeksän kymmenen yksi
    """.split()
)
