#!/bin/bash
# Makes assets/fonts/ from the published packages: Inter (OFL) with tabular figures, and the Phosphor icons (MIT) the app
# uses. Needs npm and python3; everything else it installs into a temporary folder. Names of icons: the list below.
set -euo pipefail
cd "$(dirname "$0")/.."
out=$PWD/assets/fonts
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

cd "$tmp"
npm pack --silent @expo-google-fonts/inter@0.4.2 @phosphor-icons/web@2.1.2 >/dev/null
mkdir inter phosphor
tar xzf expo-google-fonts-inter-0.4.2.tgz -C inter
tar xzf phosphor-icons-web-2.1.2.tgz -C phosphor
python3 -m venv venv
venv/bin/pip install --quiet fonttools==4.60.1

mkdir -p "$out"
cp inter/package/LICENSE_FONT "$out/LICENSE-Inter.txt"
cp phosphor/package/LICENSE "$out/LICENSE-Phosphor.txt"
cat >icons.txt <<'NAMES'
spiral target chart-bar gift lamp users calendar-check gear play pause check plus minus x stop dots-three
pencil-simple trash arrow-counter-clockwise arrow-clockwise magnifying-glass keyboard folder-open warning info bell
bell-slash moon sun caret-left caret-right caret-up caret-down download-simple export scissors clock coffee flag archive
lock floppy-disk image file-svg arrow-right arrow-left question list heart note-pencil first-aid airplane bed table star
sparkle calendar calendar-blank user eye eye-slash copy upload-simple command caret-up-down hourglass
repeat dots-six-vertical arrow-up arrow-down trophy medal diamond lightbulb chat-circle link file-text file-csv
NAMES

venv/bin/python - "$out" <<'PY'
import re, sys
from fontTools import subset
from fontTools.ttLib import TTFont

out = sys.argv[1]

def ranges(*pairs):
    return [code for first, last in pairs for code in range(first, last + 1)]

# Latin, Latin Extended-A/B and Additional, Greek, Cyrillic, marks, punctuation, spaces, currency, arrows, mathematics.
TEXT = ranges(
    (0x20, 0x7E), (0xA0, 0x24F), (0x2B0, 0x2DD), (0x300, 0x328), (0x370, 0x3FF), (0x400, 0x491), (0x1E00, 0x1EFF),
    (0x2000, 0x203A), (0x2044, 0x2044), (0x2070, 0x208E), (0x20A0, 0x20BF), (0x2116, 0x2122), (0x2190, 0x2199),
    (0x2212, 0x2212), (0x221E, 0x221E), (0x2248, 0x2248), (0x2260, 0x2265), (0x25CB, 0x25CF), (0x2303, 0x2303),
    (0x2318, 0x2318), (0x2325, 0x2325), (0x21E7, 0x21E7),
)

def tabular(font):
    """Points the ten digits at the figures that the feature tnum would give."""
    gsub = font["GSUB"].table
    figures = {}
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for part in gsub.LookupList.Lookup[index].SubTable:
                    figures.update(getattr(part, "ExtSubTable", part).mapping)
    for table in font["cmap"].tables:
        for digit in range(0x30, 0x3A):
            if digit in table.cmap:
                table.cmap[digit] = figures.get(table.cmap[digit], table.cmap[digit])

def save(font, codes, target, features):
    options = subset.Options()
    options.layout_features = features
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.recalc_timestamp = False
    cut = subset.Subsetter(options)
    cut.populate(unicodes=codes)
    cut.subset(font)
    font.save(target)

for folder, name in [("400Regular", "Regular"), ("600SemiBold", "SemiBold")]:
    font = TTFont(f"inter/package/{folder}/Inter_{folder}.ttf", recalcTimestamp=False)
    tabular(font)
    save(font, TEXT, f"{out}/Inter-{name}.ttf", ["kern", "mark", "ccmp", "locl"])

css = open("phosphor/package/src/regular/style.css").read()
codes = {name: int(code, 16) for name, code in re.findall(r'\.ph-([a-z0-9-]+):before \{\s*content: "\\([0-9a-f]+)"', css)}
wanted = open("icons.txt").read().split()
font = TTFont("phosphor/package/src/regular/Phosphor.ttf", recalcTimestamp=False)
# The published letters claim bounds from 0. Saving mends the bounds; the left margin must follow, or each letter moves left.
for glyph, (advance, _) in list(font["hmtx"].metrics.items()):
    font["glyf"][glyph].recalcBounds(font["glyf"])
    font["hmtx"][glyph] = (advance, font["glyf"][glyph].xMin)
save(font, [codes[name] for name in wanted], f"{out}/Phosphor.ttf", [])

with open("icons.rs", "w") as file:
    for name in sorted(wanted):
        words = name.replace("-", " ")
        file.write(f'/// The icon "{words}".\npub const {name.upper().replace("-", "_")}: &str = "\\u{{{codes[name]:x}}}";\n')
PY

cat >"$out/../../src/ui/icons.rs" <<'RS'
//! Icons: each constant is one letter of the bundled Phosphor font, to be drawn with `theme::icon_font(size)`.
//! Written by `scripts/make-fonts.sh`; add a name there, never here.

RS
cat icons.rs >>"$out/../../src/ui/icons.rs"
ls -l "$out"
