"""Function words of German."""

WORDS = frozenset(
    """
    der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner keines dieser diese
    dieses diesen diesem jener jene jenes jenen jenem jeder jede jedes jeden jedem mancher manche manches manchen
    solcher solche solches solchen welcher welche welches welchen welchem ich mich mir du dich dir er ihn ihm sie
    ihr es wir uns euch ihnen sich man jemand jemanden niemand niemanden etwas nichts alles alle allem allen aller
    einige einigen einiger viele vielen vieler viel wenig wenige wenigen mehr mehrere mehreren beide beiden beides
    selbst selber ander andere anderen anderer anderes anderem mein meine meinen meinem meiner meines dein deine
    deinen deinem deiner sein seine seinen seinem seiner seines ihre ihren ihrem ihrer ihres unser unsere unseren
    unserem unserer euer eure euren eurem eurer derselbe dieselbe dasselbe deren dessen denen derjenige diejenige
    dasjenige diejenigen wer wen wem wessen was wann wo wohin woher warum wieso weshalb wie wofür womit worin woran
    wodurch wovon wobei worauf worum und oder aber denn sondern doch dass daß ob weil wenn als falls obwohl während
    bevor nachdem damit sodass bis seit sobald solange indem sowie sowohl weder noch entweder je desto umso in im
    ins an am ans auf aus bei beim mit nach von vom zu zum zur über unter vor hinter neben zwischen durch durchs für
    fürs gegen ohne um wegen trotz innerhalb außerhalb statt anstatt gegenüber entlang ab außer laut gemäß pro per
    via bin bist ist sind seid war warst waren wart gewesen sei seien wäre wären habe hab hast hat haben habt hatte
    hatten hätte hätten gehabt werde wirst wird werden werdet wurde wurden würde würden geworden worden kann kannst
    können könnt konnte konnten könnte könnten muss musst müssen müsst musste mussten müsste soll sollst sollen
    sollt sollte sollten will willst wollen wollt wollte wollten darf darfst dürfen dürft durfte dürfte mag mögen
    möchte möchten möchtest lassen lässt nicht nie nein ja auch nur schon so sehr ganz gar ziemlich fast etwa
    ungefähr eben halt mal dann da dort hier jetzt nun heute gestern morgen immer oft manchmal wieder bereits bald
    einmal dabei dafür dagegen daher dahin damals danach daneben daran darauf daraus darin darüber darum darunter
    davon davor dazu deshalb deswegen trotzdem also jedoch allerdings außerdem sonst zwar vielleicht wohl genau hin
    her herum heraus hinaus hinein herein weg zurück zusammen weniger besonders natürlich eigentlich überhaupt ähm
    äh hm tja ach na okay zwei drei vier fünf sechs sieben acht neun zehn
    """.split()
)
