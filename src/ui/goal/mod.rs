//! Goal: the one thing with all its fields, and what surrounds it.
