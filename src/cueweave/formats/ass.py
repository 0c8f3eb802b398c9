"""Advanced SubStation Alpha: captions whose words light up as they are spoken (karaoke tags)."""

from __future__ import annotations

from collections.abc import Iterator

from cueweave.formats.captions import Caption, captions, gaps
from cueweave.formats.talk import Talk

HEAD = """[Script Info]
Title: {title}
ScriptType: v4.00+
WrapStyle: 2
ScaledBorderAndShadow: yes
PlayResX: 1280
PlayResY: 720

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, \
StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
Style: Default,Arial,44,&H0000E6FF,&H00FFFFFF,&H00000000,&H80000000,0,0,0,0,100,100,0,0,1,2,1,2,40,40,40,1

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
"""
"""White words that turn yellow."""
JOINER = "\u2060"
"""Invisible; behind a backslash it keeps the format from taking what follows for a code of its own."""


def to_ass(talk: Talk) -> str:
    """Captions with a `k` tag before each word."""
    return HEAD.format(title=talk.title) + "".join(
        f"Dialogue: 0,{_clock(each.start)},{_clock(each.end)},Default,,0,0,0,,{_text(each)}\n"
        for each in captions(talk.paragraphs)
    )


def _text(caption: Caption) -> str:
    """Each tag says for how many hundredths its word is the current one: until the next begins."""
    starts = [max(_hundredths(word.start), _hundredths(caption.start)) for word in caption.words]
    lengths = iter(after - start for start, after in zip(starts, [*starts[1:], _hundredths(caption.end)], strict=True))

    def words(line: int) -> Iterator[str]:
        said = caption.lines[line]
        for gap, word in zip(gaps(said), said, strict=True):
            yield f"{gap}{{\\k{max(next(lengths), 0)}}}{_escape(word.text)}"

    return "\\N".join("".join(words(line)) for line in range(len(caption.lines)))


def _escape(text: str) -> str:
    return text.replace("\\", f"\\{JOINER}").replace("{", "\\{").replace("}", "\\}")


def _hundredths(seconds: float) -> int:
    return round(seconds * 100)


def _clock(seconds: float) -> str:
    whole, rest = divmod(_hundredths(seconds), 100)
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}.{rest:02}"
