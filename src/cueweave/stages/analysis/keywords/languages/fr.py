"""French: what makes a phrase, and how speakers mark what matters."""

from cueweave.stages.analysis.keywords.languages.language import Cues, Grammar, Language, Order, pattern, words

DULL = words(
    """
    accord affaire affaires an année années ans après-midi aspect aspects attention au-delà avis bas besoin bien
    bonjour bonsoir bout bras but cas cause cesse chapitre chose choses coeur cœur côté côtés coup coups cours
    dame dames début demi demi-heure détail détails différence différences droite effet endroit endroits
    ensemble espèce état exemple exemples façon façons fait faits faute femme femmes fin fois fond forme formes
    garçon gauche genre genres gens grâce groupe haut heure heures homme homme hommes idée idées instant intérêt
    intérieur jour jours journée leçon lieu ligne main mains manière manières matin matinée merci mesdames
    messieurs million millions milliard milliards minute minutes mois moitié moment moments mot mots monde
    milieu monsieur madame nom nombre nombres nouveau nuit numéro objet occasion oeil œil ordre page pages part
    partie parties parts pas peine personne personnes petit peur peuple pièce place plaisir plupart point points
    porte possibilité problème problèmes propos quantité question questions raison raisons rapport rappel reste
    résultat résultats retour rôle salut sens semaine semaines série seconde secondes section siècle siècles
    situation soir soirée solution sorte sortes suite sujet sujets système tas taille temps terme titre tour
    tort type types vérité vidéo vie ville voie vue voix yeux âge exposé conférence plan bienvenue lundi mardi
    mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre
    novembre décembre bon bonne bons bonnes grand grande grands grandes petit petite petits petites nouveau
    nouvel nouvelle nouveaux nouvelles vieux vieil vieille vieilles beau belle beaux premier première premiers
    premières dernier dernière derniers deuxième troisième second seconde prochain prochaine long longue longs
    haute hauts gros grosse jeune jeunes mauvais mauvaise meilleur meilleure meilleurs vrai vraie propre seul
    seule seuls seules simple simples important importante importants importantes possible impossible nécessaire
    différent différente différents différentes facile difficile certain principal principale chaud chaude
    chauds froid froide froids lourd lourde léger légère plein pleine rapide rapides clair claire cent cents
    mille vingt trente quarante cinquante soixante zéro double davantage moitié autant ainsi lentement vite loin
    prêt prête sûr sûre attentif content heureux capable
    """
)
GRAMMAR = Grammar(
    order=Order.HEAD_FIRST,
    determiners=words(
        """
        le la les un une des du au aux ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos
        leur leurs chaque plusieurs quelques quelque aucun aucune tout toute tous toutes quel quelle quels
        quelles deux trois quatre cinq six sept huit neuf dix certains certaines autre autres même mêmes
        """
    ),
    prepositions=words(
        """
        à dans par sur sous avec sans entre vers chez contre depuis pendant avant après devant derrière dès
        selon malgré en
        """
    ),
    joins=words("de"),
    before_verbs=words(
        """
        je tu il elle que on nous vous ils elles ne n se qui peut peuvent doit doivent faut va vont pour est
        sont était étaient a ont avait avaient ai avons avez sera seront être pas y
        """
    ),
    clitics=words("le la les leur"),
    before_clitics=words("je tu il elle on nous vous ils elles ne qui"),
    dull=DULL,
    preposed=words(
        """
        bon bonne bons bonnes grand grande grands grandes petit petite petits petites nouveau nouvel nouvelle
        nouveaux nouvelles vieux vieille beau belle premier première premiers premières dernier dernière
        derniers dernières autre jeune gros grosse mauvais mauvaise meilleur meilleure vrai vraie deuxième
        troisième seul seule
        """
    ),
    nouns=words(
        """
        mer air fer hiver cancer enfer ver verre terre guerre pierre lumière matière manière rivière frontière
        calendrier papier acier métier quartier chantier atelier escalier clavier courrier fichier loisir
        plaisir miroir trottoir territoire histoire mémoire laboratoire arbre chiffre livre centre cadre ordre
        nombre membre chambre lettre fenêtre maître théâtre mètre diamètre paramètre carbone signal canal métal
        animal cheval hôpital journal capital cristal ingénieur moteur vapeur chaleur couleur hauteur longueur
        largeur profondeur valeur électricité énergie batterie pollution logiciel appareil
        """
    ),
    noun_ends=(
        "tion",
        "tions",
        "sion",
        "sions",
        "té",
        "tés",
        "isme",
        "age",
        "ages",
        "eur",
        "eurs",
        "ance",
        "ence",
        "ure",
        "ures",
        "ode",
        "odes",
        "logie",
        "graphie",
        "tude",
    ),
    adjective_ends=(
        "ique",
        "iques",
        "al",
        "ale",
        "aux",
        "ales",
        "el",
        "elle",
        "els",
        "elles",
        "if",
        "ive",
        "ifs",
        "ives",
        "eux",
        "euse",
        "euses",
        "able",
        "ables",
        "ible",
        "ibles",
        "aire",
        "aires",
        "ien",
        "ienne",
        "iens",
        "iennes",
        "ain",
        "aine",
        "aines",
        "ois",
        "oise",
        "oises",
        "ais",
        "aise",
        "aises",
        "ant",
        "ante",
        "ants",
        "antes",
        "é",
        "ée",
        "és",
        "ées",
        "ier",
        "ière",
        "eur",
        "forte",
        "noir",
        "noire",
        "blanc",
        "blanche",
        "rouge",
        "vert",
        "verte",
        "verts",
    ),
    other_ends=(
        "ons",
        "ez",
        "ait",
        "er",
        "ir",
        "oir",
        "endre",
        "ondre",
        "ettre",
        "aître",
        "ment",
        "ent",
        "èrent",
        "rait",
        "ront",
        "iser",
    ),
    verb_ends=("aient", "èrent", "issent", "uent"),
    numerals=words(
        """
        deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente
        quarante cinquante soixante quatre-vingts quatre-vingt-dix
        """
    ),
    scales=words("cent cents mille million millions milliard milliards"),
    units=words(
        """
        cent pourcent volt volts watt watts ampère ampères ohm ohms hertz joule joules kelvin newtons mètre
        mètres kilomètre kilomètres centimètre centimètres millimètre millimètres gramme grammes kilogramme
        kilogrammes kilo kilos tonne tonnes litre litres degré degrés celsius euro euros dollar dollars centimes
        octets mégaoctets gigaoctets kilobits kilobytes kilo-octets bits kilowatt kilowatts kilowattheures
        kilowattheure wattheures mégawatts hectares calories km kg g cm mm kwh kw v w a hz
        """
    ),
    before_years=words("en depuis dès vers avant après de année l'année jusqu'en"),
    conjunction="et",
)
OPENERS = "et mais donc alors or ensuite puis bon eh ainsi car surtout enfin"
START = rf"^(?:(?:{OPENERS.replace(' ', '|')}) )*"
CUES = Cues(
    openers=words(OPENERS),
    warning=pattern(
        rf"""
        {START}(?:surtout )?(?:ne (?:\w+ )?|n'|ne l'|ne les )(?!oubli|avez|êtes|pouvez|savez|saviez|voulez|vous|\
          inquiét)\w+(?:ez|ons|ez-vous) (?:\w+ ){{0,1}}(?:pas|jamais|plus|rien)
        {START}ne (?:jamais|pas) (?!oublier)\w+(?:er|ir|re)
        {START}(?:jamais|surtout pas)(?= (?:de|d'))
        {START}(?:attention|prudence|gare)(?: à| aux| au)?
        (?:faites|fais|faire|prêtez) (?:bien |très |toujours )?attention
        (?:soyez|sois) (?:très |toujours |bien )?prudente?s?
        (?:méfiez-vous|méfie-toi|prenez garde|évitez|évite|éviter)
        (?:vous|tu|on|il|elle|ils|elles) ne (?:l[ea]s? )?(?:devez|dois|doit|doivent|faut) (?:surtout )?(?:pas|\
          jamais|en aucun cas)
        ne (?:doit|doivent|devez|faut) (?:surtout |absolument )?(?:pas|jamais)
        (?:sous aucun prétexte|en aucun cas)
        il y a (?:\w+ )?danger
        le danger (?:est|c'est)
        """
    ),
    warning_clause=pattern(
        r"""
        (?:est|sont|être|très|extrêmement) (?:très |extrêmement |vraiment )?(?:dangereux|dangereuse|dangereuses|\
          toxiques?|mortels?|mortelles?)
        (?:est|sont) (?:strictement |formellement )?interdite?s?
        (?:peut|peuvent|pourrait) (?:\w+ )?(?:exploser|tuer|blesser|prendre feu)
        """
    ),
    callout=pattern(
        rf"""
        (?:rappelez-vous|souvenez-vous|rappelle-toi|souviens-toi|rappelons)
        {START}(?:retenez|retiens|retenons|notez|notons|pensez à|pense à|veillez à|assurez-vous)
        {START}n'oubli(?:ez|e|ons) (?:pas|jamais)
        (?:gardez|garder) (?:bien )?(?:à l'esprit|en tête)
        (?:le|la|l') ?(?:\w+ )?(?:point|idée|chose|message)s? (?:clé|essentiel|essentielle|important|importante|\
          principal|principale)\b.{{0,20}}?(?:est|c'est)
        (?:l'essentiel|le plus important|l'important|ce qui compte)(?: ici)?,? (?:est|c'est)
        (?:en résumé|en bref|pour résumer|en un mot|règle d'or)
        (?:un|une|mon|petite?|voici une?) (?:\w+ )?(?:conseil|astuce)
        il est (?:très |vraiment |donc )?(?:important|essentiel|crucial) (?:de|d'|que)
        """
    ),
    callout_clause=pattern(
        r"""
        (?:c'est|est|sont) (?:très |vraiment |particulièrement )?(?:importante?s?|essentiel(?:le)?s?|cruciale?)$
        """
    ),
    defined_before=pattern(
        r"""
        (?:est|sont|était|c'est) (?:un|une|le|la|les|l'\w+|des|donc un|donc une|en fait un|en fait une)
        (?:signifie|désigne|désignent|se définit)
        veut dire
        """
    ),
    defined_after=pattern(
        r"""
        (?:s'appelle|s'appellent|est appelée?|sont appelée?s|est nommée?|appelée?s?|nommée?s?|dite?)
        (?:qu'on|qu'ils|on|nous|que nous|que l'on|qu'elles|les \w+) (?:l'|les )?(?:appell?ent?|appelle|appelons|\
          nommons|nomme)(?: cela| ça| ceci)?
        (?:connue?s? sous le nom de|connue?s? sous le nom d')
        (?:le terme|la notion|le concept|le mot|la définition)(?: de| du)?
        """
    ),
    topic=pattern(
        r"""
        (?:parlons|parler|discuter|discutons)(?: \w+){0,2}? (?:de|du|des)
        (?:passons|venons|venons-en|intéressons-nous|passer)(?: \w+){0,2}? (?:à|au|aux)
        (?:regardons|étudions|abordons|examinons|considérons|comparons|voyons|regarder|étudier|aborder|découvrir|\
          découvrons)(?: maintenant| ensuite| donc| aujourd'hui| d'abord)*
        (?:le|notre|mon) (?:\w+ )?(?:sujet|thème)(?: \w+){0,3}? est
        (?:cours|conférence|exposé|leçon|présentation|introduction|vidéo) (?:sur|à|au|aux|consacrée?)
        """
    ),
)
LANGUAGE = Language(GRAMMAR, CUES)
