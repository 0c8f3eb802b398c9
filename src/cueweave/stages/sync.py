"""Subtitles that lie early, late or drift, put right by where somebody speaks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.fft import irfft, next_fast_len, rfft

from cueweave.domain.transcript import Cue, Fit, Report, Span

FARTHEST = 120.0
"""Seconds: the largest offset that is looked for."""
COARSE, FINE = 0.05, 0.01
"""Seconds a frame in the search for the rate, and around what it found."""
FILM_RATES = (24 / 23.976, 25 / 23.976, 25 / 24)
RATES = (1.0, *FILM_RATES, *(1 / rate for rate in FILM_RATES))
FREE_RATES = tuple(float(rate) for rate in np.arange(0.94, 1.0601, 0.0025))
EVIDENCE = 0.25
"""The least correlation that counts as evidence; chance stays below on tracks of a minute or more."""
GAIN = 0.02
"""A fit must beat the subtitles as they are by this much, and a free rate the usual ones by as much again."""
NEAR = 0.4
"""Seconds: an offset so small is within what people put around their cues."""


def fit_subtitles(cues: Sequence[Cue], speech: Sequence[Span], duration: float, report: Report) -> Fit:
    """The fit from subtitle time to medium time (`time * rate + offset`) for which cues and speech agree best.

    The offset is found for each rate by correlating the two tracks (by FFT). Without evidence, or where the
    subtitles agree already, they are left alone: offset 0, rate 1, method `as given`.
    """
    track = _track(speech, 1.0, COARSE, duration)
    as_given = Fit(0.0, 1.0, _agreement(cues, track, 1.0, 0.0), "as given")
    found = [_best_offset(cues, track, rate) for rate in _watched(RATES, report, 0.0, 0.4)]
    best = max(found, key=lambda fit: fit.score - (GAIN if fit.rate != 1.0 else 0.0))
    free = [_best_offset(cues, track, rate) for rate in _watched(FREE_RATES, report, 0.4, 0.9)]
    best = max([best, *free], key=lambda fit: fit.score - (GAIN if fit is not best else 0.0))
    fitted = _refine(cues, speech, best)
    report(1.0)
    if not _is_evidence(fitted, as_given):
        return as_given
    return fitted


def apply_fit(cues: Sequence[Cue], fit: Fit, duration: float) -> list[Cue]:
    """The same cues in medium time, inside the medium; no cue is dropped, the order stays."""

    def moved(time: float) -> float:
        return min(max(time * fit.rate + fit.offset, 0.0), duration)

    return [Cue(moved(cue.start), max(moved(cue.start), moved(cue.end)), cue.text) for cue in cues]


def _is_evidence(fitted: Fit, as_given: Fit) -> bool:
    if fitted.score < EVIDENCE or fitted.score < as_given.score + GAIN:
        return False
    return fitted.rate != 1.0 or abs(fitted.offset) > NEAR or as_given.score < EVIDENCE


def _watched(rates: Sequence[float], report: Report, start: float, stop: float) -> Iterable[float]:
    for at, rate in enumerate(rates):
        report(start + (stop - start) * at / len(rates))
        yield rate


def _track(spans: Iterable[Span | Cue], rate: float, step: float, duration: float) -> NDArray[np.float32]:
    """1 where something is, 0 elsewhere, a value a frame."""
    track = np.zeros(int(duration / step) + 1, np.float32)
    for span in spans:
        track[
            round(span.start * rate / step) : max(round(span.end * rate / step), round(span.start * rate / step) + 1)
        ] = 1
    return track


def _cue_track(cues: Sequence[Cue], rate: float, step: float) -> NDArray[np.float32]:
    return _track(cues, rate, step, min(max(cue.end for cue in cues) * rate, 50 * 3600.0))


def _centred(track: NDArray[np.float32]) -> NDArray[np.float32]:
    """Mean 0 and length 1, so that a product of two is their correlation."""
    centred = track - track.mean()
    norm = float(np.sqrt((centred**2).sum()))
    return np.asarray(centred / norm if norm else centred, np.float32)


def _best_offset(cues: Sequence[Cue], speech: NDArray[np.float32], rate: float) -> Fit:
    one, other = _centred(speech), _centred(_cue_track(cues, rate, COARSE))
    size = next_fast_len(len(one) + len(other))
    correlation = irfft(rfft(one, size) * np.conj(rfft(other, size)), size)
    reach = min(round(FARTHEST / COARSE), size // 2 - 1)
    lags = np.concatenate((np.arange(reach + 1), np.arange(-reach, 0)))
    best = lags[int(np.argmax(correlation[lags]))]
    return Fit(float(best * COARSE), rate, float(correlation[best]), _method(rate))


def _agreement(cues: Sequence[Cue], speech: NDArray[np.float32], rate: float, offset: float) -> float:
    """Correlation of the two tracks at this fit."""
    one, other = _centred(speech), _centred(_cue_track(cues, rate, COARSE))
    shift = round(offset / COARSE)
    first, stop = max(0, shift), min(len(one), len(other) + shift)
    return float((one[first:stop] * other[first - shift : stop - shift]).sum()) if stop > first else 0.0


def _method(rate: float) -> str:
    return "offset" if rate == 1.0 else "offset and rate"


def _refine(cues: Sequence[Cue], speech: Sequence[Span], fit: Fit) -> Fit:
    """The starts of cues onto the starts of speech near them: the median for the offset."""
    starts = np.array([span.start for span in speech])
    times = np.array([cue.start * fit.rate + fit.offset for cue in cues])
    if len(starts) == 0:
        return fit
    after = (
        np.clip(np.searchsorted(starts, times), 1, len(starts) - 1) if len(starts) > 1 else np.zeros(len(times), int)
    )
    near = np.where(np.abs(starts[after] - times) < np.abs(starts[after - 1] - times), starts[after], starts[after - 1])
    distance = (near - times)[np.abs(near - times) < NEAR]
    offset = fit.offset + (float(np.median(distance)) if len(distance) > 3 else 0.0)
    return Fit(round(offset, 3), fit.rate, fit.score, fit.method)
