# run: the window (without a display: a tour of it)   test: every check and test   check: all but the tests
# bench: the benchmarks. Each sets up what it needs; the second time that costs nothing.
python := .venv/bin/python
places := src tests packaging
nobody := $(shell test "$$(id -u)" = 0 && echo QTWEBENGINE_DISABLE_SANDBOX=1) # Qt: the web view's sandbox refuses root
offscreen := QT_QPA_PLATFORM=offscreen $(nobody)
screenless := $(shell test "$$(uname -s)" = Linux -a -z "$$DISPLAY$$WAYLAND_DISPLAY" && echo yes)

.PHONY: run tour test check bench

ifeq ($(screenless),yes)
run: tour
else
run: .venv/ready
	$(python) -m deskeditor
endif

tour: .venv/ready
	$(offscreen) $(python) -m deskeditor tour --out build/tour

test: check
	$(offscreen) $(python) -m pytest -n 2

check: .venv/ready
	.venv/bin/ruff format --check $(places)
	.venv/bin/ruff check $(places)
	.venv/bin/mypy
	.venv/bin/lint-imports

bench: .venv/ready
	@failed=0; for file in tests/perf/bench_*.py; do \
		name=$$(basename $$file .py); echo "== $$name"; \
		$(offscreen) $(python) -m tests.perf.$$name || failed=1; \
	done; exit $$failed

.venv/ready: uv.lock pyproject.toml packaging/set-up packaging/linux/libraries
	@packaging/set-up
