# make demo   build, then serve the demo page until Ctrl-C
# make test   everything that must hold
# make build  dist/
# make help   the rest
#
# Every target installs what it needs first (scripts/setup.sh).

BUILD := build

.PHONY: help build demo test fuzz bench size lint format clean \
        setup setup-test setup-fuzz native wasm test-native test-web

help:
	@sed -n 's/^# //p' Makefile

setup:
	@scripts/setup.sh build

setup-test:
	@scripts/setup.sh test

setup-fuzz:
	@scripts/setup.sh fuzz

wasm: setup
	@scripts/cmake-build.sh wasm

native: setup-test
	@scripts/cmake-build.sh sanitized

build: wasm
	@node scripts/build.mjs

demo: build
	@node scripts/serve.mjs

# make lint       formatting, clang-tidy, TypeScript's types and style
lint: setup-test
	@scripts/lint.sh

# make format     rewrite the sources in the house format
format: setup-test
	@git ls-files 'src/*.h' 'src/*.cpp' 'wasm/*.cpp' 'tests/*.h' 'tests/*.cpp' | grep -v '/generated_' | xargs clang-format -i
	@npx biome check --write --log-level=warn .

test-native: native
	@ctest --test-dir $(BUILD)/sanitized --output-on-failure

# make test-web   the module in Node and the widget in real browsers
test-web: build setup-test
	@scripts/cmake-build.sh wasm typeset_lines
	@scripts/cmake-build.sh sanitized typeset_lines
	@node scripts/test-web.mjs

test: setup-test
	@$(MAKE) --no-print-directory lint
	@$(MAKE) --no-print-directory test-native
	@$(MAKE) --no-print-directory test-web

# make fuzz       search for inputs that break a promise: FUZZ_SECONDS=60 a target
fuzz: setup-fuzz
	@scripts/fuzz.sh

# make bench      speed and memory, natively and in WebAssembly; quality of set pages
bench: build setup-test
	@scripts/cmake-build.sh release benches hyphenation_packs
	@node scripts/bench.mjs

# make size       what a page loads, in bytes, against the budget
size: build
	@node scripts/size.mjs

# make clean      remove what was built
clean:
	rm -rf $(BUILD) dist
