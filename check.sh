#!/usr/bin/env bash
# Everything that has to hold before a change lands, cheapest first. The continuous integration runs the same script.
#
#   ./check.sh          all of it
#   ./check.sh fast     without the release build and the tests in a real window
#
# On Debian and Ubuntu it installs what the tests need; elsewhere it names what is missing.
# Build results go to the cache folder, not into the clone; set CARGO_TARGET_DIR for another place.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

readonly TYPOS_VERSION=1.52.0
readonly CACHE="${XDG_CACHE_HOME:-$HOME/.cache}/mainspring"
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$CACHE/target}"
export CARGO_TERM_COLOR="${CARGO_TERM_COLOR:-auto}"
readonly LOG="$CACHE/check.log"
mkdir -p "$CACHE"
tests_run=0
current="start"
trap 'echo "check.sh: failed in: $current" >&2' ERR

# step NAME COMMAND…: runs one check, with its name before and its seconds after.
step() {
  current=$1
  local begin=$SECONDS
  shift
  printf '\n== %s\n' "$current"
  "$@"
  printf -- '-- %s: %d s\n' "$current" $((SECONDS - begin))
}

# Debian package and the command or library file that shows it is there (for systems with other packages).
readonly NEEDED=(
  "gcc cc" "g++ c++" "python3 python3" "xvfb Xvfb" "dbus dbus-daemon" "dbus-bin dbus-monitor" "dunst dunst" "xdotool xdotool"
  "x11-utils xwininfo" "imagemagick import" "openbox openbox" "wmctrl wmctrl" "strace strace" "faketime faketime"
  "libgl1 libGL.so.1" "libegl1 libEGL.so.1" "libgl1-mesa-dri -" "mesa-vulkan-drivers -" "libvulkan1 libvulkan.so.1"
  "libx11-6 libX11.so.6" "libx11-xcb1 libX11-xcb.so.1" "libxcursor1 libXcursor.so.1" "libxi6 libXi.so.6"
  "libxrandr2 libXrandr.so.2" "libxkbcommon0 libxkbcommon.so.0" "libxkbcommon-x11-0 libxkbcommon-x11.so.0"
  "libfontconfig1 libfontconfig.so.1" "chromium chromium"
)

debian_packages() {
  local missing=() entry
  for entry in "${NEEDED[@]}"; do
    dpkg-query -W -f '${Status}' "${entry% *}" 2>/dev/null | grep -q 'ok installed' && continue
    # A compiler or Python that did not come as a package is as good.
    [[ ${entry#* } != *.so.* && ${entry#* } != - ]] && command -v "${entry#* }" >/dev/null && continue
    missing+=("${entry% *}")
  done
  python3 -c 'import venv, ensurepip' 2>/dev/null || missing+=(python3-venv)
  if [ ${#missing[@]} -eq 0 ]; then
    echo "nothing to install"
    return
  fi
  local root=()
  [ "$(id -u)" = 0 ] || root=(sudo)
  echo "installing ${missing[*]}"
  "${root[@]}" apt-get update -q
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
}

named_packages() {
  local missing=() entry need
  for entry in "${NEEDED[@]}"; do
    need=${entry#* }
    case $need in
      -) ;;
      *.so.*) { ldconfig -p 2>/dev/null || true; } | grep -q "$need" || missing+=("$need") ;;
      *) command -v "$need" >/dev/null || missing+=("$need") ;;
    esac
  done
  [ ${#missing[@]} -eq 0 ] && return
  echo "the tests in a real window need, and this system lacks: ${missing[*]}" >&2
  echo "(Debian's packages: ${NEEDED[*]%% *})" >&2
  return 1
}

packages() {
  if [ "$(uname -s)" != Linux ]; then
    echo "not Linux: the tests in a real window are left out"
  elif [ -r /etc/debian_version ] && command -v apt-get >/dev/null; then
    debian_packages
  else
    named_packages
  fi
}

spelling() {
  local typos="$CACHE/typos-$TYPOS_VERSION"
  if [ ! -x "$typos/bin/typos" ]; then
    rm -rf "$typos"
    python3 -m venv "$typos"
    "$typos/bin/pip" install -q --disable-pip-version-check "typos==$TYPOS_VERSION"
  fi
  "$typos/bin/typos"
}

workflow_files() {
  local scripts=(check.sh .ci/run scripts/*.sh packaging/*/*.sh) script
  for script in "${scripts[@]}"; do bash -n "$script"; done
  if command -v shellcheck >/dev/null; then shellcheck "${scripts[@]}"; fi
  if command -v desktop-file-validate >/dev/null; then desktop-file-validate packaging/linux/*.desktop; fi
  if command -v appstreamcli >/dev/null; then appstreamcli validate --no-net packaging/linux/*.metainfo.xml; fi
}

docs() { RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps --lib --quiet; }

# counted COMMAND…: runs a test runner, shows all it says, and adds up the tests it says it ran.
counted() {
  "$@" 2>&1 | tee "$LOG"
  local run
  run=$(sed 's/\x1b\[[0-9;]*m//g' "$LOG" |
    awk '/^ *Summary \[/ { for (i = 2; i <= NF; i++) if ($i ~ /^tests?$/) n += $(i - 1) }
         /^test result:/ { n += $4 + $6 } END { print n + 0 }')
  tests_run=$((tests_run + run))
}

tests() {
  if command -v cargo-nextest >/dev/null; then
    counted cargo nextest run --locked --no-tests=fail
    counted cargo test --locked --doc --quiet
  else
    counted cargo test --locked
  fi
}

release_build() { cargo build --locked --release; }

window_tests() {
  export MAINSPRING_BIN="$CARGO_TARGET_DIR/release/mainspring"
  if command -v cargo-nextest >/dev/null; then
    counted cargo nextest run --locked --profile window --no-tests=fail --run-ignored only --test window --test browser
  else
    counted cargo test --locked --test window --test browser -- --ignored --test-threads 4
  fi
}

# What a test expects of a year, and of a forecast, is worked out by scripts apart from the code: it is still what they say.
year_tables() { python3 scripts/expected-year.py --check && python3 scripts/expected-forecast.py --check; }

# The fuzz target is a crate of its own, so that the app does not build its parts: here it only has to compile.
fuzz_target() { cargo check --locked --quiet --manifest-path fuzz/Cargo.toml --target-dir "$CARGO_TARGET_DIR/fuzz"; }

dependencies() {
  scripts/licences.sh --check
  if command -v cargo-deny >/dev/null; then
    cargo deny --locked check bans licenses sources
    echo "advisories need the network: left out, see .github/workflows/ci.yml"
  else
    echo "cargo-deny is not installed: left out (cargo install --locked cargo-deny)"
  fi
}

step "packages" packages
step "spelling" spelling
step "scripts and desktop files" workflow_files
step "tables of the year" year_tables
step "format" cargo fmt --check
step "dependencies" dependencies
step "clippy" cargo clippy --locked --all-targets --quiet -- -D warnings
step "documentation" docs
step "fuzz target" fuzz_target
step "tests" tests
if [ "${1:-all}" != fast ]; then
  step "release build" release_build
  if [ "$(uname -s)" = Linux ]; then step "tests in a real window" window_tests; fi
fi

printf '\n%d tests ran in %d s.\n' "$tests_run" "$SECONDS"
echo "All checks passed."
