# Stagekans: every target builds what it needs first, and is quick when nothing changed.
# Needs python3 (3.11 or newer), pip and make; works as root and as a normal user.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := PYTHONPATH=$(CURDIR)/.tools UV_PYTHON_DOWNLOADS=never $(PYTHON) -m uv
NPM := PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/npm
ARGS ?=
# How many processes share the tests; each has a database server and a browser of its own.
WORKERS ?= 2
# Some containers forbid Python to keep what it compiled: then each of our many processes would compile everything again.
TESTS := env -u PYTHONDONTWRITEBYTECODE $(BIN)/pytest -m 'not evidence' -n $(WORKERS) --dist worksteal

.PHONY: help setup demo test check evidence lock clean

help: ## what you can ask for (this list)
	@echo 'Stagekans. Usage: make TARGET'
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@echo 'Extra words for the command: make demo ARGS="--port 8100", make test ARGS="-k travel"'

setup: $(VENV)/.installed api/static/vendor/.copied ## make .venv with the stagekans command and all tools, and the styles of the pages

demo: setup ## start a synthetic school on this machine; Ctrl-C stops it
	@$(BIN)/stagekans demo $(ARGS)

test: setup .cache/browser ## run every test (this is what CI runs)
	@$(TESTS) $(ARGS)

check: setup .cache/browser ## format, lint, types, arrows between rooms, and every test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(TESTS) $(ARGS)

evidence: setup .cache/browser ## long searches, fault rounds and benchmarks; writes docs/evidence/
	$(BIN)/python -m tests.evidence $(ARGS)

lock: .tools/uv ## compile requirements.lock again from pyproject.toml (ARGS="--upgrade" for newer versions)
	$(UV) pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-header --quiet -o requirements.lock $(ARGS)

clean: ## remove everything that make built (the demo's data stay)
	rm -rf $(VENV) .tools .cache node_modules api/static/vendor

# --- what the targets above are made of -----------------------------------------------------------------------

.tools/uv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Stagekans needs Python 3.11 or newer. Set PYTHON=python3.12, for example.")'
	@echo 'setup: fetching uv into .tools'
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check --target .tools uv
	@touch .tools/uv

$(BIN)/python: | .tools/uv
	@echo 'setup: making $(VENV)'
	@$(UV) venv --quiet --allow-existing --python "$$(command -v $(PYTHON))" $(VENV)

$(VENV)/.installed: requirements.lock pyproject.toml | $(BIN)/python
	@echo 'setup: installing the locked packages'
	@$(UV) pip sync --quiet --python $(BIN)/python --require-hashes requirements.lock
	@$(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $@

node_modules/.installed: package.json package-lock.json | $(VENV)/.installed
	@echo 'setup: installing styles, fonts and scripts'
	@$(NPM) ci --ignore-scripts --loglevel=error --no-progress --no-update-notifier --cache "$(CURDIR)/.cache/npm"
	@touch $@

api/static/vendor/.copied: node_modules/.installed api/vendoring.py package.json
	@$(BIN)/python -m api.vendoring
	@touch $@

# The journeys need a real browser; tests/journeys/chromium.py finds or installs one, and says why when it cannot.
.cache/browser: tests/journeys/chromium.py | $(VENV)/.installed
	@mkdir -p .cache
	@$(BIN)/python -m tests.journeys.chromium > .cache/browser.new
	@mv .cache/browser.new $@
