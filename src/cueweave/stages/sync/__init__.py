"""Subtitles that lie early, late, drift or jump, put right by where somebody speaks."""

from cueweave.stages.sync.anchors import anchor_cues, refine
from cueweave.stages.sync.apply import apply_fit
from cueweave.stages.sync.fit import Search, fit_subtitles, likeliest_fit, search_fits
from cueweave.stages.sync.settle import settled
from cueweave.stages.sync.short import short_pieces, without_piece

__all__ = [
    "Search",
    "anchor_cues",
    "apply_fit",
    "fit_subtitles",
    "likeliest_fit",
    "refine",
    "search_fits",
    "settled",
    "short_pieces",
    "without_piece",
]
