#!/usr/bin/env bash
# Installs what the build and the tests need and this machine lacks: Debian
# packages (as root only; otherwise prints the one command to run) and the npm
# packages of package-lock.json. Does nothing, quickly, when all is there.
#
#   scripts/setup.sh build    what `make build` and `make demo` need
#   scripts/setup.sh test     that and what `make test` needs
#   scripts/setup.sh fuzz     that and what `make fuzz` needs
set -euo pipefail
cd "$(dirname "$0")/.."
purpose=${1:-build}

say() { printf '[set-up] %s\n' "$*" >&2; }

have() { command -v "$1" >/dev/null 2>&1; }
have_header() {
  local folder
  for folder in /usr/include /usr/local/include; do
    [ ! -e "$folder/$1" ] || return 0
  done
  return 1
}
have_chromium() {
  [ -n "${BROADSHEET_CHROMIUM:-}" ] || have chromium || have chromium-browser || have google-chrome
}

have_firefox() {
  [ -n "${BROADSHEET_FIREFOX:-}" ] || have firefox-esr || have firefox
}
have_webkit() {
  have WebKitWebDriver && { [ -n "${BROADSHEET_MINIBROWSER:-}" ] || compgen -G "/usr/lib*/**/webkit2gtk-4.1/MiniBrowser" >/dev/null; }
}

have_fuzzer() {
  have clang++ && compgen -G "$(clang++ -print-resource-dir)/lib/*/libclang_rt.fuzzer*" >/dev/null
}

missing=()   # Debian packages
needed=()    # the same, for people on other systems
need() { missing+=("$1"); needed+=("$2"); }

have node && have npm || need "nodejs npm" "Node.js 18 or later, with npm"
have emcc || [ -n "${EMSDK:-}" ] || need emscripten "Emscripten 3.1.6 or later (emcc on the PATH, or EMSDK set)"
have_header nlohmann/json.hpp || need nlohmann-json3-dev "nlohmann_json 3.11 or later"
have cmake || need cmake "CMake 3.25 or later"
have ninja || need ninja-build "Ninja"
if [ "$purpose" != build ]; then
  have c++ || need g++ "a C++20 compiler with sanitizers (g++ 12, clang 14, or later)"
  have_header catch2/catch.hpp || have_header catch2/catch_test_macros.hpp || need catch2 "Catch2 2.13 or 3"
  have clang-format || need clang-format "clang-format"
  have clang-tidy || need clang-tidy "clang-tidy"
  have_chromium || need chromium "Chromium (on the PATH, or its file in BROADSHEET_CHROMIUM)"
  have_firefox || need firefox-esr "Firefox (on the PATH, or its file in BROADSHEET_FIREFOX)"
  have_webkit || need "webkit2gtk-driver libwebkit2gtk-4.1-0" "WebKitGTK 4.1 with WebKitWebDriver and MiniBrowser"
  have Xvfb || need "xvfb xauth" "Xvfb"
  have dbus-run-session || need dbus "D-Bus"
  if [ -e /etc/debian_version ]; then
    [ -n "$(fc-list 'Liberation Serif' 2>/dev/null)" ] || need "fonts-liberation fontconfig" "the Liberation fonts"
  fi
fi

if [ "$purpose" = fuzz ]; then
  have clang++ || need clang "clang 14 or later"
  have_fuzzer || need "libclang-rt-14-dev" "clang's own libFuzzer and sanitizers (compiler-rt)"
fi

if [ ${#missing[@]} -gt 0 ]; then
  install="apt-get install -y --no-install-recommends ${missing[*]}"
  if ! have apt-get; then
    say "this machine lacks:"
    printf '  - %s\n' "${needed[@]}" >&2
    say "install them, then run the same command again"
    exit 1
  elif [ "$(id -u)" != 0 ]; then
    say "this machine lacks: ${missing[*]}"
    say "run this, then the same command again:"
    printf '  sudo apt-get update && sudo %s\n' "$install" >&2
    exit 1
  fi
  say "installing Debian packages: ${missing[*]}"
  log=$(mktemp)
  # shellcheck disable=SC2086
  if ! { apt-get update && DEBIAN_FRONTEND=noninteractive $install; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    say "that failed; the whole log is in $log"
    exit 1
  fi
  rm -f "$log"
fi

if [ ! -e node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
  say "installing npm packages"
  npm ci --no-progress --loglevel=error >&2
  touch node_modules/.package-lock.json
fi
