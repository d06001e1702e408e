# Recovery: every id starts with "recovery-".
