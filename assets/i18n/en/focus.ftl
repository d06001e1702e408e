# Focus: every id starts with "focus-".
