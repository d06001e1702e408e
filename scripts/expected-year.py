#!/usr/bin/env python3
"""Writes the tables of src/domain/tests/year/: what three people see on each day of a year, and what a fourth one earns
in sixty days.

It works from the rules alone and knows nothing of the app's code: strength and the run with its reserve are those of
evidence.md paragraph 3, the length of a session that of paragraph 7, stages and steps those of product.md paragraph 4,
reminders and nudges those of paragraphs 4 and 5 with the bounds that the app's doc comments name. Run it from anywhere;
src/domain/tests/year.rs reads the tables and says how to verify a line by hand.

    python3 scripts/expected-year.py          writes the tables
    python3 scripts/expected-year.py --check  fails if they are not the ones in the repository
"""

import datetime
import pathlib
import sys
from fractions import Fraction

FIRST = datetime.date(2026, 3, 2)  # a Monday
DAYS = 365
OUT = pathlib.Path(__file__).parent.parent / "src/domain/tests/year"
HEAD = """\
# {title}
# Written by scripts/expected-year.py; see src/domain/tests/year.rs for what each column says and how to verify a line.
"""

STAGES = {  # days and steps
    "Foundation": (7, "ChooseGoal VisualTracker DailyMetrics FindPartner ImmediateReward"),
    "Habit": (7, "ShortSessionsDaily TrackEveryDay ShareWithPartner RewardEachSession AdjustFromWhatWorks"),
    "Momentum": (7, "LongerSessions MoreAccountability WeeklyReward CelebrateWithOthers RefineTheSystem"),
    "Sustainability": (9, "RewardLayers SupportiveCommunity IdentityThinking LastingEnvironment PlanForObstacles"),
}
FILL_UP = {"ShortSessionsDaily", "TrackEveryDay", "RewardEachSession", "LongerSessions"}


def clock(minute):
    return f"{minute // 60:02}:{minute % 60:02}"


class Dice:
    """The generator of Knuth's MMIX."""

    def __init__(self, seed):
        self.state = seed

    def below(self, sides):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % sides


class Session:
    """Minutes after midnight, ratings 1 to 5 or None; `taken` is None where no reward was earned."""

    def __init__(self, start, planned, minutes, takes=True, ease=None, energy=None, motivation=None):
        self.start, self.end, self.planned, self.minutes = start, start + minutes, planned, minutes
        self.taken = takes if minutes >= planned else None
        self.ease, self.energy, self.motivation = ease, energy, motivation


class Day:
    def __init__(self, nth):
        self.nth, self.rest, self.sessions = nth, False, []

    @property
    def minutes(self):
        return sum(session.minutes for session in self.sessions)


class Length:
    """evidence.md paragraph 7. A planned day is False when missed, else its last rating, or 0 without one."""

    def __init__(self):
        self.minutes, self.since, self.seen, self.grew = 5, 0, [], False

    def see(self, day):
        self.seen.append(day)
        self.since += 1
        if self.change() == ("cut", self.minutes):
            self.since = 0  # at the floor nothing is offered, and it counts as a cut all the same

    def change(self):
        last3, last5 = self.seen[-3:], self.seen[-5:]
        missed = [day is False for day in last3]
        eases = sorted(day for day in last5 if day)
        middle = eases[(len(eases) - 1) // 2 : len(eases) // 2 + 1]
        median = Fraction(sum(middle), len(middle)) if middle else None
        cut = ("cut", max(5, self.minutes * 7 // 10))
        if len(last3) == 3 and sum(missed) >= 2 and missed[-1] and self.since >= 2:
            return cut
        if self.since >= 3 and len(eases) >= 3 and median <= 2:
            return cut
        done = sum(day is not False for day in last5)
        if self.since >= 5 and done >= 4 and last5[-1] is not False and median is not None and median >= 4:
            step = min(5, max(1, round(self.minutes / 5)))
            return ("grow", min(45, self.minutes + step))
        return None

    def offer(self):
        """Minutes that are offered instead; 2 is the two-minute version, which changes no length."""
        if len(self.seen) >= 4 and all(day is False for day in self.seen[-4:]):
            return 2
        change = self.change()
        return change[1] if change and change[1] != self.minutes else None

    def decide(self, minutes):
        self.minutes, self.since = minutes, 0

    def take(self, offer):
        self.grew = self.grew or offer > self.minutes
        self.decide(offer)


def run_with_reserve(days):
    """evidence.md paragraph 3: days of the run, and days in reserve. `days` are (done?, rest?), the last one today.

    Which return takes a broken run up again is chosen so that the run is longest: all choices are tried. A way is
    (days of the run, runs that broke with the planned day they broke on, planned day of the last time one was taken up).
    """
    ways, saved, planned = {(0, (), -99)}, 0, 0
    for nth, (done, rest) in enumerate(days):
        if not done and (rest or nth == len(days) - 1):
            continue
        planned += not rest
        if done:
            saved = min(14, saved + 1)
            ways |= {
                (run + sum(lost for lost, at in broken if planned - at <= 2), (), planned)
                for run, broken, last in ways
                if planned - last >= 14 and any(planned - at <= 2 for _, at in broken)
            }
            ways = {(run + 1, broken, last) for run, broken, last in ways}
        elif saved >= 7:
            saved -= 7
        else:
            saved = 0
            ways = {(0, broken + (((run, planned),) if run else ()), last) for run, broken, last in ways}
        # What is too long ago makes no difference any more.
        ways = {
            (run, tuple(lost for lost in broken if planned - lost[1] < 2), max(last, planned - 14))
            for run, broken, last in ways
        }
    return max(run for run, _, _ in ways), saved // 7


class Person:
    def __init__(self):
        self.days, self.length = [], Length()
        self.strength_before = 0.0  # after all days that are over
        self.targets = [(1, 5)]  # from which day, minutes
        self.ticked, self.shown = set(), {"ChooseGoal", "ImmediateReward"}  # the reward's words are there from day 1
        self.rounds = dict.fromkeys(STAGES, 1)
        self.began = set()
        self.dismissed, self.silent, self.wishes = {}, set(), []
        self.checklist = None  # minutes before a reminder

    # What was done.

    @property
    def today(self):
        return self.days[-1]

    def sessions(self):
        return [session for day in self.days for session in day.sessions]

    def done_days(self):
        return [day for day in self.days if day.sessions]

    def target(self, nth):
        return [minutes for since, minutes in self.targets if since <= nth][-1]

    def set_target(self, minutes):
        """Harder at once, easier after seven days; in place of a change still to come."""
        nth = self.today.nth
        self.targets = [target for target in self.targets if target[0] <= nth]
        easier = nth > 1 and minutes < self.target(nth - 1)
        self.targets.append((nth + 7 if easier else nth, minutes))
        self.shown.add("DailyMetrics")

    def put_away(self, rule):
        self.dismissed[rule] = self.today.nth

    def work(self, *args, **kwargs):
        self.today.sessions.append(Session(*args, **kwargs))
        self.shown.add("VisualTracker")

    def worked(self):
        """The day's work is over: it is seen by the rule for the length."""
        if self.today.sessions:
            self.length.see(([0] + [session.ease for session in self.today.sessions if session.ease])[-1])

    def missed_before(self):
        """Planned days missed in a row before today, and whether there was a session before them."""
        before = [day for day in self.days[:-1] if day.sessions or not day.rest]
        done = [nth for nth, day in enumerate(before) if day.sessions]
        return (len(before) - 1 - done[-1], True) if done else (len(before), False)

    # The day.

    def morning(self):
        if self.days:
            yesterday = self.today
            score, raised = self.strength_today()
            self.strength_before = raised if yesterday.rest else score
            if not yesterday.sessions and not yesterday.rest:
                self.length.see(False)
        self.days.append(Day(len(self.days) + 1))
        self.advice = self.nudge()
        self.morning_nudge = self.advice[0] if self.advice else "-"

    def evening(self):
        nth = self.today.nth
        run, reserve = run_with_reserve([(bool(day.sessions), day.rest) for day in self.days])
        stage, programme_day = self.place()
        steps = self.steps_done()
        nudge = self.nudge()
        claimed = sum(session.taken is True for session in self.sessions())
        return (
            f"{nth:>3} {FIRST + datetime.timedelta(days=nth - 1)} {self.today.minutes:>3} {self.length.minutes:>3} "
            f"{run:>3}+{reserve} {self.strength_today()[1]:.3f} {sum(bool(day.sessions) for day in self.days[-28:]):>2} "
            f"{programme_day:>2} {stage:<14} {len(steps):>2} {self.next_step(stage, steps):<19} "
            f"{self.morning_nudge:<23} {nudge[0] if nudge else '-':<23} "
            f"{sum(day.minutes for day in self.days):>5} {len(self.sessions()):>3} {claimed:>3} {self.reminders()}"
        ).rstrip()

    def strength_today(self):
        """With today counted, and what is shown: today, which may not be over, and a rest only raise it."""
        keep = 2 ** (-1 / 13)
        part = min(1.0, self.today.minutes / self.target(self.today.nth))
        score = keep * self.strength_before + (1 - keep) * part
        return score, max(score, self.strength_before)

    # The programme.

    def stage_ends(self):
        """After how many days done each stage is over."""
        ends, end = {}, 0
        for stage, (days, _) in STAGES.items():
            end += days * self.rounds[stage]
            ends[stage] = end
        return ends

    def place(self):
        done, ends = len(self.done_days()), self.stage_ends()
        day = done if self.today.sessions else done + 1
        stage = next((stage for stage, end in ends.items() if day <= end), "KeepGoing")
        return stage, min(day, max(ends.values()))

    def stage_end(self):
        """The stage that ended and waits for a word, and the one that follows; the third day of that one is a word."""
        done = len(self.done_days())
        ended = [stage for stage, end in self.stage_ends().items() if done >= end]
        if not ended:
            return None
        order = [*STAGES, "KeepGoing"]
        following = order[order.index(ended[-1]) + 1]
        waits = done - self.stage_ends()[ended[-1]] < 3 and following not in self.began
        return (ended[-1], following) if waits else None

    def steps_done(self):
        steps = self.ticked | self.shown
        habit = self.done_days()[self.stage_ends()["Foundation"] : self.stage_ends()["Habit"]]
        taken = [session for day in self.done_days()[7:] for session in day.sessions if session.taken]
        longer = [session for session in self.sessions() if session.minutes > 10]
        if len(habit) >= 5:
            steps |= {"ShortSessionsDaily"}
        if len(habit) >= 7:
            steps |= {"TrackEveryDay"}
        if len(taken) >= 5:
            steps |= {"RewardEachSession"}
        if self.length.grew or len(longer) >= 5:
            steps |= {"LongerSessions"}
        return steps

    def next_step(self, stage, done):
        """Of this stage, acts before what fills up; then the same of what earlier ones left, the latest first."""
        if stage == "KeepGoing":
            return "-"
        reached = list(STAGES)[: list(STAGES).index(stage) + 1]
        here, *before = [[step for step in STAGES[name][1].split() if step not in done] for name in reversed(reached)]
        before = [step for steps in before for step in steps]
        acts_first = sorted(here, key=FILL_UP.__contains__) + sorted(before, key=FILL_UP.__contains__)
        return acts_first[0] if acts_first else "-"

    # Reminders.

    def reminders(self):
        """What rings today: at 07:30, from Monday to Friday at 12:30 too, at 20:00, on Sundays at 18:00."""
        today = self.today
        weekday = (today.nth - 1) % 7
        missed, begun = self.missed_before()
        rings = []
        due = [(20 * 60, "DayEnding")] + [(18 * 60, "ReviewDue")] * (weekday == 6)
        for minute in [7 * 60 + 30] + [12 * 60 + 30] * (weekday < 5):
            due.append((minute, "Start"))
            if self.checklist:
                due.append((minute - self.checklist, "Checklist"))
        for minute, kind in sorted(due):
            over = [session for session in today.sessions if session.end <= minute]
            runs = any(session.start < minute <= session.end for session in today.sessions)
            met = sum(session.minutes for session in over) >= self.target(today.nth)
            silent = today.rest or runs or (kind in ("Start", "Checklist") and met)
            if silent and kind != "ReviewDue":  # the review is no start: whoever works gets it when they are done
                continue
            if kind == "DayEnding" and (over or missed > 1):
                continue
            if kind == "Start" and minute == 7 * 60 + 30 and begun and missed and not over:
                kind = "NeverMissTwice" if missed == 1 else "Comeback"
            rings.append(f"{clock(minute)} {kind}")
        return " ".join(rings)

    # Nudges.

    def nudge(self):
        """The rule that speaks and, of a target far ahead, the minutes it offers."""
        rules = {
            "Comeback": self.comeback,
            "NeverMissTwice": self.never_miss_twice,
            "BurnOut": self.burn_out,
            "UnrealisticExpectations": self.unrealistic,
            "TooManyGoals": lambda: sum(self.today.nth - nth < 14 for nth in self.wishes) >= 3,
            "WeakRewards": self.weak_rewards,
            "NoSupport": lambda: self.today.nth > 7 and "FindPartner" not in self.ticked,
            "Perfectionism": self.perfectionism,
        }
        for rule, speaks in rules.items():
            away = rule in self.dismissed and self.today.nth - self.dismissed[rule] < 7
            if rule not in self.silent and not away and (said := speaks()):
                return rule, said
        return None

    def is_open(self):
        return not self.today.sessions and not self.today.rest

    def comeback(self):
        missed, begun = self.missed_before()
        return self.is_open() and begun and missed >= 2

    def never_miss_twice(self):
        missed, begun = self.missed_before()
        return self.is_open() and begun and missed == 1

    def burn_out(self):
        """A tenth more minutes and a point less energy in 14 days than in the 14 before, 5 ratings in each, no rest."""

        def fortnight(days):
            ratings = [session.energy for day in days for session in day.sessions if session.energy]
            return sum(day.minutes for day in days), ratings

        (minutes, ratings) = fortnight(self.days[-14:])
        (minutes_before, ratings_before) = fortnight(self.days[-28:-14])
        if self.today.rest or len(ratings) < 5 or len(ratings_before) < 5 or minutes_before == 0:
            return False
        fell = Fraction(sum(ratings_before), len(ratings_before)) - Fraction(sum(ratings), len(ratings))
        return fell >= 1 and Fraction(minutes, minutes_before) >= Fraction(11, 10)

    def unrealistic(self):
        """Target at least three times the mean of the planned days of 14; or the last three of a young goal listless."""
        days = self.days[-14:]
        planned = [day for day in days if day.sessions or (not day.rest and day is not self.today)]
        total = sum(day.minutes for day in planned)
        target = self.targets[-1][1]  # with a change still to come
        if len(days) == 14 and len(planned) >= 7 and total and target * len(planned) >= 3 * total:
            offered = max(5, -(-total // len(planned)))
            if offered < target:
                return {"minutes": offered}
        rated = [session.motivation for session in self.sessions() if session.motivation]
        return self.today.nth <= 28 and len(rated) >= 3 and max(rated[-3:]) <= 2

    def weak_rewards(self):
        """Three of the newest five left or skipped; there is one reward, and all of its grants are answered at once."""
        last = [session.taken for session in self.sessions() if session.taken is not None][-5:]
        return last.count(False) >= 3

    def perfectionism(self):
        """Back after a miss; late, from 20:00 on, and ended early; or four fifths of the target."""
        if not self.today.sessions:
            return False
        missed, begun = self.missed_before()
        last = self.today.sessions[-1]
        late = last.start >= 20 * 60 and last.minutes < last.planned
        target = self.target(self.today.nth)
        almost = target * Fraction(4, 5) <= self.today.minutes < target
        return (begun and missed > 0) or late or almost


# The three people.


def steady():
    person = Person()
    by_hand = {
        5: "FindPartner",
        9: "ShareWithPartner",
        13: "AdjustFromWhatWorks",
        16: "MoreAccountability",
        18: "WeeklyReward",
        20: "CelebrateWithOthers",
        21: "RefineTheSystem",
        28: "RewardLayers",
        29: "SupportiveCommunity",
    }
    by_itself = {22: "IdentityThinking", 24: "LastingEnvironment", 26: "PlanForObstacles"}
    for nth in range(1, DAYS + 1):
        person.morning()
        if nth in by_hand:
            person.ticked.add(by_hand[nth])
        if nth in by_itself:
            person.shown.add(by_itself[nth])
        if nth == 15:
            person.set_target(10)
        if nth == 24:
            person.checklist = 10
        person.work(8 * 60, person.length.minutes, person.length.minutes, ease=4)
        person.worked()
        if (offer := person.length.offer()) and offer > person.length.minutes:
            person.length.take(offer)
        if end := person.stage_end():
            person.began.add(end[1])
        yield person.evening()


def comeback():
    person = Person()
    for nth in range(1, DAYS + 1):
        person.morning()
        if person.morning_nudge == "NoSupport" and not person.dismissed:
            person.put_away("NoSupport")
        offer = person.length.offer()
        if offer and offer != 2:
            person.length.take(offer)
        if not 41 <= nth <= 60:
            minutes = offer if offer == 2 else person.length.minutes
            person.work(8 * 60, minutes, minutes, ease=4)
        person.worked()
        offer = person.length.offer()
        if offer and offer != 2:
            person.length.take(offer)
        yield person.evening()


def chaotic():
    person, dice = Person(), Dice(2026)

    def answer():
        offer = person.length.offer()
        if offer and offer != 2:
            if dice.below(2) == 0:
                person.length.take(offer)
            else:
                person.length.decide(person.length.minutes)

    for nth in range(1, DAYS + 1):
        person.morning()
        if nth == 1:
            person.set_target(30)
        if nth in (1, 120, 240):
            person.length.decide(20)
        if nth == 60:
            person.silent.add("NoSupport")
        puts_away = dice.below(4) == 0
        if person.advice and puts_away:
            person.put_away(person.advice[0])
        elif person.advice and isinstance(person.advice[1], dict):
            person.set_target(person.advice[1]["minutes"])
        if dice.below(100) < 8:
            person.wishes.append(nth)
        roll = dice.below(100)
        person.today.rest = roll < 12
        answer()
        count = 0 if roll < 35 else 2 if roll < 45 else 1
        for which in range(count):
            start = start + 90 if which else 7 * 60 + 60 * dice.below(14)
            planned = person.length.minutes if dice.below(2) == 0 else 2 + dice.below(24)
            ease, energy, motivation = (dice.below(6) or None for _ in range(3))
            if dice.below(100) < 30:
                worked = max(1, planned * (30 + dice.below(60)) // 100)
            else:
                worked = planned + dice.below(4)
            takes = dice.below(2) == 0
            person.work(start, planned, worked, takes, ease, energy, motivation)
        person.worked()
        answer()
        end = person.stage_end()
        if end and end[0] == "Habit" and person.rounds["Habit"] == 1:
            person.rounds["Habit"] = 2
        yield person.evening()


# The rewards of the fourth.

SESSION, COMEBACK, DAY, WEEK, MONTH, MILESTONE = range(6)  # the order in which things of one minute are told
FIRST_SESSION, HOURS, SESSIONS, DAYS_DONE, COUNTS, OWN = range(6)  # milestones alike
KINDS = ["FirstSession", "Hours", "Sessions", "Days", "Counts", "Own"]
LAYERS = ["Session", "Comeback", "Day", "Week", "Month", "Milestone"]
WRITTEN = [  # layer, words, from which day and up to which day they are there
    (SESSION, "Tea", 1, 40),
    (SESSION, "Song", 10, 99),
    (COMEBACK, "Bread", 1, 99),
    (DAY, "Bath", 1, 99),
    (DAY, "Walk", 25, 99),
    (WEEK, "Film", 1, 99),
    (MONTH, "Lake", 1, 99),
    (MILESTONE, "Dinner", 1, 99),
]


def rewarded():
    """product.md paragraph 2 and 3.8, by what is known at the end of the sixty days; a time is minutes since day 1, 00:00."""
    dice, works, rests, counted = Dice(77), {}, set(), []
    for nth in range(1, 61):
        roll = dice.below(100)
        if nth in (20, 21, 22):
            continue
        if roll < 10:
            rests.add(nth)
        if roll < 30:
            continue
        start = (nth - 1) * 1440 + 7 * 60 + 60 * dice.below(10)
        for which in range(2 if roll < 45 else 1):
            planned = 5 + dice.below(6)
            early = dice.below(100) < 20
            minutes = planned - 1 - dice.below(3) if early else planned + dice.below(3)
            answer = ("Earned", "Skipped", "Claimed")[dice.below(3)]
            works.setdefault(nth, []).append((start + 90 * which, planned, minutes, answer))
    found = []  # moment, layer, key, name, goal day, what became of it

    def earn(at, layer, key, name, nth, answer="Earned"):
        found.append((at, layer, key, name, nth, answer))

    def target(nth):
        return 5 if nth < 15 else 10 if nth < 41 else 6  # 10 at once on day 15; 6 is decided on day 34, easier in 7 days

    def milestone(at, kind, mark, nth):
        name = KINDS[kind] if kind == FIRST_SESSION else "Own" if kind == OWN else f"{KINDS[kind]}({mark})"
        earn(at, MILESTONE, (kind, mark), name, nth)

    total, number = 0, 0
    for nth, sessions in works.items():
        today = 0
        for start, planned, minutes, answer in sessions:
            number += 1
            end = start + minutes
            if minutes >= planned:
                earn(start + planned, SESSION, number, f"Session({number})", nth, answer)
            if today < target(nth) <= today + minutes:
                earn(start + target(nth) - today, DAY, nth, "Day", nth)
            for hours in (1, 5, 10, 15):
                if total < 60 * hours <= total + minutes:
                    milestone(start + 60 * hours - total, HOURS, hours, nth)
            if number == 1:
                milestone(end, FIRST_SESSION, 0, nth)
            if number in (10, 25, 50, 100):
                milestone(end, SESSIONS, number, nth)
            if number == 12:
                milestone(end, OWN, 0, nth)  # set on day 5
            for mark in (100, 500, 1000, 5000):
                if 40 * (number - 1) < mark <= 40 * number:
                    milestone(end, COUNTS, mark, nth)
            today, total = today + minutes, total + minutes
    done = {nth: sessions[0][0] + sessions[0][2] for nth, sessions in works.items()}
    last_comeback, weeks, months = -99, {}, {}
    for count, (nth, at) in enumerate(done.items(), 1):
        if count in (3, 7, 14, 21, 30, 60):
            milestone(at, DAYS_DONE, count, nth)
        before = max((day for day in done if day < nth), default=None)
        missed = before is not None and any(day not in rests for day in range(before + 1, nth))
        if missed and nth - last_comeback >= 7:
            last_comeback = nth
            earn(at, COMEBACK, nth, "Comeback", nth)
        week = (nth - 1) // 7
        weeks[week] = weeks.get(week, 0) + 1
        # 4 days; 5 is set on day 18 and holds at once; 3 is set on day 31 and holds from the next week on.
        if weeks[week] == (4 if week < 2 else 5 if week < 5 else 3):
            earn(at, WEEK, week, "Week", nth)
        month = (FIRST + datetime.timedelta(days=nth - 1)).month
        months[month] = months.get(month, 0) + 1
        if months[month] == 12 and month == 3:  # its review is finished on day 33 at 07:00; April has none
            earn(max(at, 32 * 1440 + 7 * 60), MONTH, month, "Month", 33)
    turns = {}
    for at, layer, _, name, nth, answer in sorted(found, key=lambda one: (one[0], one[1], one[2])):
        turn = turns.get(layer, 0)
        turns[layer] = turn + 1
        there = [words for of, words, since, until in WRITTEN if of == layer and since <= at // 1440 + 1 < until]
        day = FIRST + datetime.timedelta(days=nth - 1)
        yield f"{day} {clock(at % 1440)} {name:<14} {there[turn % len(there)]:<6} {answer}"


TABLES = [
    (steady, "One session of the offered length every day, rated 4, its reward taken; all steps of the programme."),
    (comeback, "Every day a session, none from day 41 to 60, back with two minutes on day 61; no step by hand."),
    (chaotic, "Days, lengths, ends, ratings, rests, wishes and answers by chance; a target of 30 minutes."),
    (rewarded, "What is earned in sixty days by chance, in order: the day and time, by what, which reward, and its end."),
]
stale = []
for live, title in TABLES:
    path = OUT / f"{live.__name__}.txt"
    text = HEAD.format(title=title) + "\n".join(live()) + "\n"
    if "--check" not in sys.argv:
        path.write_text(text, encoding="utf-8", newline="\n")
    elif path.read_text(encoding="utf-8") != text:
        stale.append(path.name)
if stale:
    sys.exit(f"not what scripts/expected-year.py writes: {', '.join(stale)}")
