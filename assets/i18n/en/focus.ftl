# Focus and the rail: every id starts with "focus-".

focus-tab-focus = Focus
focus-tab-goal = Goal
focus-tab-progress = Progress
focus-tab-settings = Settings
focus-rail-today = min today
focus-rail-today-sentence = { $minutes } min today
focus-file-saved = Saved
focus-file-saving = Saving…
focus-file-problem = Not saved
focus-file-problem-hint = { $reason } Click to see the data file in Settings.
focus-file-read-only = Read-only
focus-file-demo = Sample data

focus-identity = { $identity } · { $votes }
focus-votes = { $sessions ->
    [one] { $shown } session, { $shown } vote
   *[other] { $shown } sessions, { $shown } votes
}
focus-sessions = { $sessions ->
    [one] { $shown } session
   *[other] { $shown } sessions
}
focus-to-jewel = { $duration } to { $jewel }
focus-no-session = Your spring
focus-no-session-note = Each session winds one coil.

focus-spring-sentence = { $total } in { $sessions ->
    [one] { $shown } session
   *[other] { $shown } sessions
}; next jewel at { $next }
focus-spring-empty = No session yet; first jewel at { $next }
focus-coil-sessions = { $length } in { $sessions ->
    [one] { $sessions } session
   *[other] { $sessions } sessions
}

focus-start = Start { $minutes } min
focus-short = Just 2 minutes
focus-length = Another length
focus-length-title = Length of a session
focus-length-unit = min
focus-intention = What will you do?
focus-intention-hint = What will you do? e.g. draft scene 3
focus-intention-running = What you are doing
focus-intention-add = Add what you are doing
focus-go-on = Go on with: { $next }

focus-today = Today
focus-minutes-of = { $minutes } of { $target } min
focus-minutes-only = { $minutes } min
focus-target-bar = Minutes of today’s target
focus-days-28 = { $days } of the last 28 days
focus-days-young = { $days ->
    [one] { $days } day done
   *[other] { $days } days done
}
focus-days-all = { $days ->
    [one] { $days } day done in all
   *[other] { $days } days done in all
}
focus-first-day = Today is the first day
focus-count-plus = +{ $amount }
focus-count-plus-name = Add { $amount } { $unit }
focus-count-other = Other…
focus-count-amount = How many { $unit }
focus-count-bad = Type a number, such as 250.
focus-measure-none = Count words, pages or lessons too.
focus-measure-choose = Choose a measure

focus-waiting = Waiting for you
focus-next-reward = After your next session
focus-this-reward = After this session
focus-reward-turn = In turn
focus-reward-drawn = Surprise
focus-reward-surprise = A surprise, each 1 in { $count }
focus-reward-choose = Reward after the session
focus-tray-more = { $count ->
    [one] One more waits…
   *[other] { $count } more wait…
}
focus-tray-all = All rewards
focus-tray-later = { $count ->
    [one] One reward waits for after the session.
   *[other] { $count } rewards wait for after the session.
}
focus-tray-note = { $by } · { $day } · { $length }
focus-later-named = Later: { $reward }
focus-by-session = Session
focus-by-day = Daily target met
focus-by-week = Week done
focus-by-month = Month done
focus-by-comeback = Coming back
focus-bundle = Only while I do this: { $what }
focus-good = How good was it?
focus-good-ends = 1 not, 5 very
focus-good-not-now = No rating
focus-reward-none = What will you enjoy right after a session?
focus-reward-field = Your reward
focus-reward-hint = e.g. espresso on the balcony
focus-reward-set = Keep it
focus-reward-comeback = Add one for coming back…

focus-before = Before you start
focus-with = With this session
focus-before-choose = Add what you check first
focus-cue = When and where
focus-cue-none = A fixed moment and place make starting easier.
focus-cue-choose = Choose your cue

focus-break = Break
focus-break-left = { $minutes } min left
focus-break-soon = Under a minute left
focus-break-bar = How much of the break is over
focus-break-end = End break

focus-minutes-left = { $minutes } min
focus-left-of = left of { $minutes }
focus-overtime = +{ $minutes } min
focus-overtime-clock = +{ $clock }
focus-beyond = beyond { $minutes } min
focus-earned = Earned
focus-earned-note = { $minutes } min reached
focus-earned-title = Earned: { $reward }
focus-earned-more = Earned: { $reward }, and { $more ->
    [one] one more
   *[other] { $more } more
}
focus-earned-more-short = { $reward } +{ $more }
focus-earned-plain = Your session is earned. Finish when you like.
focus-paused = Paused
focus-paused-left = { $left } left of { $minutes }
focus-pause = Pause
focus-resume = Go on
focus-extend = +5 min
focus-extend-name = Five minutes more
focus-finish = Finish
focus-take = Take it now
focus-key-space = Space

focus-gap-title = Mainspring was not running from { $from } to { $to }
focus-gap-lead = You had focused for { $focus } by then. What were the { $gap } in between?
focus-gap-count = Count it
focus-gap-count-all = It was work: adds { $counted }, and the session goes on.
focus-gap-count-end = It was work: adds { $counted }, up to the planned end. The session ends as earned.
focus-gap-count-none = The plan was reached before. The session ends as earned.
focus-gap-leave = Leave it out
focus-gap-leave-note = It was not. The session ends at { $from } with { $focus }.
focus-gap-continue = Continue
focus-gap-continue-note = It was not, but go on from now with { $left } to go.
focus-gap-continue-over = It was not, but go on from now beyond the plan.
focus-gap-moment = { $day } { $time }

focus-card-title-earned = { $length } of focus, earned
focus-card-title-early = { $length } of focus, counted
focus-card-lead = Whatever you fill in is kept at once. All of it can wait.
focus-card-take-minutes = Take it now, { $minutes } min
focus-card-skip = Leave it
focus-card-taken = Taken
focus-card-skipped = Left
focus-card-take-after-all = Take it after all
focus-card-done = What got done
focus-card-done-line = Done, line { $line }
focus-card-done-other-hint = Another thing
focus-card-done-hint = One thing a line, Enter adds the next
focus-card-count = How many { $unit }
focus-card-next = Where to go on next time
focus-card-next-hint = e.g. scene 4, from the letter on
focus-card-enjoyment = How was it
focus-card-also = Also earned
focus-card-note-of = { $by } · { $length }
focus-card-passed = Milestone passed
focus-card-later = Later
focus-card-kept = Waits on Focus
focus-card-ease = How easy was it
focus-card-ease-ends = 1 hard, 5 easy
focus-card-energy = Energy now
focus-card-before = Motivation before
focus-card-after = Motivation after
focus-card-scale = 1 low, 5 high
focus-card-proof = Proof of who you are becoming
focus-card-proof-hint = e.g. wrote before breakfast though tired
focus-card-note = Note
focus-card-close = Done

focus-replay-stop = Esc stops the replay
focus-spring-menu = Replay or save the spring
focus-spring-replay = Replay from day 1
focus-spring-png = Save as PNG…
focus-spring-svg = Save as SVG…
