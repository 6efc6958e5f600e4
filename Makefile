# Readout. `make run` opens the dashboard, `make test` runs every test; both set up what they need.
PYTHON ?= python3
PORT ?= 8501
VENV_PYTHON := .venv/bin/python

.PHONY: help run test check setup benchmark accuracy screenshots clean

help:  ## say what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

run:  ## open the dashboard (PORT=8501)
	@$(PYTHON) .ci/setup.py --port $(PORT)
	@$(VENV_PYTHON) -m streamlit run dashboard/app.py --server.port $(PORT)

test: setup  ## run every test
	@$(VENV_PYTHON) -m pytest

check: setup  ## format, lint and types, as in continuous integration
	@$(VENV_PYTHON) -m ruff format --check .
	@$(VENV_PYTHON) -m ruff check .
	@$(VENV_PYTHON) -m mypy analysis dashboard

setup:  ## make .venv and install requirements.txt
	@$(PYTHON) .ci/setup.py

benchmark: setup  ## print how long an analysis and the pages take, and the memory needed
	@$(VENV_PYTHON) -m tests.benchmark

accuracy: setup  ## print how many shared claims of eight annotated events are joined, and how many rightly
	@$(VENV_PYTHON) -m tests.claim_accuracy

screenshots: setup  ## take the README's pictures of every page (needs Chromium)
	@$(VENV_PYTHON) -m tests.browser.screenshots

clean:  ## remove .venv and caches
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis
