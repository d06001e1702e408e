# Goal: every id starts with "goal-".
