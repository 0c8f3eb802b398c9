"""What a worker without work has loaded: nothing that only some work needs."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

import psutil
import pytest
from support.commands import COMMAND, environment
from support.eventually import eventually_sync

from cueweave.cli.valkey import embedded_store
from cueweave.work import processes

SERVER = ("asyncio", "docket", "fastapi", "httpx", "obstore", "opentelemetry", "redis", "structlog", "typer")
OPTIONS = (
    "charset_normalizer",
    "pydantic",
    "pydantic_core",
    "pypdfium2",
    "scipy.cluster",
    "cueweave.pipeline.engines",
    "cueweave.stages.analysis.model",
)
LARGE = ("scipy.fft", "scipy.ndimage", "scipy.sparse", "scipy.special")
OF_CHILDREN = ("/av/", "/numpy/", "/PIL/", "/pocketsphinx/")
OF_OTHERS = ("/obstore/", "/pypdfium2_raw/", "/scipy/ndimage/", "/scipy/special/")


def loaded_by(*modules: str) -> set[str]:
    program = f"import importlib, json, sys\nfor name in {modules!r}:\n    importlib.import_module(name)\n"
    told = subprocess.run(
        [sys.executable, "-c", f"{program}print(json.dumps(list(sys.modules)))"], check=True, capture_output=True
    )
    return set(json.loads(told.stdout))


def libraries_of(process: psutil.Process) -> set[str]:
    """None of a process that has just ended: a worker tries its fences in some."""
    with suppress(psutil.NoSuchProcess):
        return {each.path for each in process.memory_maps() if ".so" in each.path}
    return set()


def having(libraries: set[str], parts: tuple[str, ...]) -> set[str]:
    return {part for part in parts if any(part in library for library in libraries)}


@pytest.mark.parametrize("part", ["the service's", "those of options", "the large ones"])
def test_children_are_forked_without_libraries_that_few_of_them_need(part: str) -> None:
    needless = {"the service's": SERVER, "those of options": OPTIONS, "the large ones": LARGE}[part]
    loaded = loaded_by(*processes.TO_TRANSCRIBE)
    assert {"numpy", "av", "cueweave.pipeline.document"} <= loaded
    assert loaded.intersection(needless) == set()


def test_a_child_that_looks_at_an_upload_has_none_of_the_work_loaded() -> None:
    assert loaded_by(*processes.TO_LOOK).intersection((*SERVER, *OPTIONS, "numpy", "cueweave.pipeline.job")) == set()


def test_to_import_the_command_as_a_childs_main_module_costs_nothing() -> None:
    assert {name for name in loaded_by("cueweave.__main__") if name.startswith("cueweave.")} == {"cueweave.__main__"}


def test_a_real_worker_leaves_to_its_children_what_only_they_need() -> None:
    with tempfile.TemporaryDirectory(prefix="cw-") as name, embedded_store(Path(name)) as store:
        env = environment({"REDIS_URL": store.url, "CUEWEAVE_DATA_DIR": name})
        with subprocess.Popen([*COMMAND, "worker"], env=env, stderr=subprocess.DEVNULL) as started:
            try:
                worker = psutil.Process(started.pid)
                eventually_sync(lambda: [each for each in worker.children() if _is_loaded(each)], within=60)
                assert having(libraries_of(worker), (*OF_CHILDREN, *OF_OTHERS)) == set()
                assert not any(having(libraries_of(each), OF_OTHERS) for each in worker.children())
            finally:
                started.terminate()


def _is_loaded(server: psutil.Process) -> bool:
    """Whether the server that children are forked from is there, and has what each of them needs."""
    return having(libraries_of(server), OF_CHILDREN) == set(OF_CHILDREN)
