"""Starts of sentences in Italian."""

from cueweave.stages.analysis.sections.markers.phrases import phrases

PHRASES = phrases(
    topic="""
        questo mi porta a, questo ci porta a, il che ci porta a, comincio con, comincerò, vengo ora, il primo tema
        il secondo tema, il terzo tema, l'ultimo tema, il primo argomento, il secondo argomento, il terzo argomento
        l'ultimo argomento, lasciatemi, permettetemi, finiamo, concludiamo, passiamo, ora passiamo, adesso passiamo
        ora vediamo, adesso vediamo, ora parliamo, adesso parliamo, ora vorrei, adesso vorrei, ora abbiamo bisogno
        parliamo, vediamo, guardiamo, cominciamo, iniziamo, torniamo, proseguiamo, continuiamo con, andiamo avanti
        veniamo, il prossimo, la prossima, il punto successivo, un altro tema, un altro argomento, un altro punto
        un'altra domanda, un'altra cosa, il secondo punto, il terzo punto, l'ultimo punto, la seconda parte
        la terza parte, l'ultima parte, capitolo, lezione, in primo luogo, in secondo luogo, in terzo luogo
        innanzitutto, prima di tutto, per prima cosa, primo, secondo, terzo, infine, per finire, per concludere
        per riassumere, riassumendo, in sintesi, in conclusione, quanto a, per quanto riguarda, a proposito di
        e ora, benvenuti, buongiorno, buonasera
    """,
    step="""
        ecco, confrontiamo, ora, adesso, oggi, bene, allora, va bene, immaginate, immaginiamo, supponiamo, prendiamo
        grazie
    """,
    link="""
        e, ed, ma, o, oppure, né, però, perché, per esempio, ad esempio, cioè, quindi, perciò, dunque, così, inoltre
        anche, tuttavia, eppure, poi, dopo, invece, infatti, in realtà, in effetti, in altre parole, in particolare
        soprattutto, perfino, persino, di conseguenza, altrimenti, allo stesso modo, naturalmente, ovvero, ossia
        solo, soltanto, al contrario, non solo, in questo modo, pertanto
    """,
    back="""
        questo, questa, questi, queste, quello, quella, quelli, quelle, ciò, esso, essa, essi, esse, lui, lei, loro
        egli, suo, sua, suoi, sue, lo, la quale, il quale, i quali, entrambi, entrambe, tale, tali, lì, là, ci, ne
        è, sono, era, lo stesso, tra loro, fra loro, intorno
    """,
    leads="e, ma, bene, allora, quindi, dunque, ok, ecco, sì, beh, ora, adesso",
)
