# If-then plans.
