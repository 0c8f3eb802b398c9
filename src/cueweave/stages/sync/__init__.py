"""Subtitles that lie early, late, drift or jump, put right by where somebody speaks."""

from cueweave.stages.sync.anchors import anchor_cues, refine
from cueweave.stages.sync.apply import apply_fit
from cueweave.stages.sync.fit import fit_subtitles, search_fits
from cueweave.stages.sync.short import short_pieces, without_piece

__all__ = [
    "anchor_cues",
    "apply_fit",
    "fit_subtitles",
    "refine",
    "search_fits",
    "short_pieces",
    "without_piece",
]
