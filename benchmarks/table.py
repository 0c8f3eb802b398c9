"""Results of alignment as a Markdown table."""

from __future__ import annotations

from collections.abc import Iterable

from case_runs import Result
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
        f"{result.speed:.0f}",
        f"{result.memory / 1024**2:.0f}",
    ]
    return f"| {' | '.join(cells)} |"


def summary(results: Iterable[Result]) -> str:
    """The worst of all rows, which is what promises are made of."""
    measured = [result for result in results if result.ours]
    if not measured:
        return ""
    by_median = max(measured, key=lambda result: result.ours.median if result.ours else 0.0)
    by_tail = max(measured, key=lambda result: result.ours.percentile_95 if result.ours else 0.0)
    return (
        f"Worst median: {by_median.sound}, {by_median.subtitles}: {_middle_and_tail(by_median.ours)} ms. "
        f"Worst 95%: {by_tail.sound}, {by_tail.subtitles}: {_middle_and_tail(by_tail.ours)} ms."
    )


def _middle_and_tail(found: Distance | None) -> str:
    return f"{1000 * found.median:.0f}, {1000 * found.percentile_95:.0f}" if found else NOTHING


def _percent(share: float) -> str:
    return f"{100 * share:.0f}"


def _trust(result: Result) -> str:
    if not result.trust:
        return NOTHING
    right = result.trust.sure_and_right
    return f"{_percent(result.trust.sure)}, {NOTHING if right is None else f'{100 * right:.1f}'}"
