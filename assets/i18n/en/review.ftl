# Review: the week and the month looked back at, and what is being tried. Every id starts with "review-".

review-tab = Review
review-lead = Look back for five minutes, decide one thing, go on.
review-none = –
review-on-day = on { $day }
review-two-sentences = { $first } { $second }
review-no-goal = Looking back
review-no-goal-note = With a goal, this page brings up a short review each week and each month, with your figures beside the questions.
review-no-goal-act = Go to Goal

review-week-of = Week of { $period }
review-month-of = { $period }
review-due-this-week = This week’s review is due
review-due-week = The review of { $period } is due
review-due-month = The review of { $period } is due
review-due-note = 5 minutes, every question optional
review-due-late-note = Due since { $day } · 5 minutes, every question optional. It keeps the dates of its own period.
review-start = Start the review
review-start-of = Start: { $review }
review-continue = Go on with the review
review-continue-of = Go on: { $review }
review-late = Can still be looked back at
review-late-note = Keeps the dates of its own period
review-none-due = Nothing is due
review-none-yet = Your first look back
review-next-due = The next review is due { $day }.
review-first-due = It is due { $day }. It takes five minutes, and each question stands beside the figures that answer it.
review-early = Look back at this week already

review-history = Reviews so far
review-history-more = Show { $count } more
review-read = Read: { $review }
review-delete = Delete: { $review }
review-is-draft = Draft
review-back = All reviews
review-reopen = Open it again
review-done = Finished { $day }
review-draft = A draft, kept as you type. Every question is optional.
review-going-on = A draft, kept as you type. The figures go up to today; the period ends { $day }.
review-finish = Finish review
review-later = Leave it for now
review-foot = Leaving keeps everything as it is. A finished review can be opened again.
review-not-answered = Not answered
review-of-most = { $value } of { $most }

review-focus = Focus
review-days = Days done
review-strength = Strength
review-days-of = { $done } of { $open }
review-was = before: { $value }
review-first-week = the first week
review-first-month = the first month
review-more-lines = and { $count } more
review-earlier = Before: { $answers }
review-earlier-one = { $value } ({ $date })
review-no-earlier = Not rated before.
review-energy = Energy { $mean } of 5 (n = { $n })
review-energy-before = { $mean } before (n = { $n })

review-card-progress = Progress
review-progress = What came of the work?
review-progress-hint = What moved, what did not
review-card-skill = Skill
review-skill = What can you do now that you could not?
review-skill-hint = However small
review-nothing-noted = Nothing was noted as done in these days.
review-next = Next: { $next }
review-card-automatic = How much of it happens by itself
review-stem = { $title } { $cue }
review-item-automatic = “{ $stem }” is something I do automatically
review-item-unremembered = “{ $stem }” is something I do without having to consciously remember
review-item-unthinking = “{ $stem }” is something I do without thinking
review-item-unnoticed = “{ $stem }” is something I start doing before I realise I’m doing it
review-disagree = disagree
review-agree = agree
review-reading-early = Too early to tell: { $ratings } of { $leastRatings } ratings, { $days } of { $leastDays } days between the first and the last, { $sessions } of { $leastSessions } sessions.
review-reading-open = Your { $ratings } ratings do not yet pin down when it levels off.
review-reading-flat = Your { $ratings } ratings show no clear growth yet.
review-reading-fit = By your { $ratings } ratings it likely levels off between day { $first } and day { $last } after the first session. Most people who levelled off took 18 to 254 days.
review-reading-extrapolated = By your { $ratings } ratings, extrapolated, it likely levels off between day { $first } and day { $last } after the first session. Most people who levelled off took 18 to 254 days.
review-card-support = Support
review-support = How much support did you get from others?
review-check-ins = { $count ->
    [one] Somebody heard of it once in these days.
   *[other] Others heard of it { $count } times in these days.
}
review-check-ins-felt = Support felt then: { $mean } of 10 (n = { $n }).
review-support-none = none
review-support-full = all I needed
review-card-plans = Plans and rewards
review-plans-unused = No if-then plan was used.
review-plans-used = If-then plans were used { $uses ->
    [one] once
   *[other] { $uses } times
}; whether they helped was not said.
review-plans-helped = If-then plans were used { $uses ->
    [one] once
   *[other] { $uses } times
} and helped in { $helped } of { $judged } judged uses.
review-plan-flagged = “If { $obstacle }, then I will { $action }” helped in { $helped } of { $judged } uses so far.
review-plan-rework = Find other words for it
review-plan-rework-of = Find other words for: If { $obstacle }
review-rewards = Of { $earned ->
    [one] 1 reward
   *[other] { $earned } rewards
} earned, { $taken } taken, { $skipped } left out, { $waiting } waiting.
review-not-worked = What did not work?
review-rewards-weak = “{ $reward }” was left or rated low { $times } of the last { $of } times.
review-rewards-swap = Swap it on Rewards
review-not-worked-hint = A plan, a reward, a time of day

review-card-adjustment = One adjustment
review-adjustment = What will you do differently?
review-adjustment-hint = Such as: phone in the drawer before I start
review-try = Try it as an experiment
review-try-dated = Try it from today
review-try-dated-note = From today: its 14 days are compared with the 14 before. A pattern, for other things change too.
review-try-coin = Let a coin decide each day
review-try-coin-note = By coin: each day Focus says whether it is on. It takes eight weeks or more; then a clear difference in days done counts as tested.
review-try-one = “{ $what }” is being tried already. Two at once cannot be told apart.
review-tried = “{ $what }” is an experiment since { $day }.

review-card-trajectory = Trajectory
review-trajectory = Where is this going?
review-trajectory-hint = Faster, slower, somewhere else
review-so-far = All so far: { $focus } on { $days ->
    [one] 1 day
   *[other] { $days } days
}
review-so-far-of = { $amount } of { $total } { $unit }
review-so-far-counted = { $amount } { $unit }
review-card-works = What works
review-works-item = { $item }: { $told }
review-works = What helps you most?
review-works-hint = A cue, a place, a reward, a person
review-works-early = It is too early to compare days with and without what you check before sessions: 8 of each are needed.
review-card-identity = Identity
review-votes = { $sessions ->
    [0] No session, no vote yet
    [one] 1 session = 1 vote
   *[other] { $sessions } sessions = { $sessions } votes
}
review-votes-for = { $sessions ->
    [0] No session, no vote yet
    [one] 1 session = 1 vote
   *[other] { $sessions } sessions = { $sessions } votes
} for “{ $identity }”
review-no-proofs = No line of proof was written in these days.
review-true = How true does it feel?
review-true-not = not yet
review-true-fully = entirely
review-shift = How do you see yourself by now?
review-shift-hint = What changed, in a line
review-reword = Find other words for who you become
review-word-it = Say who you become
review-card-lasting = Keeping it up
review-middle = The middle day had { $minutes } min; { $free ->
    [0] no day was free.
    [one] 1 day was free.
   *[other] { $free } days were free.
}
review-lasting = How well can it go on like this?
review-lasting-not = not at all
review-lasting-well = for years
review-lasting-note = What would help it to last?
review-lasting-note-hint = Less, another time, help

review-experiments = Experiments
review-experiments-none = What you change can be tried for 14 days and is then shown beside the days before.
review-another = Try something else
review-what = What will you do differently?
review-trying = Being tried
review-since-dated = Since { $day } · day { $nth }
review-since-coin = By coin since { $day } · day { $nth }
review-before = 14 days before
review-since = Since then
review-on = Coin: on
review-off = Coin: off
review-row-done = Days done
review-row-minutes = Minutes a day
review-row-energy = Energy, 1 to 5
review-mean-n = { $mean } (n = { $n })
review-n-dated = n = { $with } { $with ->
    [one] day
   *[other] days
} since, { $without } before; the first two are left out.
review-n-coin = n = { $with } { $with ->
    [one] day
   *[other] days
} on, { $without } off; the first two are left out.
review-outcome-done = days done
review-outcome-minutes = minutes a day
review-outcome-energy = energy
review-says-waiting = Judged from { $date } on, in { $days ->
    [one] 1 day
   *[other] { $days } days
}; until then these are only counts.
review-says-counts = Too few days to compare: 8 of each are needed.
review-says-ended = Decided before its 14 days were over, so it is not judged.
review-says-early = Too early to judge.
review-says-unclear = No clear difference.
review-says-mixed = Some of it is better and some worse with it.
review-says-better = Pattern in your log: { $outcome } probably better for you with it.
review-says-worse = Pattern in your log: { $outcome } probably better for you without it.
review-says-tested-better = Tested: { $outcome } better for you with it.
review-says-tested-worse = Tested: { $outcome } better for you without it.
review-likely-done = Days done: likely { $low } to { $high } points with it.
review-likely-minutes = Minutes a day: likely { $low } to { $high } with it.
review-likely-energy = Energy: likely { $low } to { $high } with it.
review-others = Another experiment began within these days: what came of which cannot be told apart.
review-caveat-dated = Other things changed in these weeks too, so this is a pattern and not a test.
review-caveat-coin = The coin picks the days, so good days cannot pick it.
review-keep = Keep it
review-keep-of = Keep: { $what }
review-change = Change it…
review-change-of = Change: { $what }
review-drop = Drop it
review-drop-of = Drop: { $what }
review-words = What it says
review-words-keep = Save the words
review-instead = What will you try instead?
review-instead-start = Try this instead
review-experiment-edit = Other words for: { $what }
review-experiment-delete = Delete: { $what }
review-experiment-again = Try again: { $what }

review-system = My system, and why
review-system-none = What you keep stands here with its figures.
review-why = Figures: { $what }
review-less = Hide the figures: { $what }
review-aside = Tried and put aside ({ $count })
review-state-running = Being tried since { $day }
review-state-kept = Kept { $day }
review-state-changed = Changed { $day }
review-state-dropped = Put aside { $day }

review-coin-with = Today’s coin: with “{ $what }”
review-coin-without = Today’s coin: without “{ $what }”

review-preview = What a week asks
review-preview-progress = Beside your minutes, days and counts, and those of the week before.
review-preview-skill = Beside what you noted as done.
review-preview-automatic = One rating from 1 to 7, and your earlier ones.
review-preview-support = One rating from 0 to 10.
review-preview-plans = Beside how often each plan helped.
review-preview-adjustment = With a way to try it and see the days before and after.
review-preview-month = Once a month, on the first review day after it: where it is going, what works, who you become, how to keep it up.

review-save = Keep a copy
review-save-note = Figures, answers and charts in one file. The HTML prints well and needs no network.
review-save-html = Save as HTML…
review-save-markdown = Save as Markdown…
review-save-identity = With who I become
review-save-identity-note = Your identity statement, its proofs and your answers to it stay out of the file unless you choose it here.
review-file-charts-week = The week in charts
review-file-charts-month = The month in charts
review-file-foot = Written by Mainspring on { $date }.
