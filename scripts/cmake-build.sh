#!/usr/bin/env bash
# Configures (once) and builds one CMake preset, quietly unless something fails.
#   scripts/cmake-build.sh PRESET [TARGET…]
set -euo pipefail
cd "$(dirname "$0")/.."
preset=$1
shift

if [ "$preset" = wasm ]; then
  # Debian's Emscripten finds its JavaScript modules here.
  [ ! -d /usr/share/nodejs ] || export NODE_PATH="/usr/share/nodejs${NODE_PATH:+:$NODE_PATH}"
fi

folder=build/$preset
mkdir -p "$folder"
if [ ! -e "$folder/build.ninja" ]; then
  printf '[build] configuring %s\n' "$preset" >&2
  if ! cmake --preset "$preset" >"$folder/configure.log" 2>&1; then
    cat "$folder/configure.log" >&2
    rm -f "$folder/build.ninja"
    exit 1
  fi
fi
printf '[build] compiling %s\n' "$preset" >&2
cmake --build "$folder" "${@/#/--target=}" >"$folder/build.log" 2>&1 || {
  cat "$folder/build.log" >&2
  exit 1
}
