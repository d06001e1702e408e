# Rewards: every id starts with "rewards-".

rewards-tab = Rewards
rewards-lead = Something good right after the work, in your own words. Sessions earn it; taking it is up to you.
rewards-no-goal = Rewards for the goal
rewards-no-goal-note = With a goal, this page holds what you look forward to: after a session, a day, a week, a month, and at each milestone.
rewards-no-goal-act = Go to Goal

rewards-tray = Waiting for you
rewards-tray-count = { $count ->
    [one] 1 reward is waiting
   *[other] { $count } rewards are waiting
}
rewards-tray-empty = Nothing is waiting
rewards-tray-empty-next = The next session that reaches its end earns “{ $reward }”.
rewards-tray-empty-none = Once the ladder below has a reward, each one that you earn waits here until you take it or leave it.
rewards-tray-empty-ladder = What you earn next waits here until you take it or leave it.
rewards-tray-start = Go to Focus
rewards-tray-write = Write the first one…
rewards-tray-running = A reward can be taken when the session is over.
rewards-take = Take it now
rewards-take-named = Take now: { $reward }
rewards-leave = Leave it
rewards-leave-named = Leave: { $reward }
rewards-plain = A break you earned

rewards-ladder = The ladder
rewards-ladder-lead = From small and often to large and seldom.
rewards-session = After a session
rewards-day = For a day
rewards-week = For a week
rewards-month = For a month
rewards-milestone = For a milestone
rewards-comeback = For coming back
rewards-session-short = Session
rewards-day-short = Day
rewards-week-short = Week
rewards-month-short = Month
rewards-milestone-short = Milestone
rewards-comeback-short = Comeback
rewards-session-rule = Each session that reaches its planned end
rewards-day-rule = Each day on which the target is met
rewards-week-rule = { $days ->
    [one] One day done
   *[other] { $days } days done
} in a week
rewards-month-rule = { $days ->
    [one] One day done
   *[other] { $days } days done
} in a month, and its review finished
rewards-milestone-rule = Each mark you pass: hours, sessions, days done, and your own
rewards-comeback-rule = The first day done after a missed one, at most once in 7 days
rewards-comeback-best = The best supported reward of all: of 54 programmes tried with 61 293 members of gyms, the one that did best rewarded coming back after a miss. The best of so many also had luck.

rewards-progress-day = { $have } of { $need } min today
rewards-progress-day-met = { $have } min today, target met
rewards-progress-week = { $have } of { $need } days this week
rewards-progress-week-met = { $have } days this week, reached
rewards-progress-month = { $have } of { $need } days this month
rewards-progress-reached = reached
rewards-progress-month-met = { $have } days this month, reached
rewards-progress-review = { $have } days, review to finish
rewards-progress-to = { $left } to { $milestone }

rewards-minutes = { $minutes } min
rewards-next = next
rewards-odds = each 1 in { $count }
rewards-opens = opens { $what }
rewards-add = Add a reward…
rewards-add-named = Add a reward: { $rung }
rewards-starter = Add { $reward }: { $rung }
rewards-ideas = More ideas
rewards-ideas-named = { $ideas }: { $rung }
rewards-ideas-fewer = Fewer ideas
rewards-edit = Change { $reward }
rewards-delete = Delete { $reward }
rewards-days = Days it takes
rewards-days-named = Days done: { $rung }
rewards-days-note = More days count at once, fewer from the next { $period ->
    [month] month
   *[week] week
} on.

rewards-pick = With several in a rung
rewards-pick-rotate = In turn
rewards-pick-surprise = Surprise
rewards-pick-rotate-note = Each comes in its turn. Before a session you can choose which.
rewards-pick-surprise-note = One is drawn from your own list, each with the same chance. Nothing is ever lost in the draw.

rewards-group-rest = Rest
rewards-group-treat = A treat
rewards-group-move = Movement
rewards-group-play = Play
rewards-group-people = People
rewards-group-make = Making
rewards-group-other = Something else

rewards-form-add = A reward: { $rung }
rewards-form-edit = Change the reward
rewards-form-own = A reward for “{ $milestone }”
rewards-form-words = What you look forward to
rewards-form-hint = Espresso on the balcony
rewards-form-note = Small, your own, and at hand. It comes with the notification.
rewards-form-minutes = How long it takes
rewards-form-minutes-note = The break that runs when you take it.
rewards-form-minutes-unit = min
rewards-form-group = What kind of thing
rewards-form-group-note = Kinds that you rate well are suggested first when another does not work.
rewards-form-opens = A link or file to open
rewards-form-opens-hint = https://… or /home/ada/music/jazz.mp3
rewards-form-opens-note = Opens when you take it. Before the first time, each device shows what would be opened and asks.
rewards-form-opens-problem = Type a whole link such as https://example.org, or the full path of a file.
rewards-form-no-dialog = There is no file dialog here; type the path.
rewards-form-add-act = Add

rewards-weak = Of the last { $of }, { $times ->
    [one] 1 was
   *[other] { $times } were
} left or rated low. Another may be easier to look forward to.
rewards-weak-swap = Swap it…
rewards-weak-swap-named = Swap { $reward }
rewards-swap-title = Swap “{ $reward }”
rewards-swap-lead = Rewards wear out; that says nothing about you. What was earned with it stays in the history.
rewards-swap-rated = Kinds you rate well come first.
rewards-swap-ideas = Ideas
rewards-swap-act = Swap

rewards-milestones = Milestones
rewards-milestones-own = Your own
rewards-milestones-add = Add your own…
rewards-milestones-none = A mark that means something to you: half the book, 20 sessions, the first 10 000 words.
rewards-milestones-delete = Delete the milestone { $milestone }
rewards-milestones-reward-named = Add a reward for { $milestone }
rewards-milestones-reached = Reached { $day }
rewards-milestones-left = { $left } to go
rewards-mark-first = First session
rewards-mark-hours-long = { $hours } h of focus
rewards-mark-sessions = { $sessions ->
    [one] 1 session
   *[other] { $sessions } sessions
}
rewards-mark-days = { $days ->
    [one] 1 day done
   *[other] { $days } days done
}
rewards-mark-counts = { $amount } { $unit }
rewards-left-sessions = { $left ->
    [one] 1 session
   *[other] { $left } sessions
}
rewards-left-days = { $left ->
    [one] 1 day
   *[other] { $left } days
}
rewards-milestone-title = A milestone of your own
rewards-milestone-name = What it means to you
rewards-milestone-name-hint = Half the book
rewards-milestone-kind = Counted in
rewards-milestone-kind-hours = Hours
rewards-milestone-kind-sessions = Sessions
rewards-milestone-kind-days = Days done
rewards-milestone-amount = How many
rewards-milestone-amount-note = Counted from the first day of the goal. So far { $have }.
rewards-milestone-act = Add the milestone

rewards-history = What you earned
rewards-history-none = What you take or leave is kept here, with how good it was.
rewards-history-taken = taken
rewards-history-left = left
rewards-history-passed = not taken
rewards-history-remark = { $what } · { $day } · { $state }
rewards-good = How good was it: { $reward }
rewards-of-session = a session
rewards-of-day = the day’s target
rewards-of-week = the week of { $day }
rewards-of-month = { $month }
rewards-of-comeback = coming back
rewards-of-first = the first session
rewards-tray-remark = For { $what } · { $moment } · { $minutes } min

rewards-delivery-title = Rewards taken
rewards-delivery-legend = taken, %
rewards-delivery-legend-good = how good, of 5
rewards-delivery-none = From the first reward on, this shows how many you really took and how good they were.
rewards-delivery-all = You took { $claimed } of { $of ->
    [one] 1 reward
   *[other] { $of } rewards
}.
rewards-delivery-good = On average they were { $good } of 5 (n = { $rated }).
rewards-delivery-bar = { $layer }: { $claimed } of { $of } taken
rewards-delivery-bar-good = { $layer }: { $claimed } of { $of } taken, on average { $good } of 5 (n = { $rated })
rewards-table-layer = Rung
rewards-table-taken = Taken
rewards-table-earned = Earned
rewards-table-good = How good
rewards-table-rated = Rated

rewards-enjoyed-title = How the sessions were
rewards-enjoyed-legend = each day
rewards-enjoyed-legend-line = average of 7
rewards-enjoyed-none = After a session you can say how it was; here the answers become a line. What is pleasant in itself tends to be kept up.
rewards-enjoyed-few = { $n ->
    [one] 1 session
   *[other] { $n } sessions
} rated so far; an average from 5 on.
rewards-enjoyed-mean = On average { $mean } of 5 (n = { $n }).
rewards-enjoyed-recent = The newest { $recent }: { $mean } of 5.
rewards-enjoyed-day = { $day }: { $mean } of 5
rewards-table-enjoyed = How it was

rewards-level = Level { $level }
rewards-level-name = Level { $level }, { $minutes } of { $whole } minutes to the next
rewards-level-to = { $duration } of focus to level { $next }
rewards-level-curve = From all focus there ever was. Each level takes half an hour more than the one before, and none is ever lost.
rewards-level-badges = { $won } of { $of } badges
rewards-level-all = See all badges
rewards-badges = Level and badges
rewards-badges-lead = For things you really did. Each says its rule; a badge that was won stays.
rewards-badges-back = Back to rewards
rewards-badges-off = You can switch level and badges off in the settings.
rewards-badge-won = Won { $day }
rewards-badge-progress = { $have } of { $need }
rewards-badge-open = Not yet
rewards-badge-sentence = { $badge }: { $rule }. { $state }
rewards-mark-unit = units

rewards-badge-first-session = First session
rewards-badge-first-session-rule = Finish your first session
rewards-badge-first-week = First week
rewards-badge-first-week-rule = Seven days done, not necessarily in a row
rewards-badge-came-back = Came back
rewards-badge-came-back-rule = A day done after a missed one
rewards-badge-ten-proofs = Ten proofs
rewards-badge-ten-proofs-rule = Ten sessions with a line of proof
rewards-badge-weekly-review = Looked back
rewards-badge-weekly-review-rule = Finish a weekly review
rewards-badge-monthly-review = The longer view
rewards-badge-monthly-review-rule = Finish a monthly review
rewards-badge-plan = A plan that worked
rewards-badge-plan-rule = An if-then plan that helped
rewards-badge-environment = Set the scene
rewards-badge-environment-rule = Set up five things of the environment
rewards-badge-told = Told someone
rewards-badge-told-rule = Tick the step of telling one person
rewards-badge-experiment = Tried it out
rewards-badge-experiment-rule = Decide an experiment
rewards-badge-ten-hours = Ten hours
rewards-badge-ten-hours-rule = Ten hours of focus
rewards-badge-thirty-days = Thirty days
rewards-badge-thirty-days-rule = Thirty days done
rewards-badge-hundred-sessions = A hundred sessions
rewards-badge-hundred-sessions-rule = Finish a hundred sessions
rewards-badge-hundred-hours = A hundred hours
rewards-badge-hundred-hours-rule = A hundred hours of focus
