# Environment.

environment-tab = Environment
