"""A model of voices small enough to be made in a test: it tells high sounds from low ones."""

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

BINS = 80
"""Of the mel spectrum that goes in: (1, frames, 80)."""
FACTS = {
    "framework": "wespeaker",
    "language": "English",
    "url": "none",
    "comment": "made in a test",
    "sample_rate": "16000",
    "output_dim": "2",
    "normalize_samples": "1",
    "feature_normalize_type": "",
}


def write_tiny_voices(path: Path) -> Path:
    """Its voiceprint is how far the lower half of the spectrum lies above the upper one, and the opposite."""
    half = np.concatenate((np.ones(BINS // 2), -np.ones(BINS // 2))) / BINS
    weights = np.stack((half, -half), axis=1).astype(np.float32)
    graph = helper.make_graph(
        [
            helper.make_node("ReduceMean", ["feats"], ["mean"], axes=[1], keepdims=0),
            helper.make_node("MatMul", ["mean", "weights"], ["embs"]),
        ],
        "tiny",
        [helper.make_tensor_value_info("feats", TensorProto.FLOAT, ["B", "T", BINS])],
        [helper.make_tensor_value_info("embs", TensorProto.FLOAT, ["B", 2])],
        [numpy_helper.from_array(weights, "weights")],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    helper.set_model_props(model, FACTS)
    onnx.save(model, str(path))
    return path
