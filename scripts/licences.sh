#!/usr/bin/env bash
# Writes assets/licences.txt: name, version and licence of every crate that can be inside the program, on any system.
#
#   scripts/licences.sh           writes the file
#   scripts/licences.sh --check   fails when the file is out of date
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

list() {
  echo "# Crates inside Mainspring: name, version, licence. Written by scripts/licences.sh."
  cargo metadata --locked --format-version 1 | python3 -c '
import json, sys
data = json.load(sys.stdin)
nodes = {node["id"]: node for node in data["resolve"]["nodes"]}
todo, seen = [data["resolve"]["root"]], set()
while todo:
    id = todo.pop()
    if id in seen:
        continue
    seen.add(id)
    todo += [dep["pkg"] for dep in nodes[id]["deps"] if any(kind["kind"] is None for kind in dep["dep_kinds"])]
crates = [package for package in data["packages"] if package["id"] in seen and package["source"]]
for package in sorted(crates, key=lambda package: (package["name"], package["version"])):
    print(package["name"], package["version"], "·", " ".join((package["license"] or "see the crate").replace("/", " OR ").split()))
'
}

if [ "${1:-}" = --check ]; then
  list | diff -u assets/licences.txt - || { echo "assets/licences.txt is out of date: run scripts/licences.sh" >&2; exit 1; }
else
  list >assets/licences.txt.new
  mv assets/licences.txt.new assets/licences.txt
fi
