#!/usr/bin/env bash
# Compares break_optimal under TeX's parameters with LuaTeX, break for break.
#   luatex_breaks.sh PROGRAM FOLDER     (PROGRAM: the luatex_breaks target)
# Ends with 77, which CTest reports as skipped, where luatex is not installed.
set -euo pipefail
program=$1
folder=$2
here=$(cd "$(dirname "$0")" && pwd)

if ! command -v luatex >/dev/null 2>&1; then
  echo "skipped: no luatex (Debian: texlive-luatex)"
  exit 77
fi

mkdir -p "$folder"
export BROADSHEET_PARAGRAPHS=$folder/paragraphs.txt
export BROADSHEET_ANSWERS=$folder/answers.txt
export BROADSHEET_SCRIPT=$here/luatex_breaks.lua
"$program" write "$BROADSHEET_PARAGRAPHS"
# The primitives are enough: no format, no fonts.
luatex --ini --interaction=batchmode --output-directory="$folder" \
  "$here/luatex_breaks.tex" >"$folder/luatex.out" 2>&1 || {
  cat "$folder/luatex.out" >&2
  exit 1
}
"$program" compare "$BROADSHEET_PARAGRAPHS" "$BROADSHEET_ANSWERS"
