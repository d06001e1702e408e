#!/usr/bin/env bash
# Measures the release binary beside gnome-pomodoro, in turn on the same machine, and prints one line a figure.
#
#   scripts/measure.sh [ROUNDS]     (3; about 10 minutes a round)
#
# Needs what check.sh installs, and Debian's gnome-shell-pomodoro for the peer; without it the ratios are left out.
# Software rendering, a display of its own, a session bus of its own.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

rounds="${1:-3}"
target="${CARGO_TARGET_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/mainspring/target}"
export CARGO_TARGET_DIR="$target"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
peer="$(command -v gnome-pomodoro || true)"

cargo build --locked --release --quiet
cargo build --locked --release --quiet --example make_data
binary="$target/release/mainspring"
"$target/release/examples/make_data" --years 1 "$work/year.ron"
"$target/release/examples/make_data" --years 20 "$work/twenty.ron"
mkdir "$work/home" "$work/peer"

# measure NAME HOME IDLE_SECONDS OPTION… -- COMMAND…: one run, added to the results; without idling only its start.
measure() {
  local name=$1 home=$2 idle=$3 settle=8
  shift 3
  if [ "$idle" = 0 ]; then settle=3; fi
  echo "measuring $name" >&2
  python3 scripts/measure_gui.py --name "$name" --home "$home" --no-warmup --runs 1 --settle "$settle" --idle "$idle" --wm openbox \
    --json "$work/results.json" "$@" >"$work/out" 2>&1 || cat "$work/out" >&2
}

ours() {
  local name=$1 idle=$2 data=$3
  shift 3
  measure "$name" "$work/home" "$idle" --before "cp $work/$data.ron {RUN}/data.ron" "$@"
}

hide='xdotool search --all --onlyvisible --class io.github.mainspring_app.Mainspring windowminimize'
start_peer='gdbus call --session --dest org.gnome.Pomodoro --object-path /org/gnome/Pomodoro --method org.gnome.Pomodoro.Start'
app=("$binary" --data '{RUN}/data.ron')

# The first start of each fills caches and is thrown away.
ours warm 0 year -- "${app[@]}"
if [ -n "$peer" ]; then measure warm "$work/peer" 0 -- "$peer"; fi
rm -f "$work/results.json"

for ((round = 1; round <= rounds; round++)); do
  echo "round $round of $rounds" >&2
  ours idle 60 year -- "${app[@]}"
  if [ -n "$peer" ]; then measure peer-idle "$work/peer" 60 -- "$peer"; fi
  ours running 60 year -- "${app[@]}" --start 25
  if [ -n "$peer" ]; then measure peer-running "$work/peer" 60 --after "$start_peer" -- "$peer"; fi
  ours hidden 60 year --after "$hide" -- "${app[@]}"
  ours hidden-running 60 year --after "$hide" -- "${app[@]}" --start 25
  # A single start says little: some take half as long again.
  for _ in 1 2 3 4 5; do
    ours start 0 year -- "${app[@]}"
    if [ -n "$peer" ]; then measure peer-start "$work/peer" 0 -- "$peer"; fi
    ours start-20-years 0 twenty -- "${app[@]}"
  done
done

python3 scripts/measure_report.py "$work/results.json" "$binary"
# Frames, load and save at 1 000 to 100 000 sessions; goals at 50 000: a frame under 16 ms, of a save only `snapshot` on the
# UI thread and under 5 ms, load under 500 ms.
cargo bench --locked --quiet --bench frames --bench file --bench records -- --max-time 2
