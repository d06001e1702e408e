#!/usr/bin/env bash
# Makes Mainspring.app from a release build; run on macOS. Signing is left to whoever publishes it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
cargo build --locked --release
app="${CARGO_TARGET_DIR:-target}/Mainspring.app"
rm -rf "$app"
mkdir -p "$app/Contents/MacOS" "$app/Contents/Resources"
cp packaging/macos/Info.plist "$app/Contents/"
cp "${CARGO_TARGET_DIR:-target}/release/mainspring" "$app/Contents/MacOS/"
set="$(mktemp -d)/mainspring.iconset"
mkdir "$set"
for size in 16 32 128 256 512; do
  qlmanage -t -s "$size" -o "$set" packaging/linux/io.github.mainspring_app.Mainspring.svg >/dev/null
  mv "$set/io.github.mainspring_app.Mainspring.svg.png" "$set/icon_${size}x${size}.png"
done
iconutil -c icns "$set" -o "$app/Contents/Resources/mainspring.icns"
echo "$app"
