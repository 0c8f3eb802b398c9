"""Function words of French."""

WORDS = frozenset(
    """
    le la les l un une des du de d au aux ce cet cette ces ceci cela ça c celui celle ceux celles je j me m moi tu
    te t toi il elle on nous vous ils elles se s soi lui leur leurs eux y en mon ma mes ton ta tes son sa ses notre
    nos votre vos mien mienne tien tienne sien sienne nôtre vôtre quelqu'un quelque quelques quelqu chose rien
    personne aucun aucune nul nulle tout toute tous toutes chaque chacun chacune plusieurs certain certaine certains
    certaines autre autres même mêmes tel telle tels telles peu beaucoup trop assez moins plus tant autant qui que
    qu quoi dont où quel quelle quels quelles lequel laquelle lesquels lesquelles quand comment pourquoi combien
    auquel duquel desquels et ou mais donc or ni car si comme lorsque lorsqu puisque puisqu parce quoique tandis
    afin ainsi à dans par pour sur sous avec sans entre vers chez contre depuis pendant durant avant après devant
    derrière jusque jusqu jusqu'à dès selon malgré sauf parmi envers hors via près loin être suis es est sommes êtes
    sont étais était étions étiez étaient fus fut furent été étant sois soit soyez soient serai seras sera serons
    serez seront serait seraient avoir ai as a avons avez ont avais avait avions aviez avaient eu eut ayant aie ait
    aient aura auront aurait auraient faire fais fait faites font pouvoir peux peut pouvons pouvez peuvent pouvait
    pourra pourrait pourraient pourrez puisse devoir dois doit devons devez doivent devait devrait devraient vouloir
    veux veut voulons voulez veulent voudrais voudrait aller vais vas va allons allez vont allait faut fallait
    faudra faudrait ne n pas non oui jamais toujours souvent parfois déjà encore aussi très bien mal alors puis
    ensuite enfin ici là voici voilà maintenant aujourd'hui hier demain ci seulement peut-être presque plutôt
    surtout vraiment ailleurs dedans dehors dessus dessous ensemble euh ben bah bon hein ah oh deux trois quatre
    cinq six sept huit neuf dix
    """.split()
)
