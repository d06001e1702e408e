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
progress-table-rated = Rated sessions
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
progress-preview-ahead-title = Where this leads
progress-preview-ahead = With a measure and a total: what is there so far, and once enough days are counted, the likely range ahead.
progress-preview-feelings = How motivation and energy were before and after, from the taps on the card after a session.
progress-preview-rhythm = The hours at which you work, by weekday, and how long a session lasts.

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

# The charts below the first ones.
progress-weeks = { $weeks } weeks
progress-days-long = { $days ->
    [one] 1 day
   *[other] { $days } days
}
progress-thousands = { $amount } k
progress-millions = { $amount } M
progress-event-first = First session

progress-mean = 7-day mean
progress-table-mean = 7-day mean
progress-table-sum = In all
progress-table-line = Target line
progress-table-days = Days
progress-table-after = Day
progress-table-rating = Rating of 100
progress-table-curve = Curve
progress-table-planned-minutes = Planned
progress-table-shortest = Shortest
progress-table-middle-minutes = Middle
progress-table-longest = Longest
progress-table-hour = Hour
progress-table-earliest = Likely not before { $when }
progress-table-middle = As likely before as after { $when }
progress-table-latest = Likely by { $when }
progress-table-planned = At the planned rate { $when }
progress-row = { $name } { $value }

progress-measure-title = { $unit }, and where this leads
progress-measure-title-bare = { $unit } in all
progress-measure-planned = at the planned rate
progress-measure-line = target line
progress-measure-likely = likely range
progress-measure-working = Where this leads is being worked out.
progress-measure-none = Every count adds to the line here.
progress-measure-so-far = { $sum } { $unit } so far, { $part } of them in these days. With a total the chart shows where this leads.
progress-measure-likely-between = If you go on as in the last { $window }, likely done between { $first } and { $last }.
progress-measure-likely-in = If you go on as in the last { $window }, likely done in { $first }.
progress-measure-too-little = A likely range needs { $least } days of counting, { $leastActive } of them with { $unit }; so far { $days } and { $active }.
progress-measure-at-pace = At the planned rate: { $date }.
progress-measure-not-in-sight = At the pace of the last { $window } the end is not in sight yet.
progress-measure-above = The total lies above the picture.
progress-measure-done = All { $total } { $unit } are there.
progress-measure-record = Of { $of } ranges of four weeks, worked out in hindsight, { $held } held.
progress-measure-pace = { $pace } a day from here reach { $total } { $unit } on { $date }.
progress-measure-safe = { $days ->
    [one] 1 safe day
   *[other] { $days } safe days
} before the target line catches up.
progress-measure-due = { $due } more { $unit } by tonight reach the target line; by tomorrow night it is { $next }.
progress-measure-due-on = { $due } { $unit } are due by { $date }.
progress-measure-turns = The easier line holds from { $date }.
progress-measure-new-date = The target date is past: a new date or a smaller total starts a new line.
progress-measure-change-date = New target date
progress-measure-change-total = Smaller total
progress-measure-offer-title = Count what grows
progress-measure-offer = With a measure, such as pages or lessons, you see here what they come to, and with a total where it leads.
progress-measure-offer-act = Name a measure

progress-counts-title = { $unit } a day
progress-counts-title-week = { $unit } a week
progress-counts-title-month = { $unit } a month
progress-counts-none = No { $unit } in these days. Each count adds to a bar here.
progress-counts-few = { $sum } { $unit } on { $days ->
    [one] 1 day
   *[other] { $days } days
}; from the fifth on the middle day is named.
progress-counts-middle = { $sum } { $unit } on { $days } days; the middle of them had { $middle }.
progress-sum-weeks = Each bar is the sum of a week.
progress-sum-months = Each bar is the sum of a month.

progress-automatic-title = How automatic it is
progress-automatic-axis = days since the first session
progress-automatic-band = reckoned for most: day { $first }–{ $last }
progress-automatic-dots = your ratings
progress-automatic-curve = curve
progress-automatic-curve-extrapolated = curve, extrapolated
progress-automatic-range = likely for you
progress-automatic-none = The weekly review asks how automatic it has become; each answer adds a dot here.
progress-automatic-early = Too early to tell: { $ratings ->
    [one] 1 rating
   *[other] { $ratings } ratings
} over { $days ->
    [one] 1 day
   *[other] { $days } days
} and { $sessions ->
    [one] 1 session
   *[other] { $sessions } sessions
}. A curve needs { $leastRatings } ratings over { $leastDays } days and { $leastSessions } sessions.
progress-automatic-open = Your { $ratings } ratings don’t yet pin it down.
progress-automatic-flat = No clear growth yet in your { $ratings } ratings.
progress-automatic-fit = Your { $ratings } ratings over { $sessions } sessions suggest that it likely levels off between day { $first } and day { $last }.
progress-automatic-fit-extrapolated = Extrapolated from your { $ratings } ratings over { $sessions } sessions, it likely levels off between day { $first } and day { $last }.
progress-automatic-others = Most people who levelled off took 18–254 days.

progress-feelings-title = Before and after a session
progress-feelings-before = before
progress-feelings-after = after
progress-feelings-energy = energy
progress-feelings-none = Rate motivation and energy on the card after a session, and each one adds a line here.
progress-feelings-few = { $sessions ->
    [one] 1 rated session
   *[other] { $sessions } rated sessions
} so far; from { $least } on it is told how many rose.
progress-feelings-rose = Motivation rose in { $rose } of { $n } sessions and fell in { $fell }.
progress-feelings-middle = The middle energy after a session is { $middle } of 5 (n = { $n }).
progress-feelings-weeks = Each mark is the mean of a week.
progress-feelings-months = Each mark is the mean of a month.
progress-feelings-newest = The newest { $sessions } sessions are drawn.
progress-feelings-motivation = motivation { $before } → { $after }
progress-feelings-energy-of = energy { $energy } of 5

progress-rhythm-title = Hours of the week
progress-rhythm-more = more minutes
progress-rhythm-cell = { $weekday } { $from }–{ $to }: { $length } · { $sessions ->
    [0] no session began
    [one] 1 session began
   *[other] { $sessions } sessions began
}
progress-rhythm-none = Every session fills the hours of its weekday here.
progress-rhythm-few = { $sessions ->
    [one] 1 session
   *[other] { $sessions } sessions
} so far; from { $least } on it is told at which hour most begin.
progress-rhythm-spread = { $sessions } sessions, spread over the day: no hour has enough of them to be named.
progress-rhythm-shared = { $sessions } sessions; no single hour leads.
progress-rhythm-most = More sessions begin between { $from } and { $to } than in any other hour: { $sessions } of { $of }.
progress-rhythm-weekday = { $weekday } probably has more minutes than other days ({ $days } days against { $others }): a pattern in your log.
progress-rhythm-no-weekday = No weekday clearly has more minutes (n = { $days } days).

progress-lengths-title = Length of a session
progress-lengths-session = a session
progress-lengths-week = middle of a week
progress-lengths-month = middle of a month
progress-lengths-range = shortest to longest
progress-lengths-planned = planned
progress-lengths-none = No session in these days. Each one adds a dot here.
progress-lengths-few = { $sessions ->
    [one] 1 session
   *[other] { $sessions } sessions
} in these days; from { $least } on the middle length is named.
progress-lengths-middle = The middle of { $sessions } sessions had { $minutes } min.
progress-lengths-grew = The planned length grew from { $from } to { $to } minutes in { $steps ->
    [one] 1 step
   *[other] { $steps } steps
}.
progress-lengths-eased = The planned length was eased from { $from } to { $to } minutes.
progress-lengths-weeks = Each dot is a week.
progress-lengths-months = Each dot is a month.
