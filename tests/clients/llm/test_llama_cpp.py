"""A real llama.cpp with a model of random weights: what it says is nonsense, and the text survives it."""

from __future__ import annotations

import socket
import subprocess
from collections.abc import Iterator
from functools import reduce
from operator import add
from pathlib import Path

import pytest
from stages.analysis.model.talk import long_talk
from support.eventually import eventually_sync

from cueweave.clients.llm.access import Access, Output
from cueweave.clients.llm.ask import asker
from cueweave.clients.llm.look import look
from cueweave.domain.usage import Usage
from cueweave.stages.analysis.model import model_analyser

ROOT = Path(__file__).parents[3]
PYTHON = ROOT / "benchmarks/out/llamacpp/bin/python"
pytestmark = pytest.mark.skipif(not PYTHON.exists(), reason="needs `make llamacpp`, which compiles for ten minutes")


@pytest.fixture(scope="module")
def access(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Access]:
    folder = tmp_path_factory.mktemp("llama")
    subprocess.run([PYTHON, ROOT / "tests/support/tiny_llama.py", folder / "tiny.gguf"], check=True)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    options = ("--host", "127.0.0.1", "--port", str(port), "--n_ctx", "32768", "--model_alias", "tiny")
    command: list[str | Path] = [PYTHON, "-m", "llama_cpp.server", "--model", folder / "tiny.gguf", *options]
    found = Access("tiny", f"http://127.0.0.1:{port}/v1", timeout=60.0, in_flight=1)
    with (folder / "log").open("wb") as log, subprocess.Popen(command, stdout=log, stderr=log) as server:
        try:
            eventually_sync(lambda: not look(found), within=60)
            yield found
        finally:
            server.terminate()


@pytest.mark.parametrize("output", [Output.AUTO, Output.TOOL, Output.PROMPT])
def test_a_model_that_talks_nonsense_costs_tokens_and_no_words(access: Access, output: Output) -> None:
    spent: list[Usage] = []
    text = long_talk(20)
    ask = asker(Access(access.model, access.base_url, timeout=60.0, in_flight=1, output=output), spent.append)
    analysis = model_analyser(ask, "tiny", 8_000)(text, lambda _: None)
    usage = reduce(add, spent)
    assert usage.requests.get("answered")
    assert usage.tokens_out > 0
    assert [at for each in analysis.sections for at in range(each.first, each.stop)] == list(range(len(text.words)))
