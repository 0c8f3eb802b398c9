"""Function words of Dutch."""

WORDS = frozenset(
    """
    de het een 't 'n deze dit die dat zo'n zulke zulk ik me mij mijn m'n je jij jou jouw u uw hij hem zijn z'n zij
    ze haar wij we ons onze jullie hen hun zich zichzelf elkaar men iemand niemand iets niets alles alle allen
    iedereen ieder iedere elk elke enkele sommige veel vele weinig meer meeste minder genoeg ander andere anderen
    zelf zelfde dezelfde hetzelfde beide beiden geen wie wat welke welk waar wanneer waarom hoe waarin waarmee
    waarvan waardoor waarbij waarop wiens en of maar want dus dan als omdat doordat hoewel terwijl voordat nadat
    zodat tenzij indien zodra totdat noch van in op aan bij met naar uit voor door over onder tussen tegen tot te
    ten ter om achter naast boven binnen buiten zonder volgens tijdens sinds vanaf langs rond per via wegens ben
    bent is was waren geweest heb hebt heeft hebben had hadden gehad word wordt worden werd werden geworden zal zult
    zullen zou zouden kan kunt kunnen kon konden moet moeten moest moesten mag mogen mocht wil wilt willen wilde
    wilden laat laten ga gaat gaan ging gingen doe doet doen deed niet nooit nee ja ook nog al zo zeer heel erg toch
    wel eens er hier daar nu toen straks vandaag gisteren morgen altijd vaak soms weer reeds bijna ongeveer
    misschien alleen slechts zelfs eigenlijk gewoon even samen weg terug daarom daarna daarbij daarvan daarmee
    daarin daarop hierbij ervan eraan erop ermee erin ervoor echter bovendien immers namelijk eh euh hm oké twee
    drie vier vijf zes zeven acht negen tien
    """.split()
)
