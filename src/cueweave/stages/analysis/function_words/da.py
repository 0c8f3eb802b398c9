"""Function words of Danish."""

WORDS = frozenset(
    """
    en et den det de dem denne dette disse sådan sådanne jeg mig min mit mine du dig din dit dine han ham hans hun
    hende hendes vi os vores jer jeres i deres sin sit sine sig selv man nogen noget nogle ingen intet alt alle al
    hver hvert mange meget få lidt flere mere mest mindre anden andet andre begge samme hvem hvad hvilken hvilket
    hvilke hvis når hvor hvorfor hvordan som der da og eller men for så at om derfor fordi selvom mens inden end
    samt både enten hverken på af til fra med over under mellem gennem mod hos uden efter før ved bag udenfor
    omkring langs ifølge siden trods per er var været være bliver blev blive har havde haft have skal skulle kan
    kunne må måtte får fik vil ville bør burde lad lader gør gøre gjorde går gå ikke aldrig nej ja også allerede
    endnu bare kun netop her nu idag dag morgen altid ofte igen måske næsten cirka ganske sammen væk tilbage dog
    altså jo vel nok øh to tre fire fem seks syv otte ni ti
    """.split()
)
