# Every command makes its own environment in .venv; nothing outside the checkout is touched.
PYTHON ?= python3
BIN := .venv/bin
NODE := tests/render/node

.PHONY: run test test-slow check coverage bench clean
.DEFAULT_GOAL := run

# The main job on seeds/ with the shipped config.yaml: no account, no network service.
run: .venv/run
	$(BIN)/digest run-once

# Everything CI runs: lint, types, contracts, tests.
test: check $(NODE)/node_modules/installed
	$(BIN)/pytest -n auto --dist worksteal -m "not slow"

# Chaos and soak runs; minutes, not seconds.
test-slow: .venv/dev
	$(BIN)/pytest -m slow

check: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Which lines and branches the tests pass through; half as long again as without.
coverage: check $(NODE)/node_modules/installed
	$(BIN)/pytest -n auto --dist worksteal -m "not slow" --cov=digest --cov-report=term:skip-covered

# Side-by-side measurements with peers; ratios, never pass or fail. About half an hour.
bench: .venv/bench
	$(BIN)/python benchmarks/run.py

.venv/run: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

# Not compiled ahead: half the time, as the tests import a tenth of it.
.venv/dev: .venv/run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --group dev
	@touch $@

# Checkers of the mail (caniemail, html-validate, axe-core). Without npm their tests are skipped and say so.
$(NODE)/node_modules/installed: $(NODE)/package-lock.json
	@if command -v npm >/dev/null; then cd $(NODE) && npm ci --loglevel=error && touch node_modules/installed; \
	else echo "npm is not installed: the mail is not shown to the checkers that need it"; fi

.venv/bench: .venv/dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group bench
	@touch $@

clean:
	rm -rf .venv $(NODE)/node_modules var dist build .pytest_cache .mypy_cache .ruff_cache .coverage .hypothesis
	find . -name __pycache__ -prune -exec rm -rf {} +
