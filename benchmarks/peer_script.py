"""Runs in the peer's environment: ffsubsync on raw 16 kHz sound, which it would otherwise have FFmpeg decode."""

import sys
from pathlib import Path

import ffsubsync
import numpy as np
from ffsubsync.speech_transformers import _make_webrtcvad_detector as detector

FRAMES_A_SECOND = 100
RATE = 16000


def main() -> None:
    """`peer_script.py sound.raw before.srt after.srt [options]`, with its default detector of voices."""
    sound, before, after, *options = sys.argv[1:]
    speech = detector(FRAMES_A_SECOND, RATE, 0.0)(Path(sound).read_bytes())
    reference = Path(after).with_suffix(".npz")
    np.savez_compressed(reference, speech=speech)
    sys.argv = ["ffsubsync", str(reference), "-i", before, "-o", after, *options]
    sys.exit(ffsubsync.main())


if __name__ == "__main__":
    main()
