# Settings: every id starts with "settings-".
