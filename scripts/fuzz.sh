#!/usr/bin/env bash
# Builds the libFuzzer targets of tests/fuzz/ and runs each for FUZZ_SECONDS (60)
# or, where FUZZ_RUNS is given, for that many executions. What was found worth
# keeping stays in build/fuzz-corpus/ for the next run; an input that broke a
# promise is written to build/fuzz-findings/ and fails the command.
#   scripts/fuzz.sh [TARGET…]
set -euo pipefail
cd "$(dirname "$0")/.."
seeds=build/fuzz-seeds
corpus=build/fuzz-corpus
findings=build/fuzz-findings

scripts/cmake-build.sh fuzz fuzz_targets hyphenation_packs
mkdir -p "$findings"
node scripts/fuzz-seeds.mjs "$seeds"

if [ $# -eq 0 ]; then
  for source in tests/fuzz/*_fuzz.cpp; do set -- "$@" "$(basename "$source" .cpp)"; done
fi
# No stack is kept for each allocation: an execution takes half as long.
export ASAN_OPTIONS=malloc_context_size=0:quarantine_size_mb=4
limit=(-max_total_time="${FUZZ_SECONDS:-60}")
[ -z "${FUZZ_RUNS:-}" ] || limit=(-runs="$FUZZ_RUNS")

for target in "$@"; do
  options=(-max_len=1024)
  case $target in
    read_document_fuzz) options+=(-dict=tests/fuzz/json.dict) ;;
    # Few bytes make a large article.
    article_html_fuzz) options=(-max_len=48) ;;
    hyphenation_fuzz) options=() ;;  # As long as the packs.
    read_html_fuzz) options=(-max_len=256 -dict=tests/fuzz/html.dict) ;;
  esac
  mkdir -p "$corpus/$target" "$seeds/$target"
  log=build/fuzz/$target.log
  if ! "build/fuzz/tests/fuzz/$target" "${limit[@]}" "${options[@]}" -seed=1 -timeout=60 \
      -print_final_stats=1 -artifact_prefix="$findings/$target-" \
      "$corpus/$target" "$seeds/$target" >"$log" 2>&1; then
    tail -n 30 "$log" >&2
    printf '[fuzz] %s: a finding; the whole log is in %s\n' "$target" "$log" >&2
    exit 1
  fi
  printf '[fuzz] %-20s %11s executions, %s a second\n' "$target" \
    "$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")" \
    "$(sed -n 's/^stat::average_exec_per_sec: *//p' "$log")" >&2
done
