#!/usr/bin/env bash
# Formatting, clang-tidy, TypeScript's types and style: all that reads the
# sources without running them.
set -euo pipefail
cd "$(dirname "$0")/.."

printf '[lint] clang-format\n' >&2
git ls-files 'src/*.h' 'src/*.cpp' 'wasm/*.cpp' 'tests/*.h' 'tests/*.cpp' |
  grep -v '/generated_' | xargs clang-format --dry-run -Werror

printf '[lint] biome\n' >&2
npx biome check --error-on-warnings .

printf '[lint] tsc\n' >&2
npx tsc --noEmit

printf '[lint] clang-tidy\n' >&2
scripts/cmake-build.sh tidy broadsheet
