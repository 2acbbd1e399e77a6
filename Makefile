PYTHON := $(firstword $(wildcard .venv/bin/python) python3)
run:
	@$(PYTHON) .ci/set_up.py run
