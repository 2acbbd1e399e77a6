# Finds a Python of 3.11 or newer; everything else happens in .venv, which .ci/set_up.py makes once.
new_enough = $(shell $(1) -c 'import sys; print("$(1)") if sys.version_info >= (3, 11) else None' 2>/dev/null)
PYTHON := $(or $(call new_enough,python3),$(call new_enough,python3.13),$(call new_enough,python3.12),$(call \
	new_enough,python3.11),$(call new_enough,python3.14))
IN := .venv/bin
ON_A_DISPLAY := $(IN)/python .ci/with_display.py
PAGE_TESTS := tests/page tests/page_file tests/sheets tests/gallery
# Windows on a shared screen take the keyboard from one another: each process of tests has a screen of its own.
AT_ONCE := --no-print-directory --keep-going --jobs 3 $(if $(filter output-sync,$(.FEATURES)),--output-sync)

.DEFAULT_GOAL := help
.PHONY: help run test test-window test-pages test-window-pyqt5 check bench gallery lock clean set-up-%

help: ## list what make can do
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: set-up-run ## set up once and open the atlas (without a display: draw it into snapshots/)
	@if [ "$$(uname)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		echo "No display here, so the atlas is drawn instead:"; \
		mkdir -p snapshots && \
		$(IN)/irel-atlas snapshot --out snapshots/atlas.png && echo "  $(CURDIR)/snapshots/atlas.png" && \
		$(IN)/irel-atlas snapshot --out snapshots/atlas.pdf && echo "  $(CURDIR)/snapshots/atlas.pdf"; \
	else $(IN)/irel-atlas open; fi

test: set-up-test ## set up with Xvfb and a second engine (PyQt5), and run every test
	$(IN)/python -m pytest --quiet --doctest-modules geodata resources desktop --ignore=geodata/making
	QT_QPA_PLATFORM=offscreen $(IN)/python -m pytest --numprocesses 2 --quiet \
		$(patsubst %,--ignore=%,$(PAGE_TESTS) tests/end_to_end)
	$(MAKE) $(AT_ONCE) test-window test-pages test-window-pyqt5

test-window:
	$(ON_A_DISPLAY) $(IN)/python -m pytest --quiet tests/end_to_end

test-pages:
	$(ON_A_DISPLAY) $(IN)/python -m pytest --quiet $(PAGE_TESTS)

test-window-pyqt5:
	QT_API=pyqt5 $(ON_A_DISPLAY) .venv-pyqt5/bin/python -m pytest --quiet tests/end_to_end

check: set-up-check ## ruff, pyright, import rules, and what is inside the wheel
	$(IN)/ruff check
	$(IN)/ruff format --check
	$(IN)/pyright
	$(IN)/lint-imports
	rm -rf dist && $(IN)/hatchling build -t wheel
	$(IN)/check-wheel-contents dist

bench: set-up-test ## measure the start, a year step, a zoom step, memory and the sheets
	$(ON_A_DISPLAY) $(IN)/python tests/bench/measure.py

gallery: set-up-test ## drive the real window and write pictures of it into gallery/
	$(ON_A_DISPLAY) $(IN)/python tests/gallery/draw.py gallery

lock: set-up-check ## pin every dependency again (UPGRADE=1: to the newest)
	$(IN)/python .ci/lock.py $(if $(UPGRADE),--upgrade)

clean: ## remove everything that make made
	rm -rf .venv .venv-pyqt5 .cache dist snapshots gallery .pytest_cache .ruff_cache .import_linter_cache .hypothesis

set-up-%:
	@test -n "$(PYTHON)" || { echo "The atlas needs Python 3.11 or newer; none was found (tried python3, python3.11 to 3.14)."; exit 1; }
	@$(PYTHON) .ci/set_up.py $*
