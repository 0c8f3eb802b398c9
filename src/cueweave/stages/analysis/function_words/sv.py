"""Function words of Swedish."""

WORDS = frozenset(
    """
    en ett den det de dem denna detta dessa sådan sådana jag mig min mitt mina du dig din ditt dina han honom hans
    hon henne hennes vi oss vår vårt våra ni er ert era sin sitt sina sig själv själva man någon något några ingen
    inget inga allt alla all varje var vart många mycket få lite fler mer mest mindre annan annat andra båda samma
    vem vad vilken vilket vilka vars när varför hur som där då och eller men utan för så att om därför eftersom fast
    medan innan än samt både antingen varken i på av till från med över under mellan genom mot hos efter före vid
    bakom bredvid inom utanför kring runt längs enligt sedan trots per är varit vara blir blev bli blivit har hade
    haft ha ska skall skulle kan kunde kunnat måste får fick vill ville bör borde må låt låter gör göra gjorde går
    gå inte aldrig nej ja också även redan ännu väldigt bara just här nu idag igår imorgon alltid ofta ibland igen
    kanske nästan ungefär ganska tillsammans bort tillbaka dock alltså ju väl nog liksom eh öh två tre fyra fem sex
    sju åtta nio tio
    """.split()
)
