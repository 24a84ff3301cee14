# Two commands do all the set-up: `make run` opens the window, `make test` passes the tests.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: run test check bench screenshots translations system clean

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	touch $(READY)

# Libraries that Qt needs from the system; on a desktop they are there already.
system:
	sh packaging/system-libraries.sh

run: $(READY) system
	$(BIN)/python -m mainstreamer $(PLAN)

test: $(READY) system
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n 2 --dist loadgroup

check: $(READY) system
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python packaging/translations.py --check

bench: $(READY) system
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.benchmarks

screenshots: $(READY) system
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.screenshots screenshots

translations: $(READY)
	$(BIN)/python packaging/translations.py

clean:
	rm -rf $(VENV) build dist screenshots
