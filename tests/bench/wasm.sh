#!/usr/bin/env bash
# The hyphenation and line-break benchmarks as WebAssembly, in Node.js.
#   tests/bench/wasm.sh PACK WORDS TEXT
set -euo pipefail
cd "$(dirname "$0")/../.."
[ ! -d /usr/share/nodejs ] || export NODE_PATH="/usr/share/nodejs${NODE_PATH:+:$NODE_PATH}"
out=$(mktemp -d)   # Outside the package, whose .js files are modules.
trap 'rm -rf "$out"' EXIT
for bench in hyphenation unicode; do
  emcc -std=c++20 -O3 -flto -fno-exceptions -fno-rtti -DNDEBUG -Isrc -Itests/bench \
    src/base/*.cpp src/unicode/*.cpp src/hyphenation/*.cpp "tests/bench/${bench}_bench.cpp" \
    -sNODERAWFS=1 -sALLOW_MEMORY_GROWTH=1 -o "$out/$bench.js"
done
# CPU time where Emscripten reads a clock: wall time on a shared machine is noise.
cat >"$out/cpu-clock.cjs" <<'JS'
process.hrtime = () => {
  const { user, system } = process.cpuUsage();
  const microseconds = user + system;
  return [Math.floor(microseconds / 1e6), (microseconds % 1e6) * 1e3];
};
JS
# Emscripten 3.1.6 would fetch a path, which Node.js refuses.
node=(node --no-experimental-fetch --require "$out/cpu-clock.cjs")
"${node[@]}" "$out/hyphenation.js" "$1" "$2"
"${node[@]}" "$out/unicode.js" "$3"
