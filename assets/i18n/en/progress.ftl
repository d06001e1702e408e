# Progress: every id starts with "progress-".
