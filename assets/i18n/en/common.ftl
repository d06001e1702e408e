# Words used on more than one screen. Figures come already grouped ("8 420").

app-name = Mainspring

close = Close
cancel = Cancel
save = Save
undo = Undo
redo = Redo
today = Today
yesterday = Yesterday
tomorrow = Tomorrow

# Values joined in a row: "61 sessions, 61 votes" and "60 000 · 14 %".
list-comma = { $first }, { $second }
list-dot = { $first } · { $second }

duration-seconds = { $seconds } s
duration-minutes = { $minutes } min
duration-hours = { $hours } h
duration-hours-minutes = { $hours } h { $minutes } min
duration-hours-minutes-short = { $hours } h { $minutes }

percent = { $value } %

date-long = { $day } { $month } { $year }
date-day-month = { $day } { $month }
date-short = { $weekday } { $day } { $month }
date-month-year = { $month } { $year }
date-time = { $day } { $time }
date-range = { $first } – { $last }

weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
weekday-short-1 = Mon
weekday-short-2 = Tue
weekday-short-3 = Wed
weekday-short-4 = Thu
weekday-short-5 = Fri
weekday-short-6 = Sat
weekday-short-7 = Sun

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec

accent-gold = Gold
accent-copper = Copper
accent-bronze = Bronze
accent-steel = Blued steel

# What a screen reader says of the widgets.
widget-rating = { $name } { $value } of { $most }
widget-less = { $name }: less
widget-more = { $name }: more
widget-dismiss = Dismiss
widget-toasts = Messages

# Why something was not done.
refusal-no-goal = There is no goal yet.
refusal-goal-active = One goal at a time: close the present one first.
refusal-session-running = A session is running; finish it first.
refusal-not-running = No session is running.
refusal-paused = The session is paused.
refusal-not-paused = The session is not paused.
refusal-gap-unanswered = First say what the gap was.
refusal-no-break = There is no break.
refusal-unknown = This { $what ->
    [goal] goal
    [wish] wish
    [count] count
    [item] item
    [rest] rest
    [reward] reward
    [plan] plan
    [use] use
    [reminder] reminder
    [review] review
    [experiment] experiment
    [partner] partner
    [pledge] pledge
    [community] community
    [check-in] check-in
    [outlet] place
   *[session] session
} is gone.
refusal-empty = { $field ->
    [unit] A unit is needed.
    [obstacle] Say what is in the way.
    [action] Say what you will do then.
    [item] An item needs a few words.
    [path] Name a file or folder.
    [program] Name a program.
    [experiment] Say what you will do differently.
    [name] A name is needed.
    [mail] A mail address is needed.
    [address] A link is needed.
    [pledge] Say what you will do.
    [when] Say when the plan of both begins.
    [then] Say what you will do together.
    [weekdays] A reminder needs one day of the week at least.
   *[title] A title is needed.
}
refusal-too-long = At most { $max } characters.
refusal-out-of-range = { $what ->
    [split] Both parts need some time.
    [rest] The last day comes before the first, or it is more than a year.
    [minutes] A session is between a second and 16 hours long.
    [target] A target is between 1 minute and 16 hours a day.
    [total] A total is a number above zero.
    [count] A count is a number, and not zero.
    [reminders] There are as many reminders as there can be.
    [time] A time is between 00:00 and 23:59.
    [rating] A rating is between 1 and 5.
    [seven] An answer is between 1 and 7.
    [ten] An answer is between 0 and 10.
    [period] Only a whole week or month since the goal began can be looked back at.
    [question] This review does not ask that.
    [items] 60 items are enough; put one away first.
    [arguments] At most 32 arguments.
    [address] Only links that begin with http:// or https:// are taken, without spaces.
    [mail] A mail address is such as ada@example.org.
    [until] A pledge ends today or later.
    [pledge] It stays as it was said: only on its first day it can be taken back.
    [pledges] There are as many open pledges as there can be.
    [partners] There are as many partners as there can be.
    [communities] There are as many communities as there can be.
    [outlets] There are as many places as there can be.
    [characters] It holds a character that cannot be shown.
   *[other] This figure is out of range.
}
refusal-in-future = This would lie in the future.
refusal-overlaps = It overlaps another session.
refusal-overlaps-at = It overlaps the session of { $date }, { $time }.
refusal-review-done = This review is done; open it again to change it.
refusal-nothing-to-undo = Nothing to undo.
refusal-nothing-to-redo = Nothing to redo.

# Every chart can be read as a table, and saved as a file.
chart-table = Table
chart-picture = Chart
chart-table-of = { $chart }: table
chart-picture-of = { $chart }: chart
chart-save = Save
chart-save-of = Save { $chart }
chart-save-as = Save { $chart } as { $kind }
