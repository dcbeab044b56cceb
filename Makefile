# Two commands for everybody: `make refresh` (set up, run the main job) and `make test` (set up, run all tests).
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/ready
export DO_NOT_TRACK := 1
export PYTHONDONTWRITEBYTECODE :=

.PHONY: refresh test check lint-sql demo dagster fuzz bench bench-province lock clean help

refresh: $(READY)  ## set up, then read what departments sent (or the sample zone) and publish a release
	@$(BIN)/taizhang refresh --or-sample

test: $(READY)  ## set up, then run all tests
	@sh .ci/browser
	@$(BIN)/python -m pytest -n 2 $(ARGS)

check: $(READY)  ## style, types, import rules, derived files (SQL style takes minutes: `make lint-sql`)
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .
	@$(BIN)/mypy & types=$$!; $(BIN)/lint-imports && $(BIN)/taizhang generate --check && $(BIN)/taizhang rules --lint; \
		others=$$?; wait $$types && exit $$others

demo: export TAIZHANG_HOME := $(CURDIR)/var/demo
demo: $(READY)  ## the portal with the sample zone and one person per role; one-time passwords are printed
	@$(BIN)/taizhang refresh --or-sample
	@$(BIN)/taizhang people sample
	@$(BIN)/taizhang serve $(ARGS)

lint-sql: $(READY)  ## SQL style of everything written by hand
	@$(BIN)/sqlfluff lint --processes 2 --disable-progress-bar dbt_project/models/intermediate dbt_project/models/marts \
		dbt_project/models/indicators dbt_project/models/quality

dagster: $(READY)  ## the schedule (02:00), the inbox sensor and Dagster's pages, on this machine only
	@DAGSTER_HOME="$$($(BIN)/python -m orchestration.night.instance)" \
		$(BIN)/dagster dev -h 127.0.0.1 -p 3333 -m orchestration.definitions

fuzz: $(READY)  ## damaged and messy workbooks at random, ten minutes (FUZZ_SECONDS=600)
	@$(BIN)/python -m tests.fuzz.mutate --seconds $(or $(FUZZ_SECONDS),600)
	@$(BIN)/python -m pytest tests/fuzz -q --hypothesis-profile=fuzz

bench: $(READY)  ## the benchmarks, printed as ratios of one run
	@$(BIN)/python bench/run.py

bench-province: $(READY)  ## large nights: ZONES=50 WORKBOOKS=5000 FACT_ROWS=50000000 (hours, and some 50 GB of disk)
	@$(BIN)/python -m bench.province --zones $(or $(ZONES),50) --workbooks $(or $(WORKBOOKS),5000) --fact-rows $(or $(FACT_ROWS),0)

lock:  ## resolve pyproject.toml again into requirements.lock (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
		--extra dev pyproject.toml -o requirements.lock

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "台账需要 Python 3.11 或更高版本；请用 make PYTHON=python3.12 指定。")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "正在安装依赖（首次约需几分钟）…"
	@# The lock is complete, so no resolver is asked (pip refuses gql[requests] beside the pinned gql).
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --no-compile -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q -j 0 $(VENV)/lib sources expectations orchestration portal >/dev/null || true
	@touch $(READY)

clean:  ## remove what set-up and runs made (not the inbox)
	rm -rf $(VENV) dbt_project/target dbt_project/logs

help:
	@grep -E '^[a-z]+:.*##' Makefile | sed 's/:.*##/\t/'
