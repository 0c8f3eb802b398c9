"""A synthetic voice (eSpeak NG) that knows when it says each word.

eSpeak reports every word as it synthesises it, by its place in the text and in the sound. Left alone it joins some
small words ("of the") into one report; a zero-width space before each space keeps them apart and isn't heard.
"""

import ctypes
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

import espeakng_loader
import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.int16]

SYNCHRONOUS = 2
PHONEME_EVENTS, DONT_EXIT = 0x0001, 0x8000
UTF8, END_PAUSE = 1, 0x1000
BY_CHARACTER = 1
SPEED = 1
END_OF_LIST, WORD, PHONEME = 0, 1, 7
WORDS_PER_MINUTE = 150
GAP = "\u200b "


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """A word and when it is heard, in seconds."""

    text: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Speech:
    """The sound of a text, mono, without silence at its end, and its words."""

    samples: Samples
    rate: int
    words: tuple[SpokenWord, ...]

    @property
    def duration(self) -> float:
        """Length in seconds."""
        return len(self.samples) / self.rate


class _Name(ctypes.Union):
    _fields_ = (("number", ctypes.c_int), ("name", ctypes.c_char_p), ("string", ctypes.c_char * 8))


class _Event(ctypes.Structure):
    """`espeak_EVENT` of speak_lib.h; `text_position` counts characters from 1."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", _Name),
    )


_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event))


@dataclass(frozen=True, slots=True)
class _Mark:
    """What eSpeak reported at `sample`: the start of a word (by its place in the text), of a phoneme, of a pause."""

    type: int
    position: int
    sample: int
    phoneme: bytes

    @property
    def is_pause(self) -> bool:
        return self.type == PHONEME and self.phoneme.startswith(b"_")

    @property
    def is_sound(self) -> bool:
        return self.type == PHONEME and not self.is_pause


@cache
def _library() -> tuple[ctypes.CDLL, int]:
    """eSpeak, ready to speak, and its sample rate; it has one state for the whole process."""
    library = ctypes.CDLL(espeakng_loader.get_library_path())  # type: ignore[no-untyped-call]
    data = str(espeakng_loader.get_data_path()).encode()  # type: ignore[no-untyped-call]
    rate = library.espeak_Initialize(SYNCHRONOUS, 200, data, PHONEME_EVENTS | DONT_EXIT)
    if rate <= 0:
        raise OSError("eSpeak NG doesn't start: are its data files beside it?")
    return library, int(rate)


def speak(text: str, voice: str = "en-us") -> Speech:
    """`text` as sound, by one of eSpeak's voices (`de`, `en-us+f2`).

    Raises ValueError when a word got no time of its own: word it otherwise; OSError when there is no such voice.
    """
    library, rate = _library()
    if library.espeak_SetVoiceByName(voice.encode()):
        raise OSError(f"eSpeak NG has no voice {voice}.")
    library.espeak_SetParameter(SPEED, WORDS_PER_MINUTE, 0)
    words = text.split()
    chunks: list[bytes] = []
    marks: list[_Mark] = []

    def collect(sound: "ctypes._Pointer[ctypes.c_short]", count: int, events: "ctypes._Pointer[_Event]") -> int:
        if count > 0:
            chunks.append(ctypes.string_at(sound, 2 * count))
        index = 0
        while (event := events[index]).type != END_OF_LIST:
            name = event.id.string if event.type == PHONEME else b""
            marks.append(_Mark(event.type, event.text_position, event.sample, name))
            index += 1
        return 0

    callback = _Callback(collect)
    library.espeak_SetSynthCallback(callback)
    said = GAP.join(words).encode() + b"\0"
    if library.espeak_Synth(said, len(said), 0, BY_CHARACTER, 0, UTF8 | END_PAUSE, None, None):
        raise OSError("eSpeak NG couldn't speak.")
    samples = np.frombuffer(b"".join(chunks), dtype=np.int16)
    bounds = _bounds(words, marks, len(samples))
    spoken = [SpokenWord(word, start / rate, end / rate) for word, (start, end) in zip(words, bounds, strict=True)]
    return Speech(samples[: bounds[-1][1]], rate, tuple(spoken))


def _bounds(words: Sequence[str], marks: Sequence[_Mark], length: int) -> list[tuple[int, int]]:
    """First and last sample of each word: it ends where a pause or the next word starts."""
    starts = _starts(words, marks)
    bounds: list[tuple[int, int]] = []
    for start, following in zip(starts, [*starts[1:], length], strict=True):
        sounds = [mark.sample for mark in marks if start <= mark.sample < following and mark.is_sound]
        if not sounds:
            raise ValueError(f"eSpeak NG doesn't sound word {len(bounds) + 1} of: {' '.join(words)}")
        pauses = [mark.sample for mark in marks if sounds[-1] < mark.sample <= following and mark.is_pause]
        # the closed lips before the "p" that follows silence are silence too: nobody hears the word begin there
        is_after_silence = not bounds or bounds[-1][1] < start
        bounds.append((sounds[0] if is_after_silence else start, pauses[0] if pauses else following))
    return bounds


def _starts(words: Sequence[str], marks: Sequence[_Mark]) -> list[int]:
    """The sample at which each word starts. A number has several reports ("1,250"); its first one counts."""
    places = list(accumulate((len(word) + len(GAP) for word in words[:-1]), initial=1))
    first: dict[int, int] = {}
    for mark in marks:
        if mark.type == WORD:
            first.setdefault(bisect_right(places, mark.position) - 1, mark.sample)
    silent = [word for index, word in enumerate(words) if index not in first]
    if silent:
        raise ValueError(f"eSpeak NG gave these words no time of their own: {' '.join(silent)}")
    return [first[index] for index in range(len(words))]
