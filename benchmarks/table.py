"""Results of alignment as a Markdown table."""

from __future__ import annotations

from collections.abc import Sequence

from case_runs import Result
from conditions import AS_MADE
from measure import Distance

HEAD = (
    "sound | subtitles | words | median, 95% (ms) | in 50, 100, 250 ms (%) | spreading: median, 95% (ms) "
    "| >= 0.9 sure, right of these (%) | aligned (%) | fit: median, 95% (ms) | ffsubsync's fit (ms) "
    "| x real time | MB"
)
LEGEND = """\
Words: distance of their starts from the truth; `spreading` is by letters over the cues as given. Sure: words with a
confidence of 0.9 or more, and how many of them lie within 100 ms. Aligned: the rest fell back to spreading. Fit:
distance of the cues from where they belong after the global fit. Speed: alignment alone, the loading of the model
included. Memory: the most that the process and its children held."""
NOTHING = "–"
FRAME = 0.01
"""Seconds: both fits look no finer."""


def head() -> str:
    """The two lines above the rows."""
    return f"| {HEAD} |\n{'| --- ' * (HEAD.count('|') + 1)}|"


def line(result: Result) -> str:
    """One row."""
    cells = [
        result.sound,
        result.subtitles,
        str(result.words),
        _middle_and_tail(result.ours),
        ", ".join(_percent(share) for share in result.ours.within) if result.ours else NOTHING,
        _middle_and_tail(result.spread),
        _trust(result),
        f"{100 * result.aligned:.1f}",
        _middle_and_tail(result.fit),
        _middle_and_tail(result.peer_fit),
        f"{result.speed:.0f}" if result.aligned else NOTHING,
        f"{result.memory / 1024**2:.0f}",
    ]
    return f"| {' | '.join(cells)} |"


def summary(results: Sequence[Result]) -> str:
    """What stands out of all rows: the worst, and what promises are made of."""
    measured = [result for result in results if result.ours]
    if not measured:
        return "Nothing was measured."
    words = sum(result.words for result in measured)
    fallen = sum(result.words * (1 - result.aligned) for result in measured)
    beaten = [_named(result) for result in results if _is_worse_than_peer(result)]
    lines = [
        *(f"- {name}: {_worst(found)}" for name, found in _groups(measured) if found),
        f"- words that fell back to spreading: {100 * fallen / words:.1f}%",
        f"- sure words within 100 ms: {_sure_and_right(measured)}",
        f"- fit worse than ffsubsync's: {'; '.join(beaten) or 'nowhere'}",
    ]
    return "\n".join(lines)


def _groups(results: Sequence[Result]) -> list[tuple[str, list[tuple[Result, Distance]]]]:
    clean = [(one, one.ours) for one in results if one.ours and one.subtitles == AS_MADE and "," not in one.sound]
    mixed = [(one, one.ours) for one in results if one.ours and "," in one.sound]
    wrong = [(one, one.ours) for one in results if one.ours and one.subtitles != AS_MADE]
    return [("clean", clean), ("noise and music", mixed), ("wrong subtitles", wrong)]


def _worst(found: Sequence[tuple[Result, Distance]]) -> str:
    slowest, middle = max(found, key=lambda pair: pair[1].median)
    widest, tail = max(found, key=lambda pair: pair[1].percentile_95)
    return (
        f"worst median {1000 * middle.median:.0f} ms ({_named(slowest)}), "
        f"worst 95% {1000 * tail.percentile_95:.0f} ms ({_named(widest)})"
    )


def _named(result: Result) -> str:
    return f"{result.sound}, {result.subtitles}"


def _sure_and_right(results: Sequence[Result]) -> str:
    trusts = [(result.words, result.trust) for result in results]
    sure = sum(words * trust.sure for words, trust in trusts)
    right = sum(words * trust.sure * (trust.sure_and_right or 0.0) for words, trust in trusts)
    return f"{100 * right / sure:.1f}% of {sure:.0f}" if sure else "no word is sure"


def _is_worse_than_peer(result: Result) -> bool:
    """By more than a frame, which nobody sees."""
    return bool(result.fit and result.peer_fit and result.fit.median > result.peer_fit.median + FRAME)


def _middle_and_tail(found: Distance | None) -> str:
    return f"{1000 * found.median:.0f}, {1000 * found.percentile_95:.0f}" if found else NOTHING


def _percent(share: float) -> str:
    return f"{100 * share:.0f}"


def _trust(result: Result) -> str:
    right = result.trust.sure_and_right
    return f"{_percent(result.trust.sure)}, {NOTHING if right is None else f'{100 * right:.1f}'}"
