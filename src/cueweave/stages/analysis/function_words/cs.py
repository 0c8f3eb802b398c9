"""Function words of Czech."""

WORDS = frozenset(
    """
    ten ta to ti ty toho té tomu tom tím těch těm těmi tu tuto tato toto tento tyto těchto tomto této takový taková
    takové já mě mne mi mně mnou my nás nám námi tebe tě tobě tebou vy vás vám vámi on ona ono oni ony jeho ho jemu
    mu něm něho ní jí ji jich jim jimi nich nimi ním se si sebe sobě sebou můj moje má mé mého svůj svoje svá své
    svého svou svých svým náš naše našeho našich váš vaše vašeho jejich její někdo něco nikdo nic každý každá každé
    všichni vše všechno všechny všech všem celý žádný žádná nějaký nějaká nějaké některé některý několik mnoho málo
    více méně víc jiný jiná jiné jiných sám sama oba obě kdo koho komu kým co čeho čemu čím který která které kteří
    kterého kterou kterých kterým jaký jaká jaké kde kam odkud kdy proč jak kolik jenž jež a i nebo či ale avšak
    však proto tedy tak že aby kdyby jestli jestliže pokud když protože neboť ačkoli přestože než ani jako zatímco v
    ve z ze na do od ode po pod nad před za pro při u o bez mezi podle během kvůli díky kromě kolem vedle proti s k
    ke přes skrz místo být jsem jsi je jsme jste jsou byl byla bylo byli byly budu budeš bude budeme budete budou
    bych bys by bychom byste mít mám máš máme máte mají měl měla mělo měli může mohu můžu můžeš můžeme můžete mohou
    mohl lze musí musím musíme musíte chci chce chceme třeba ne není ano také taky už již ještě velmi jen jenom
    pouze právě zde tady tam teď nyní dnes včera zítra vždy nikdy často někdy potom pak znovu téměř asi možná spíše
    docela spolu zase prostě no ehm dva dvě dvou tři čtyři pět šest sedm osm devět deset
    """.split()
)
