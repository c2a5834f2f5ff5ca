# Two commands are enough: `make run` and `make test`. Everything here is also written without make in README.md.

.DEFAULT_GOAL := help
.PHONY: help run run-public test check build publish site demo bench lighthouse clean
MAKEFLAGS += --no-builtin-rules

PORT ?= 8501
JOBS ?= 2
ARGS ?=
SITE ?= data/webbplats

# Prints the version of a Python that is new enough, and nothing for one that is not.
NEW_ENOUGH := import sys; sys.version_info < (3, 11) and sys.exit(1); print("%d.%d" % sys.version_info[:2])
ifndef PYTHON
PYTHON := $(shell for name in python3 python3.13 python3.12 python3.11 python; do \
    "$$name" -c '$(NEW_ENOUGH)' >/dev/null 2>&1 && echo "$$name" && break; done)
endif
VERSION := $(shell "$(PYTHON)" -c '$(NEW_ENOUGH)' 2>/dev/null)
PY := .venv/bin/python

# A stamp is as old as the last finished installation. The version is in its name: a new Python makes a new .venv.
CAN_RUN := .venv/installed-run-$(VERSION)
CAN_TEST := .venv/installed-test-$(VERSION)
PIP := $(PY) -m pip install --quiet --disable-pip-version-check --no-input --require-hashes

define need_venv
	@test -n "$(VERSION)" || { \
	    echo "Löfteskollen behöver Python 3.11 eller nyare, men hittar ingen sådan." >&2; \
	    echo "Hämta den på https://www.python.org/downloads/ eller, i Debian och Ubuntu: apt-get install python3 python3-venv" >&2; \
	    echo "Heter den något annat än python3: make $(MAKECMDGOALS) PYTHON=/sökväg/till/python" >&2; exit 1; }
	@$(PY) -c 'import pip, sys; sys.exit("%d.%d" % sys.version_info[:2] != "$(VERSION)")' >/dev/null 2>&1 || { \
	    echo "Gör en egen Python-miljö i .venv (Python $(VERSION)) …"; \
	    "$(PYTHON)" -m venv --clear .venv || { \
	        echo "Miljön kunde inte göras. I Debian och Ubuntu saknas ofta paketet python3-venv: apt-get install python3-venv" >&2; \
	        exit 1; }; }
endef

help:
	@echo "Löfteskollen: gjorde vi det vi lovade, och blev det bättre?"
	@echo
	@echo "  make run     visa Löfteskollen på http://localhost:$(PORT) (installerar och bygger databasen om den saknas)"
	@echo "  make run-public  visa bara det som är publicerat, på http://localhost:8502 (publicerar om inget är det)"
	@echo "  make test    prova att allt håller, även i webbläsare"
	@echo
	@echo "  make build   läs in data/ på nytt och bygg databasen; den gamla visas tills den nya är klar"
	@echo "  make publish publicera: en öppen databas och öppna data med bara det som alla får se"
	@echo "  make site    skriv det publicerade som en webbplats av vanliga filer i $(SITE) (publicerar om inget är det)"
	@echo "  make demo    skriv uppgifterna för den påhittade kommunen Exempelköping i data/demo"
	@echo "  make check   granska koden: stil (ruff) och typer (mypy)"
	@echo "  make bench   simulera regeln, mät byggen och besök, och låt skärmvisningen gå i dagar"
	@echo "  make lighthouse granska webbplatsen med Lighthouse (behöver Node 20 eller nyare och Chromium)"
	@echo "  make clean   ta bort .venv och mellanlagrade filer; databaserna och dina uppgifter rörs inte"
	@echo
	@echo "  Annan port: make run PORT=8600. Några prov: make test ARGS='-k forum'. En egen databasmapp: LOFTESKOLLEN_DB."

# Builds the database on a fresh machine.
BUILD_FIRST := test -f "$${LOFTESKOLLEN_DB:-data/db}/current" || { \
    echo "Det finns ingen databas än. Bygger den …"; $(PY) -m etl demo && $(PY) -m etl build; }

# And publishes it.
PUBLISH_FIRST := test -f "$${LOFTESKOLLEN_PUBLIC_DB:-data/public}/current" || { { $(BUILD_FIRST); } && \
    echo "Inget är publicerat än. Publicerar …" && $(PY) -m etl publish; }

run: $(CAN_RUN)
	@$(BUILD_FIRST)
	@echo "Löfteskollen visas på http://localhost:$(PORT) (avsluta med Ctrl+C)"
	@exec $(PY) -m streamlit run dashboard.py --server.port $(PORT)

# The published database is all that this server can open; the internal screens do not exist in it.
run-public: PORT = 8502
run-public: $(CAN_RUN)
	@$(PUBLISH_FIRST)
	@echo "Det som är publicerat visas på http://localhost:$(PORT) (avsluta med Ctrl+C)"
	@LOFTESKOLLEN_PUBLIC=1 exec $(PY) -m uvicorn dashboard:app --port $(PORT) --no-server-header --no-access-log \
	    --ws-max-size 262144 --log-level warning

test: $(CAN_TEST)
	@$(PY) -m pytest -n $(JOBS) --dist loadfile --no-loadscope-reorder $(ARGS)

check: $(CAN_TEST)
	@$(PY) -m ruff check .
	@$(PY) -m mypy

build: $(CAN_RUN)
	@$(PY) -m etl build $(ARGS)

publish: $(CAN_RUN)
	@$(PY) -m etl publish $(ARGS)

site: $(CAN_RUN)
	@$(PUBLISH_FIRST)
	@$(PY) -m pages.documents site $(SITE) $(ARGS)

demo: $(CAN_RUN)
	@$(PY) -m etl demo $(ARGS)

bench: $(CAN_TEST)
	@$(PY) tests/benchmarks/simulate_rule.py
	@$(PY) tests/benchmarks/many_goals.py
	@$(PY) tests/benchmarks/run.py $(ARGS)
	@$(PY) tests/benchmarks/load.py
	@$(PY) tests/benchmarks/soak_display.py

lighthouse: $(CAN_TEST)
	@command -v npm >/dev/null || { echo "Lighthouse behöver Node och npm: https://nodejs.org" >&2; exit 1; }
	@$(PUBLISH_FIRST)
	@cd tests/lighthouse && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@$(PY) tests/lighthouse/run.py

clean:
	@rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(CAN_RUN): requirements.txt
	$(need_venv)
	@echo "Installerar paketen i requirements.txt (någon minut första gången) …"
	@$(PIP) -r requirements.txt
	@touch "$@"

$(CAN_TEST): requirements.txt requirements-test.txt
	$(need_venv)
	@echo "Installerar paketen i requirements-test.txt (någon minut första gången) …"
	@$(PIP) -r requirements-test.txt
	@touch "$(CAN_RUN)" "$@"
