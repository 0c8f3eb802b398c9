"""Starts of sentences in German."""

from cueweave.stages.analysis.sections.markers.phrases import phrases

PHRASES = phrases(
    topic="""
        das bringt mich zu, das bringt mich zum, das bringt mich zur, das bringt uns zu, das bringt uns zum
        das bringt uns zur, damit kommen wir, damit komme ich, ich komme nun, ich beginne mit, ich möchte nun
        das erste thema, das zweite thema, das dritte thema, das vierte thema, das letzte thema, unser zweites thema
        unser nächstes thema, die zweite frage, die dritte frage, lassen sie mich, lass mich, zum ende, als nächstes
        als nächsten punkt, das nächste thema, der nächste punkt, die nächste frage, nun zu, nun zum, nun zur
        nun kommen wir, kommen wir, jetzt kommen wir, jetzt zu, jetzt zum, jetzt zur, nun wollen wir
        jetzt wollen wir, nun möchte ich, jetzt möchte ich, nun schauen wir, jetzt schauen wir, schauen wir
        sehen wir uns, wenden wir uns, gehen wir, fangen wir, beginnen wir, sprechen wir, reden wir, lassen sie uns
        lasst uns, wir kommen nun, wir kommen jetzt, weiter mit, weiter geht es, ein weiteres thema
        ein weiterer punkt, ein anderes thema, der zweite punkt, der dritte punkt, der letzte punkt, der zweite teil
        der dritte teil, im zweiten teil, im nächsten, im nächsten teil, im folgenden, teil zwei, kapitel, lektion
        erstens, zweitens, drittens, viertens, zunächst, zunächst einmal, zuerst, zum schluss, zum abschluss
        zusammenfassend, zusammengefasst, fassen wir, abschließend, schließlich, zu guter letzt, was ist mit
        was nun, nun brauchen wir, jetzt brauchen wir, herzlich willkommen, willkommen, guten morgen, guten tag
        guten abend
    """,
    step="""
        hier ist, hier kommt, vergleichen wir, nun, jetzt, heute, gut, okay, ok, also gut, stellen sie sich
        stell dir, nehmen wir an, angenommen, vielen dank
    """,
    link="""
        und, aber, oder, denn, sondern, doch, jedoch, allerdings, weil, deshalb, deswegen, daher, darum, somit
        folglich, zum beispiel, beispielsweise, etwa, das heißt, das bedeutet, außerdem, zudem, ebenso, auch, dann
        danach, dennoch, trotzdem, stattdessen, sonst, nämlich, also, so, insbesondere, vor allem, im gegenteil
        einerseits, andererseits, mit anderen worten, genauer, genauer gesagt, tatsächlich, natürlich, übrigens, nur
        sogar, wobei, während
    """,
    back="""
        das, dies, dieser, diese, dieses, diesen, diesem, es, er, sie, sein, seine, ihr, ihre, deren, dessen, solche
        dabei, dafür, dadurch, damit, daran, darauf, daraus, darin, davon, davor, dazu, dazwischen, dort, da, beide
        beides, hier, jene, jener, jenes, dem, den, denen, letztere, ersteres, zwischen ihnen
    """,
    leads="so, und, also, gut, okay, ok, ja, nun, jetzt, na, tja, dann",
)
