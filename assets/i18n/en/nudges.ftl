# Nudges and the length of sessions: every id starts with "nudges-".

nudges-comeback = Coming back
nudges-never-twice = Never miss twice
nudges-burn-out = More work, less energy
nudges-target = A target within reach
nudges-goals = One goal at a time
nudges-rewards = A reward worth having
nudges-support = Someone who knows
nudges-perfect = Good enough counts

nudges-days-missed = { $days } days went by without a session. Two minutes are enough to be back.
nudges-day-missed = { $day } had no session. Two minutes today keep it at one.
nudges-energy-fell = Minutes rose from { $minutesBefore } to { $minutesNow } in 14 days, while energy fell from { $energyBefore } (n = { $ratingsBefore }) to { $energyNow } (n = { $ratingsNow }).
nudges-target-far = The target is { $target } min a day, and the last 14 days had { $mean } min a day.
nudges-target-from = An easier one holds from { $date }.
nudges-judged-early = The last 3 sessions left little motivation, but day { $day } is early to judge: give it 4 to 6 weeks.
nudges-wishes = { $wishes } wishes came to the waiting room in 14 days. They are safe there while one goal has your time.
nudges-put-aside = { $times } goals were put aside in 6 weeks. A smaller step on one of them may carry further.
nudges-rewards-left = The last { $times } rewards were left. Another one may be easier to look forward to.
nudges-nobody = After { $days } days nobody is noted here who knows of your goal. Tell one person what you work on.
nudges-nothing-told = Nobody heard of it for { $days } days. A few lines are enough.
nudges-check-in-open = The check-in with { $name } is still open.
nudges-came-back = { $missed ->
    [one] After a missed day you are back. One missed day did not matter in the study of habits.
   *[other] After { $missed } missed days you are back, and that is what counts.
}
nudges-ended-late = { $done } of { $planned } min on a late day count in full, and are on the spring.
nudges-almost = { $done } of { $target } min today: strength counts every minute of it.

nudges-act-short = Start with 2 minutes
nudges-act-goal = See your goal
nudges-act-waiting = See the waiting room
nudges-act-reward = Choose another
nudges-act-progress = See your progress
nudges-act-partner = Note who knows
nudges-act-check-in = Check in…
nudges-act-target = Set { $minutes } min a day
nudges-act-rest = Rest tomorrow
nudges-not-now = Not now
nudges-not-now-hint = Puts this away for a week.
nudges-never = Never this kind
nudges-never-hint = Turns this rule off. Settings turns it on again.

nudges-length = Length of a session
nudges-length-grow = Sessions have felt easy. Try { $minutes } minutes?
nudges-length-ease = Let us make it easier: { $minutes } minutes.
nudges-length-grow-to = Grow to { $minutes } min
nudges-length-ease-to = Take { $minutes } min
nudges-length-keep = Keep { $minutes } min
