"""Function words of Italian."""

WORDS = frozenset(
    """
    il lo la i gli le l un uno una del dello della dei degli delle al allo alla ai agli alle dal dallo dalla dai
    dagli dalle nel nello nella nei negli nelle sul sullo sulla sui sugli sulle col coi questo questa questi queste
    quest quello quella quelli quelle quel quei quegli quell ciò dell all dall nell sull io mi me tu ti te egli lui
    lei ella esso essa noi ci ce voi vi ve essi esse loro si sé ne mio mia miei mie tuo tua tuoi tue suo sua suoi
    sue nostro nostra nostri nostre vostro vostra vostri vostre qualcuno qualcosa nessuno nessuna nulla niente
    qualche alcuno alcuna alcuni alcune ogni ognuno ciascuno ciascuna tutto tutta tutti tutte tutt molto molta molti
    molte poco poca pochi poche po più meno tanto tanta tanti tante troppo parecchio altro altra altri altre
    altrettanto stesso stessa stessi stesse tale tali entrambi entrambe vari varie qualsiasi qualunque che chi cui
    quale quali quando dove dov come com perché quanto quanta quanti quante cosa cos c e ed o od oppure ma però anzi
    né se sebbene benché affinché mentre poiché siccome quindi dunque perciò così allora di d a ad da in con su per
    tra fra sotto sopra dentro fuori senza verso contro durante dopo prima presso oltre lungo attraverso fino entro
    eccetto tranne essere sono sei è siamo siete ero eri era eravamo erano fu furono stato stata stati state sia
    siano sarà saranno sarebbe sarebbero essendo fosse fossero avere ho hai ha abbiamo avete hanno avevo aveva
    avevano ebbe avuto abbia abbiano avrà avrebbe avendo fare fa faccio facciamo fanno fatto potere posso puoi può
    possiamo potete possono poteva potrà potrebbe potrebbero dovere devo devi deve dobbiamo dovete devono doveva
    dovrà dovrebbe dovrebbero volere voglio vuoi vuole vogliamo vogliono vorrei vorrebbe andare vado vai va andiamo
    vanno sto stai sta stiamo stanno stava bisogna non no sì anche pure già ancora sempre mai spesso talvolta ora
    adesso oggi ieri domani qui qua lì là poi bene male solo soltanto proprio quasi forse appena ecco inoltre
    infatti insomma cioè magari davvero abbastanza piuttosto invece insieme ehm eh beh mah ah oh due tre quattro
    cinque sette otto nove dieci
    """.split()
)
