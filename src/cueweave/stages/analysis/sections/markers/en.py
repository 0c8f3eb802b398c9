"""Starts of sentences in English."""

from cueweave.stages.analysis.sections.markers.phrases import phrases

PHRASES = phrases(
    topic="""
        let me start, let me begin, this brings me to, this brings us to, that brings me to, that brings us to
        which brings me to, which brings us to, which leads me to, this leads us to, and with that, the first topic
        the second topic, the third topic, the fourth topic, the last topic, our second topic, our third topic
        our last topic, the second question, the third question, the last question, the second thing, the last thing
        let us sum up, let us summarize, let me finish, let me close, let me conclude, let me end, let us finish
        let us close, let us conclude, next, next up, next topic, our next, my next, the next topic, the next part
        the next section, the next question, the next thing, the next step, the next point, let's move, let us move
        let's turn, let us turn, let's talk, let us talk, let us now, let's now, let's look, let us look
        let's take a look, let's start, let us start, let's begin, let us begin, let's switch, let's go on
        let's get to, let me move, let me turn, let me now, let me talk, moving on, turning to, i'd like to turn
        i want to turn, i want to move, i'd like to move, i now want, i would now like, i'd now like, we now turn
        we now come, now let's, now let us, now let me, now we turn, now we come, now we need, now i want to
        now i'd like, now i will, now for, now on to, on to, now that we, another topic, another question
        another thing, another point, another important, the second part, the third part, the second point
        the third point, the last part, the last point, the final part, part two, part three, chapter, lesson
        first of all, firstly, secondly, thirdly, fourthly, number one, number two, number three, to begin with
        to sum up, to summarize, to summarise, to conclude, to wrap up, to recap, in summary, in conclusion
        in closing, let me sum up, let me summarize, let's sum up, let's summarize, let's recap, finally
        last but not least, lastly, so far we, so far i, welcome back, before we go on, before we move on
        before i finish, as for, speaking of, when it comes to, with regard to, regarding, what about
    """,
    step="""
        here is, here's, here are, let us compare, now, first, second, third, fourth, another, today, okay, ok
        all right, alright, meanwhile, let's, let us, let me, so let's, imagine, suppose, consider, thank you
    """,
    link="""
        and, but, or, nor, yet, because, for example, for instance, such as, that is, that's why, that means, which
        who, whose, therefore, thus, hence, however, moreover, furthermore, also, besides, still, instead, otherwise
        then, nevertheless, nonetheless, in fact, indeed, of course, after that, as a result, in other words
        in addition, on the other hand, similarly, likewise, so that, so the, so it, so they, so this, so that's
        so you, so we, so i, so he, so she, not only, not because, even, just, only, too, rather, and so, say, like
        until then, before that, by contrast, in contrast, consequently, accordingly, more precisely, specifically
        in particular, especially, again
    """,
    back="""
        it, it's, it'll, its, this, that, that's, these, those, they, they're, their, them, he, he's, his, she
        she's, her, such, one of them, some of them, none of them, both, both of them, neither, each of them
        all of them, all of this, all of that, the former, the latter, the same, between them, around it, with it
        with this, with that, with them, in this way, from this, from that, at that point, at this point
    """,
    leads="and, but, so, well, okay, ok, alright, all, right, now, then, yes, yeah, um, uh",
)
