# Commands: every id starts with "commands-".
