# `make demo` and `make test` do all the set-up there is. Nothing is installed outside .venv.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed
.DEFAULT_GOAL := help
.PHONY: help demo test test-long lint gate docs train speed lock wheel clean

help:            ## print this list
	@grep -hE '^[a-z-]+: .*##' $(MAKEFILE_LIST) | sed 's/: .*## /\t/' | expand -t 14

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { echo "Asylia needs Python 3.11 or newer; set PYTHON=/path/to/python3.11"; exit 1; }
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv $(VENV) || { echo "The venv module is missing: install your system's python3-venv package, then try again"; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(STAMP)

demo: $(STAMP)   ## build a record from the pages that ship and print what it holds
	@$(BIN)/asylia demo demo-record

test: $(STAMP) lint   ## everything a change must pass
	$(BIN)/python -m pytest -m "not long"
	$(BIN)/python bench/gate.py

test-long: $(STAMP) lint   ## the same with the full counts
	$(BIN)/python -m pytest
	$(BIN)/python bench/gate.py

lint: $(STAMP)   ## style, types and the directions of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

gate: $(STAMP)   ## score the labelled pages against bench/floors.json
	$(BIN)/python bench/gate.py

train: $(STAMP)   ## train the weights anew from the sentence bank (installs scikit-learn into .venv)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "scikit-learn>=1.7"
	$(BIN)/python bench/train.py

speed: $(STAMP)   ## pages per second as a ratio to merely parsing them
	$(BIN)/python bench/speed.py

docs: $(STAMP)   ## write the generated reference pages again
	$(BIN)/python docs/generate.py

lock:            ## pin every package, with hashes
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --output-file requirements.lock

wheel: $(STAMP)  ## build the wheel into dist/
	$(BIN)/python -m build --wheel --no-isolation

clean:           ## remove what can be made again
	rm -rf $(VENV) demo-record dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
