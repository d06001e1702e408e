#!/usr/bin/env python3
"""Writes the tables of src/domain/tests/year/: what three people see each evening of a year.

It works from the rules alone (evidence.md: strength of paragraph 3) and knows nothing of the app's code. Run it from
anywhere; the tables it writes are read by src/domain/tests/year.rs, which says how to verify a line by hand.
"""
import datetime
import pathlib

FIRST = datetime.date(2026, 3, 2)
DAYS = 365
KEEP = 2 ** (-1 / 13)
OUT = pathlib.Path(__file__).parent.parent / "src/domain/tests/year"
HEAD = """\
# {title}
# Written by scripts/expected-year.py; see src/domain/tests/year.rs for how to verify a line by hand.
# day and date, minutes of the day, length of the next session, strength, days done of the last 28,
# minutes in the spring, sessions, rewards claimed
"""


class Dice:
    """The generator of Knuth's MMIX."""

    def __init__(self, seed):
        self.state = seed

    def below(self, sides):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % sides


class Person:
    """What counts of a person's days: each is (rest?, target, sessions), a session (minutes, earned and claimed?)."""

    def __init__(self, target):
        self.target = target
        self.score = 0.0  # after all days that are over
        self.done = []
        self.spring = self.sessions = self.claimed = 0

    def evening(self, nth, length, sessions, rest=False):
        """Lives the day and gives the line of its evening."""
        minutes = sum(worked for worked, _ in sessions)
        part = min(1.0, minutes / self.target)
        counted = KEEP * self.score + (1 - KEEP) * part
        shown = max(self.score, counted)
        self.score = shown if rest else counted
        self.done.append(bool(sessions))
        self.spring += minutes
        self.sessions += len(sessions)
        self.claimed += sum(claimed for _, claimed in sessions)
        date = FIRST + datetime.timedelta(days=nth - 1)
        return (
            f"{nth:>3} {date} {minutes:>3} {length:>3} {shown:.3f} {sum(self.done[-28:]):>2} "
            f"{self.spring:>5} {self.sessions:>4} {self.claimed:>4}"
        )


def steady():
    person = Person(target=5)
    return [person.evening(nth, 5, [(5, True)]) for nth in range(1, DAYS + 1)]


def comeback():
    person = Person(target=5)
    lines = []
    for nth in range(1, DAYS + 1):
        away = 41 <= nth <= 60
        sessions = [] if away else [(2, True)] if nth == 61 else [(5, True)]
        lines.append(person.evening(nth, 5, sessions))
    return lines


def chaotic():
    person, dice = Person(target=15), Dice(2026)
    lines = []
    for nth in range(1, DAYS + 1):
        roll = dice.below(100)
        rest, count = roll < 12, 0
        if rest:
            dice.below(3)  # its kind
        elif roll >= 35:
            count = 2 if roll < 45 else 1
        sessions = []
        for which in range(count):
            if which == 0:
                dice.below(14)  # its hour
            planned = 2 + dice.below(24)
            dice.below(5)  # its ease
            if dice.below(100) < 30:
                worked = max(1, planned * (30 + dice.below(60)) // 100)
            else:
                worked = planned + dice.below(4)
            takes = dice.below(2) == 0
            sessions.append((worked, takes and worked >= planned))
        lines.append(person.evening(nth, 5, sessions, rest))
    return lines


def write(name, title, lines, written):
    chosen = [line for nth, line in enumerate(lines, 1) if nth <= written or nth % 10 == 0 or nth == DAYS]
    (OUT / f"{name}.txt").write_text(HEAD.format(title=title) + "\n".join(chosen) + "\n")


write("steady", "One session of the offered length every day, rated 4, its reward taken.", steady(), 45)
write("comeback", "40 good days, 20 without, back with two minutes on day 61, good days from then on.", comeback(), 75)
write("chaotic", "Days, lengths, ends and rests by chance; a target of 15 minutes.", chaotic(), 45)
