# Nudges and the length of sessions.
