# The programme: path, steps and ends of stages.
