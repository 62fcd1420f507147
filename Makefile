# Two commands on a fresh machine: "make demo" and "make test". "make help" lists the rest.
# Everything is put in .venv; a stamp file there for each set of packages makes the second run quick.

VENV   ?= .venv
PYTHON ?=
BIN    := $(VENV)/bin
DEPS   := pyproject.toml
DEMO   := assess examples/small.yaml --lang en

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1
export PYTHONUTF8 := 1

.DEFAULT_GOAL := help
.PHONY: help demo test lint bench sources clean
.DELETE_ON_ERROR:

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

demo: $(VENV)/.run ## assess the fictional example and compare the answer with README.md
	@$(BIN)/python docs/check_demo.py README.md $(BIN)/forsvarlig $(DEMO)

test: $(VENV)/.test ## run the tests (ARGS="-k word" to choose some)
	$(BIN)/python -m pytest -n auto --dist loadfile $(ARGS)

lint: $(VENV)/.lint ## ruff, and mypy in strict mode
	$(BIN)/ruff check .
	$(BIN)/mypy

bench: $(VENV)/.bench ## measure, and write the table of docs/performance.md
	$(BIN)/python -m bench.run --write docs/performance.md

sources: $(VENV)/.run ## check the law base against the seed files: make sources SEEDS=DIR
	@test -n "$(SEEDS)" || { echo "Say where the seed files are: make sources SEEDS=DIR" >&2; exit 2; }
	$(BIN)/python -m engine.law.seeds . "$(SEEDS)"
	$(BIN)/python -m engine.catalogue.coverage . "$(SEEDS)"

clean: ## remove the environment and everything that was built
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# --- the environment ------------------------------------------------------------------------------------------------------

define FIND_PYTHON
found=; \
for candidate in "$(PYTHON)" python3 python3.12 python3.11 python3.13 python3.14 python; do \
  [ -n "$$candidate" ] || continue; \
  if "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then found="$$candidate"; break; fi; \
done; \
if [ -z "$$found" ]; then \
  echo "No Python 3.11 or later was found$$(command -v python3 >/dev/null && echo " (python3 is $$(python3 -V 2>&1))")." >&2; \
  echo "Install one (Debian and Ubuntu: apt-get install python3 python3-venv python3-dev; Fedora: dnf install python3-devel; macOS: brew install python)," >&2; \
  echo "or name one: make PYTHON=/path/to/python3.12 $(MAKECMDGOALS)" >&2; \
  exit 2; \
fi; \
if ! "$$found" -c 'import ensurepip, venv' >/dev/null 2>&1; then \
  echo "$$found can make no environment (venv is not installed). Debian and Ubuntu: apt-get install python3-venv" >&2; exit 2; \
fi
endef

# durable-rules comes as source only, so installing it compiles C. From Python 3.13 on the name it calls is gone from Python's
# own library; the same function has another name there, and wheels that were built without knowing it can't be used.
define NEEDS_COMPILER
if ! { command -v cc || command -v gcc || command -v clang; } >/dev/null 2>&1; then \
  echo "No C compiler was found, and durable-rules has to be compiled." >&2; \
  echo "Install one (Debian and Ubuntu: apt-get install build-essential python3-dev; Fedora: dnf install gcc python3-devel; macOS: xcode-select --install) and run make again." >&2; \
  exit 2; \
fi; \
if ! $(BIN)/python -c 'import os, sys, sysconfig; sys.exit(not os.path.exists(os.path.join(sysconfig.get_path("include"), "Python.h")))'; then \
  echo "The headers of Python are missing (Python.h), and durable-rules has to be compiled." >&2; \
  echo "Install them (Debian and Ubuntu: apt-get install python3-dev; Fedora: dnf install python3-devel) and run make again." >&2; \
  exit 2; \
fi
endef

$(VENV)/.made:
	@$(FIND_PYTHON); echo "Making $(VENV) with $$("$$found" -V)"; "$$found" -m venv --clear $(VENV)
	@touch $@

$(VENV)/.durable: $(VENV)/.made
	@$(BIN)/python -c 'import durable_rules_engine' 2>/dev/null || { $(NEEDS_COMPILER); \
	  if $(BIN)/python -c 'import sys; sys.exit(sys.version_info < (3, 13))'; then \
	    CPPFLAGS="-DPyEval_CallObject=PyObject_CallObject $$CPPFLAGS" $(BIN)/python -m pip install -q --no-cache-dir --no-binary durable-rules 'durable-rules>=2.0.28,<3'; \
	  else \
	    $(BIN)/python -m pip install -q 'durable-rules>=2.0.28,<3'; \
	  fi; }
	@touch $@

$(VENV)/.run: $(VENV)/.durable $(DEPS)
	$(BIN)/python -m pip install -q -e .
	@touch $@

$(VENV)/.test: $(VENV)/.durable $(DEPS)
	$(BIN)/python -m pip install -q -e '.[test]'
	@touch $@ $(VENV)/.run

$(VENV)/.lint: $(VENV)/.durable $(DEPS)
	$(BIN)/python -m pip install -q -e '.[test,lint]'
	@touch $@ $(VENV)/.test $(VENV)/.run

$(VENV)/.bench: $(VENV)/.durable $(DEPS)
	$(BIN)/python -m pip install -q -e '.[test,bench]'
	@touch $@ $(VENV)/.test $(VENV)/.run
