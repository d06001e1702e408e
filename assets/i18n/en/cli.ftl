# Command-line: every id starts with "cli-".
