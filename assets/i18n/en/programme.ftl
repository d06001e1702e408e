# The programme: its path on the Goal page, the end of a stage, the next step. Every id starts with "programme-".

programme-path = The path
programme-day = Day { $day } of { $length }
programme-all-done = All { $length } days are done
programme-planned = Planned to end on { $planned }, now { $ends }.
programme-on-plan = It ends on { $ends } if no day is missed. A missed day only moves the rest forward.
programme-judge = Four to six weeks are the time to judge it by.
programme-keep-going = Keep going: now the path has no end. A look back once a month is enough. { $done } of { $steps } steps are done.
programme-sentence = The path of { $length } days in four stages: { $done } done. { $where }
programme-sentence-in = Today is day { $day }, in { $stage }.
programme-sentence-after = All stages are finished.

programme-stage-foundation = Foundation
programme-stage-habit = Habit
programme-stage-momentum = Momentum
programme-stage-sustainability = Sustainability
programme-stage-keep-going = Keep going
programme-stage-rounds = { $stage }, { $rounds ->
    [2] twice
   *[other] { $rounds } times
}
programme-stage-name = { $stage }: { $done } of { $length } days, { $steps } of 5 steps
programme-ended = done { $date }
programme-ends = to { $date }
programme-was-planned = planned { $date }
programme-steps-of = { $stage } · { $steps } of 5 steps
programme-figures = { $sessions ->
    [one] 1 session
   *[other] { $sessions } sessions
} on { $days ->
    [one] 1 day
   *[other] { $days } days
}, { $length }
programme-day-tip = Day { $day }, { $date }: { $length }
programme-day-ahead = Day { $day }
programme-stage-foundation-lead = The set-up: one goal, a tracker, a reward, and someone who knows.
programme-stage-habit-lead = A few minutes every day, until starting is easy.
programme-stage-momentum-lead = More, in small steps, and not alone.
programme-stage-sustainability-lead = What lasts: rewards, people, place, and plans for hard days.

programme-by-itself = ticks itself
programme-by-itself-hint = Ticks itself, from what you do here
programme-by-hand = by hand
programme-was-by-itself = ticked by itself
programme-share-days = { $done } of { $of } days
programme-share-rewards = { $done } of { $of } rewards
programme-share-sessions = { $done } of { $of } sessions
programme-step-done = { $step }, done, { $tick }
programme-step-open = { $step }, not done yet, { $tick }

programme-choose-goal = Choose one goal
programme-choose-goal-how = Other wishes wait in the waiting room
programme-visual-tracker = See your progress grow
programme-visual-tracker-how = The first session winds the first coil of your spring
programme-visual-tracker-way = Start a session
programme-daily-metrics = Set what counts each day
programme-daily-metrics-how = Words, pages, lessons, or your own target in minutes
programme-daily-metrics-way = Set a measure
programme-find-partner = Tell one person what you are working on
programme-find-partner-how = A friend, or a group, who will ask how it goes
programme-immediate-reward = Choose a reward for right after a session
programme-immediate-reward-how = Small, your own, and at once; and one for coming back after a miss
programme-immediate-reward-way = Name the reward
programme-short-sessions-daily = Work a few minutes every day
programme-short-sessions-daily-how = 5 to 10 minutes are enough
programme-track-every-day = See every day on the spring
programme-track-every-day-how = Each day of this stage adds a coil
programme-track-every-day-way = See the progress
programme-share-with-partner = Tell your partner how it goes
programme-share-with-partner-how = What you did, in one line
programme-reward-each-session = Take the reward after each session
programme-reward-each-session-how = At once, with “Take it now”
programme-adjust-from-what-works = Change one thing, from what works
programme-adjust-from-what-works-how = The time, the place, the length or the reward
programme-adjust-from-what-works-way = See the figures
programme-longer-sessions = Let sessions grow as they get easier
programme-longer-sessions-how = Take an offer to grow, or work more than 10 minutes
programme-more-accountability = Let more people know
programme-more-accountability-how = A group or a post: what is done, not who you want to be
programme-weekly-reward = Plan a bigger reward for the week
programme-weekly-reward-how = For when the week’s days are done
programme-celebrate-with-others = Celebrate with others
programme-celebrate-with-others-how = Show someone how far you have come
programme-refine-the-system = Refine what you do, from the results
programme-refine-the-system-how = Keep what helps, drop what does not
programme-refine-the-system-way = See the figures
programme-reward-layers = Set rewards for day, week and month
programme-reward-layers-how = Small, larger, largest
programme-supportive-community = Build a circle around your goal
programme-supportive-community-how = People who do the same, and whom you meet
programme-identity-thinking = See yourself as someone who does this
programme-identity-thinking-how = A statement, and a line of proof after a session
programme-identity-thinking-way = Write the statement
programme-lasting-environment = Make your place fit for the long run
programme-lasting-environment-how = One thing set up for good, one to check each time
programme-lasting-environment-way = Arrange the place
programme-plan-for-obstacles = Plan for obstacles
programme-plan-for-obstacles-how = One if-then plan, read back once
programme-plan-for-obstacles-way = Write a plan

programme-end-title = { $stage } is done
programme-end-sessions = Sessions
programme-end-focus = Focus
programme-end-days = Days
programme-end-days-value = { $done } in { $taken }
programme-end-steps = Steps
programme-end-steps-value = { $done } of { $of }
programme-end-go-on = Go on to { $stage }
programme-end-keep-going = Keep going
programme-end-repeat = Repeat these { $days } days
programme-end-note = Both are fine. Without an answer the path goes on by itself.
programme-end-name = End of a stage
programme-end-line = { $stage } is done: { $figures }.
programme-end-way = Look back at it

programme-next = Next step
programme-see-path = See the path

# Votes are for the identity, however it is worded: a wording only tells the sessions of its days.
programme-identity-since = Since { $date } · { $sessions }
programme-identity-earlier = { $from } – { $to } · { $sessions }
programme-identity-sessions = { $sessions ->
    [0] no session yet
    [one] 1 session
   *[other] { $sessions } sessions
}
