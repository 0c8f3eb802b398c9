"""Starts of sentences in French."""

from cueweave.stages.analysis.sections.markers.phrases import phrases

PHRASES = phrases(
    topic="""
        cela m'amène à, cela nous amène à, ce qui nous amène à, ce qui m'amène à, je commence par, j'en viens
        j'en arrive, le premier thème, le deuxième thème, le troisième thème, le dernier thème, le premier sujet
        le deuxième sujet, le troisième sujet, le dernier sujet, notre prochain sujet, laissez-moi, permettez-moi
        terminons, finissons, passons, nous passons, on passe, maintenant passons, nous allons maintenant
        on va maintenant, maintenant nous, maintenant on va, maintenant parlons, maintenant regardons
        maintenant voyons, maintenant je, je voudrais maintenant, j'aimerais maintenant, parlons, voyons, regardons
        commençons, revenons, continuons avec, il nous faut maintenant, venons-en, nous en venons, ensuite nous
        la suite, le prochain, la prochaine, le point suivant, la question suivante, un autre point, un autre sujet
        une autre question, une autre chose, le deuxième point, le troisième point, le dernier point
        la deuxième partie, la troisième partie, la dernière partie, chapitre, leçon, premièrement, deuxièmement
        troisièmement, tout d'abord, d'abord, en premier lieu, en second lieu, enfin, finalement, pour finir
        pour terminer, pour conclure, pour résumer, en résumé, en conclusion, quant à, quant au, quant aux
        en ce qui concerne, concernant, et maintenant, qu'en est-il, bonjour, bienvenue, bonsoir
    """,
    step="""
        voici, comparons, maintenant, aujourd'hui, bon, bien, alors, imaginez, imaginons, supposons, prenons, merci
    """,
    link="""
        et, mais, ou, ni, or, car, donc, parce que, parce qu'il, par exemple, c'est-à-dire, c'est pourquoi, ainsi
        de plus, en outre, aussi, également, cependant, pourtant, toutefois, néanmoins, puis, ensuite, après
        au contraire, en effet, en fait, d'ailleurs, autrement dit, en d'autres termes, en particulier, surtout
        même, par conséquent, du coup, sinon, de même, bien sûr, en revanche, par contre, non seulement, seulement
        de cette façon, à savoir
    """,
    back="""
        il, elle, ils, elles, ce, c'est, c'était, ce sont, cela, ça, ceci, cet, cette, ces, celui-ci, celle-ci
        ceux-ci, celles-ci, celui, celle, ceux, celles, son, sa, ses, leur, leurs, y, en, là, lui, eux, tous deux
        toutes deux, le premier, ce dernier, cette dernière, entre eux, entre elles, autour
    """,
    leads="et, mais, bon, bien, alors, donc, ok, d'accord, eh, voilà, oui, ben",
)
