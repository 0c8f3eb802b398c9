"""TTML captions by the text profile of IMSC 1.1, which broadcasters and streaming services take."""

from xml.sax.saxutils import escape, quoteattr

from cueweave.formats.captions import captions, clock, text
from cueweave.formats.talk import Talk

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter"
    xmlns:tts="http://www.w3.org/ns/ttml#styling" xmlns:ttm="http://www.w3.org/ns/ttml#metadata"
    ttp:contentProfiles="http://www.w3.org/ns/ttml/profile/imsc1.1/text" ttp:timeBase="media" xml:lang={language}>
  <head>
    <metadata><ttm:title>{title}</ttm:title></metadata>
    <styling>
      <style xml:id="plain" tts:fontFamily="proportionalSansSerif" tts:fontSize="100%" tts:lineHeight="125%"
             tts:textAlign="center" tts:color="white"/>
      <style xml:id="box" tts:backgroundColor="#000000c0"/>
    </styling>
    <layout>
      <region xml:id="below" tts:origin="10% 10%" tts:extent="80% 80%" tts:displayAlign="after"/>
    </layout>
  </head>
  <body style="plain">
    <div region="below">
"""
TAIL = """    </div>
  </body>
</tt>
"""


def to_ttml(talk: Talk) -> str:
    """Captions at the lower edge of the picture. An unknown language is written as the empty one (TTML 2, 8.1.9)."""
    head = HEAD.format(language=quoteattr(talk.language or ""), title=escape(talk.title))
    return (
        head
        + "".join(
            f'      <p xml:id="c{number}" begin="{clock(each.start)}" end="{clock(each.end)}"><span style="box">'
            + "<br/>".join(escape(text(line)) for line in each.lines)
            + "</span></p>\n"
            for number, each in enumerate(captions(talk.paragraphs), 1)
        )
        + TAIL
    )
