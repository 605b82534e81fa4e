# Every target sets up what it needs, once; run `make help` for the list.
SHELL := /bin/sh
.DEFAULT_GOAL := help
PY := .venv/bin/python

# A stamp for each set of packages, named by what it depends on: a change of versions installs again, nothing else does.
print = $(shell cat pyproject.toml scripts/setup.sh locks/$(1).txt | cksum | tr ' ' '-')
BASE := .venv/.base-$(call print,base)
DEV := .venv/.dev-$(call print,dev)

$(BASE):
	@scripts/setup.sh base
	@rm -f .venv/.base-* && touch $@

$(DEV):
	@scripts/setup.sh dev
	@rm -f .venv/.base-* .venv/.dev-* && touch $@ $(BASE)

.PHONY: help demo test lint format types docs docs-check bench fuzz screenshots lock clean

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed 's/:.*## /\t/' | expand -t 16

demo: $(BASE) ## audit the bundled sample report and leave the results in out/
	@scripts/demo.sh

test: $(DEV) ## all tests, with the share of the code they run
	@$(PY) -m pytest -n 2 --cov=jixiao --cov-report=term --cov-fail-under=95

lint: $(DEV) ## every rule of ruff, and the layout of the code
	@$(PY) -m ruff check --quiet .
	@$(PY) -m ruff format --quiet --check .

format: $(DEV) ## bring the code into the layout that `make lint` wants
	@$(PY) -m ruff check --quiet --fix .
	@$(PY) -m ruff format --quiet .

types: $(DEV) ## check the types, strictly
	@$(PY) -m mypy --no-error-summary

docs: $(DEV) ## write the generated pages of docs/ (rules, forms, law, command line)
	@$(PY) -m scripts.docs

docs-check: $(DEV) ## are the generated pages of docs/ fresh?
	@$(PY) -m scripts.docs --check

bench: $(DEV) ## measure accuracy and speed; prints tables
	@$(PY) -m benchmarks.accuracy
	@$(PY) -m benchmarks.audit_speed
	@$(PY) -m benchmarks.write_speed --packages 200

fuzz: $(DEV) ## look for inputs that break a reader or a parser (60 s each target; SECONDS=…)
	@$(PY) -m fuzz --seconds $(or $(SECONDS),60)

screenshots: $(DEV) ## draw docs/images/ from the real output (needs chromium, fonts-noto-cjk and poppler-utils)
	@$(PY) -m scripts.screenshots

lock: $(DEV) ## write locks/ from pyproject.toml (LOCK_FLAGS=--upgrade for newer versions)
	@scripts/lock.sh

clean: ## remove everything that make made
	rm -rf .venv out build dist .coverage .coverage.* .pytest_cache .ruff_cache .mypy_cache .hypothesis src/*.egg-info
