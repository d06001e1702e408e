# First-run: every id starts with "firstrun-".
