#!/usr/bin/env bash
# Installs a release build for the current user, or under PREFIX (default ~/.local).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
prefix="${PREFIX:-$HOME/.local}"
id=io.github.mainspring_app.Mainspring
cargo build --locked --release
install -Dm755 "${CARGO_TARGET_DIR:-target}/release/mainspring" "$prefix/bin/mainspring"
install -Dm644 "packaging/linux/$id.desktop" "$prefix/share/applications/$id.desktop"
install -Dm644 "packaging/linux/$id.svg" "$prefix/share/icons/hicolor/scalable/apps/$id.svg"
install -Dm644 "packaging/linux/$id.metainfo.xml" "$prefix/share/metainfo/$id.metainfo.xml"
echo "installed to $prefix; run $prefix/bin/mainspring"
