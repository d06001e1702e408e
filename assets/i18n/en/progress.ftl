# Progress: every id starts with "progress-".

progress-title = Progress
progress-none = –
progress-two-sentences = { $first } { $second }

progress-range = Range
progress-range-week = 7 days
progress-range-30 = 30 days
progress-range-month = Month
progress-range-year = Year
progress-range-all = All
progress-range-today = today
progress-range-back = Earlier
progress-range-on = Later
progress-since = since { $date }

progress-focus = Focus
progress-sessions = Sessions
progress-days = Days done
progress-strength = Strength
progress-in-sessions = { $sessions ->
    [0] no session yet
    [one] in 1 session
   *[other] in { $sessions } sessions
}
progress-days-done = Days done
progress-of = { $part } of { $whole }
progress-came-back = { $times } of { $of ->
    [one] 1 time
   *[other] { $of } times
} back within 2 days
progress-last-28 = { $done } of the last 28
progress-days-grow = grows with every day you work
progress-middle-note = the middle day has { $minutes }
progress-measure-hint = name a measure on the Goal page
progress-of-total = of { $total } · { $share }
progress-all-of-total = { $all } of { $total } · { $share }
progress-in-all = { $all } in all
progress-strength-was = was { $percent } on { $date }
progress-strength-new = counts from today

progress-counters = Counters
progress-counter-today = Today
progress-counter-week = 7 days
progress-counter-month = 30 days
progress-counter-all = All
progress-28-sentence = { $done } of the last { $of ->
    [one] 1 day
   *[other] { $of } days
} done.

progress-daily-title = Minutes a day
progress-target-one = target { $first } min
progress-target-changed = target { $first }, then { $last } min
progress-target-from-to = target from { $first } to { $last } min
progress-bar-mean = { $days }: { $minutes } a day
progress-day = { $date }: { $minutes } of { $target }
progress-day-plain = { $date }: { $minutes }
progress-day-free = { $date }: { $rest }
progress-rest = rest
progress-ill = ill
progress-travel = travel
progress-table-day = Day
progress-table-minutes = Minutes
progress-table-target = Target
progress-table-sessions = Sessions
progress-table-rest = Rest
progress-daily-none = No session in these days. Each day you work adds a bar here.
progress-daily-few = { $days ->
    [one] 1 day of work here; from the fifth on the middle day is named.
   *[other] { $days } days so far; from the fifth on the middle day is named here.
}
progress-daily-first = Your first day here; each day you work adds a bar.
progress-daily-worked = On { $done } of { $days ->
    [one] 1 day
   *[other] { $days } days
} you worked; the middle day had { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}
progress-daily-end = { $words }.
progress-daily-weeks = Each bar is a week, its minutes a day on average.
progress-daily-months = Each bar is a month, its minutes a day on average.
progress-more = , { $minutes } more than { $then }
progress-fewer = , { $minutes } fewer than { $then }
progress-as-many = , as many as { $then }
progress-in = in { $period }
progress-in-days-before = in the { $days } before

progress-strength-day = { $date }: { $percent }
progress-strength-start = It starts slowly: with the target met every day it stands at 50 % after 13 days, at 80 % after 31.
progress-strength-rose = Rose from { $then } to { $now }; it moves slowly, day by day.
progress-strength-eased = Eased from { $then } to { $now }; days near the target lift it.
progress-strength-held = Held at { $now }; it moves slowly, day by day.

progress-year-title = This year
progress-year-less = less
progress-year-more = more
progress-year-none = Every day you work fills a cell here.
progress-year-since = since { $date }
progress-year-sentence = { $sessions ->
    [one] 1 session
   *[other] { $sessions } sessions
} on { $days ->
    [one] 1 day
   *[other] { $days } days
} { $since }.

progress-no-goal = No goal at the moment
progress-no-goal-more = Counters, charts and sessions belong to a goal. Choose the one thing, and they start here.
progress-to-goal = Choose a goal
progress-no-session = Your progress begins with one session
progress-no-session-more = After it you find here the minutes of each day against your target, the year at a glance, your strength, and every session.
progress-start-first = Go to the first session

progress-preview-daily = A bar for each day against your target. Free days are drawn apart and never count as missed.
progress-preview-year-title = The year
progress-preview-year = A cell for each day, fuller the nearer it came to its target; click one for its sessions.
progress-preview-strength = One slow figure for how steadily you work. A single missed day hardly moves it.

progress-add-past = Add past session…
progress-add-title = Add a past session
progress-add-session = Add session
progress-add-note-hint = What it was about
progress-no-session-that-day = No session on this day.
progress-day-sum = { $length } in { $sessions } sessions
progress-no-note = No note
progress-mark-note = with a note
progress-mark-proof = with a proof
progress-mark-clock = the clock was set back meanwhile
progress-session-of = { $date }, { $time }
progress-amount = { $amount } { $unit }
progress-planned = of { $planned } planned
progress-planned-over = { $planned } planned, { $over } over
progress-ended-earned = earned
progress-ended-early = ended early
progress-ended-interrupted = interrupted
progress-ended-added = added later

progress-date = Date
progress-start = Start
progress-minutes = Minutes
progress-wrong-date = As 2026-11-23 or 23 Nov
progress-wrong-time = As 09:30
progress-intention = Intention
progress-done = What got done
progress-done-note = One thing a line
progress-next = Where to go on
progress-proof = Proof
progress-note = Note
progress-ease = Ease
progress-energy = Energy
progress-before = Motivation before
progress-after = Motivation after
progress-open-card = Open the card
progress-save-times = Save times
progress-split-after = Split after so many minutes
progress-split = Split
progress-delete = Delete session
progress-leaves = { $length } leave the spring.

progress-run = Run of { $days ->
    [one] 1 day
   *[other] { $days } days
}, { $reserve ->
    [one] 1 day
   *[other] { $reserve } days
} in reserve for a miss.
progress-run-bare = Run of { $days ->
    [one] 1 day
   *[other] { $days } days
}; 7 done days put one in reserve.
progress-run-broken = A session today takes up your run of { $days ->
    [one] 1 day
   *[other] { $days } days
} again.
progress-run-longest = Your longest run had { $days ->
    [one] 1 day
   *[other] { $days } days
}. The next one starts with any session.
progress-run-back = Back within 2 days after { $times } of { $of ->
    [one] 1 miss
   *[other] { $of } misses
}.
