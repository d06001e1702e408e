#!/usr/bin/env python3
"""Works out when the goal of src/ui/progress/counted_tests.rs is likely done, from evidence.md paragraph 6 alone.

It knows nothing of the app's code but how a goal and a day give the seed: FNV-1a over the 16 bytes of the id and the
day counted from 1 January of year 1 as 4 bytes, low byte first, its two halves joined by exclusive or. Twenty sessions
from 2 to 23 November 2026 wrote the words below; 3 000 are aimed at, and something is counted on the 23rd already, so
that the 24th is day 1 of what lies ahead.

    python3 scripts/expected-forecast.py          prints the days and dates
    python3 scripts/expected-forecast.py --check  fails if they are not those that the test expects

Besides the seeded dice of the app, a run of 100 000 ways with Python's own dice shows how far the seed alone moves it.
"""

import datetime
import math
import pathlib
import random
import struct
import sys
import uuid

TEST = pathlib.Path(__file__).parent.parent / "src/ui/progress/counted_tests.rs"
FIRST = datetime.date(2026, 11, 2)
# Of each day from the 2nd to the 23rd.
WORDS = [100, 100, 100, 0, 150, 50, 0, 100, 100, 200, 100, 0, 0, 150, 100, 50, 100, 100, 0, 150, 150, 100]
TOTAL = 3000
BLOCK, CAP, WAYS = 7, 1095, 2000
SPREAD = 0.45  # fewer than 42 days
GOAL = uuid.UUID("01a19ad7-db00-7000-8000-00006ae826e1")


def mulberry32(state):
    """The public generator, in whole numbers of 32 bits."""
    mask = 0xFFFFFFFF
    while True:
        state = (state + 0x6D2B79F5) & mask
        t = ((state ^ (state >> 15)) * (state | 1)) & mask
        t ^= (t + ((t ^ (t >> 7)) * (t | 61))) & mask
        yield ((t ^ (t >> 14)) & mask) / 2**32


def seed(goal, day):
    state = 0xCBF29CE484222325
    for byte in goal.bytes + struct.pack("<i", day.toordinal()):
        state = ((state ^ byte) * 0x100000001B3) % 2**64
    return (state >> 32 ^ state) & 0xFFFFFFFF


def days_left(roll, rest):
    """One way ahead: a past that could as well have been, a pace, a future; None where it does not end."""
    n = len(WORDS)
    past = []
    while len(past) < n:
        start = math.floor(roll() * n)
        past += [WORDS[(start + nth) % n] for nth in range(BLOCK)]
    past = past[:n]
    u, v = roll(), roll()
    pace = math.exp(SPREAD * math.sqrt(-2 * math.log(u)) * math.cos(2 * math.pi * v))
    if sum(past) == 0:
        return None
    done, days = 0.0, 0
    while True:
        start = math.floor(roll() * n)
        for nth in range(BLOCK):
            if days == CAP:
                return None
            days += 1
            done += past[(start + nth) % n] * pace
            if done >= rest:
                return days


def quantiles(roll, ways):
    found = sorted(days_left(roll, TOTAL - sum(WORDS)) or CAP + 1 for _ in range(ways))
    return [found[math.ceil(p * ways / 10) - 1] for p in (1, 5, 9)]


if [round(roll, 12) for roll, _ in zip(mulberry32(12345), range(3))] != [0.979728267761, 0.306752264500, 0.484205421526]:
    sys.exit("the dice are not those of evidence.md")
ahead = FIRST + datetime.timedelta(days=len(WORDS))
dice = mulberry32(seed(GOAL, ahead))
low, middle, high = quantiles(lambda: next(dice), WAYS)
random.seed(2026)
others = quantiles(lambda: 1 - random.random(), 20_000 if "--check" in sys.argv else 100_000)
date = [ahead + datetime.timedelta(days=days - 1) for days in (low, high)]
told = "likely done between " + " and ".join(f"{day.day} {day:%B}" for day in date)
print(f"day {low}, {middle} and {high} from {ahead}: {told}; by other dice {others}")
if any(abs(one - other) > 1 for one, other in zip((low, middle, high), others)):
    sys.exit("the seed moves the range by more than a day")
if "--check" in sys.argv and told not in TEST.read_text(encoding="utf-8"):
    sys.exit(f"src/ui/progress/counted_tests.rs does not say: {told}")
