# Every command makes its own environment in .venv; nothing outside the checkout is touched.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test test-slow check bench clean
.DEFAULT_GOAL := run

# The main job on seeds/ with the shipped config.yaml: no account, no network service.
run: .venv/run
	$(BIN)/digest run-once

# Everything CI runs: lint, types, contracts, tests.
test: check
	$(BIN)/pytest -n auto -m "not slow"

# Chaos and soak runs; minutes, not seconds.
test-slow: .venv/dev
	$(BIN)/pytest -m slow --no-cov

check: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Side-by-side measurements with peers; ratios, never pass or fail. About a quarter of an hour.
bench: .venv/bench
	$(BIN)/python benchmarks/run.py

.venv/run: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/dev: .venv/run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group dev
	@touch $@

.venv/bench: .venv/dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group bench
	@touch $@

clean:
	rm -rf .venv var dist build .pytest_cache .mypy_cache .ruff_cache .coverage .hypothesis
	find . -name __pycache__ -prune -exec rm -rf {} +
