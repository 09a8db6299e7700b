# Everything runs in .venv, which each target makes for itself when it is missing or out of date.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.DEFAULT_GOAL := run
.PHONY: run test check bench wheel clean

run: $(READY)
	$(BIN)/pincite $(ARGS)

test: $(READY)
	$(BIN)/python -m pytest $(ARGS)

check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest $(ARGS)

bench: $(READY)
	$(BIN)/python -m benchmarks $(ARGS)

wheel: $(READY)
	$(BIN)/python -m build --wheel

clean:
	rm -rf .venv build dist

# torch comes first and alone: a constrained pip then takes the small CPU build where one is found.
$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt torch
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[dev]"
	touch $(READY)
