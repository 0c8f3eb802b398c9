"""Function words of Romanian."""

WORDS = frozenset(
    """
    un o unui unei unor niște cel cea cei cele al a ai ale acest acesta această aceasta acești aceștia aceste
    acestea acestui acestei acel acela acea aceea acei acele ăsta asta ăla eu mă mie îmi mi mine tu te ție îți ți
    tine el îl lui îi i ea ei noi ne nouă voi vă vouă ele le lor se își și sine dumneavoastră meu mea mei mele tău
    ta tăi tale său sa săi sale nostru noastră noștri noastre vostru voastră cineva ceva nimeni nimic fiecare
    oricare orice oricine tot toată toți toate alt altă alți alte altul alta mult multă mulți multe puțin puțină
    puțini puține mai prea câțiva câteva niciun nicio însuși același aceeași aceiași aceleași ambele ambii cine ce
    care cărui cărei căror când unde cum de câți câte cât câtă sau ori dar iar însă ci deci că să dacă deși fiindcă
    deoarece pentru căci încât precum nici decât la în din pe cu fără prin spre până după înainte sub peste lângă
    între dintre printre contra despre dintr într conform asupra sunt ești este e suntem sunteți era erau am fost fi
    fiind fie are avem aveți au avea aveau avut vei va vom veți vor ar aș am-ar poate pot poți putem puteți putea
    trebuie vreau vrea nu da foarte deja încă doar numai chiar aici acolo acum azi astăzi ieri mâine mereu niciodată
    uneori iarăși aproape cam atunci apoi astfel așa totuși împreună bine ăă doi două trei patru cinci șase șapte
    opt zece
    """.split()
)
