# First run: every id starts with "firstrun-".

firstrun-question = What is the one thing?
firstrun-field = The one thing
firstrun-hint = Write the book
firstrun-start = Start 5 min
firstrun-key-enter = Enter
firstrun-note = Enter starts the first five minutes. Everything else can wait.
firstrun-wishes = Take one from the waiting room
