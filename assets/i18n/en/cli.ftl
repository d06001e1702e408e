# Command line: every id starts with "cli-". Words that belong to clap itself ("Usage", "error") are not here.

cli-about = One goal, honest timed sessions, and a spring that only ever grows
cli-help-data = The data file; without it, the one of this user
cli-help-demo = A year of sample data in memory; nothing is saved
cli-help-start = Start a session of the current goal at once, 1 to 240 minutes; without a number, as long as in the settings
cli-help-minimized = Open the window minimized
cli-help-renderer = What draws the window; auto tries glow, then wgpu
cli-help-status = Say how things stand, without a window
cli-help-json = As JSON
cli-help-doctor = Check the file, its lock and backups, notifications and the display, without a window
cli-after-help = Exit codes: 0 fine, 1 a problem, 2 arguments that make no sense.
cli-window-words = --start, --minimized and --renderer are about the window; status and doctor open none
cli-data-empty = --data names no file
cli-data-is-folder = --data { $path }: this is a folder; name a file in it
cli-error = error: { $message }
cli-no-file = there is no data file at { $path }; it is made when the first goal is written
cli-unreadable = { $path } cannot be read: { $reason }
cli-unreadable-at = { $path } cannot be read: line { $line }, column { $column }: { $reason }

cli-status-goal = Goal
cli-status-no-goal = none yet
cli-status-now = Now
cli-status-today = Today
cli-status-of-target = { $done } of { $target }
cli-status-all = In all
cli-status-focus = { $count ->
    [one] { $focus } in 1 session
   *[other] { $focus } in { $count } sessions
}
cli-status-days = Days
cli-status-of-28 = { $days } of the last 28
cli-status-strength = Strength
cli-status-jewel = Next jewel
cli-status-jewel-left = { $at }, { $left } to go
cli-status-next = Next
cli-status-apart = Set apart
cli-status-quarantined = { $count ->
    [one] 1 record that broke a rule
   *[other] { $count } records that broke a rule
}
cli-status-file = File
cli-status-sample = sample data, in memory only
cli-status-running = { $state }, { $done } of { $planned }
cli-state-focusing = focusing
cli-state-paused = paused
cli-state-asking = waiting to be told what a gap was
cli-state-interrupted = interrupted, the window is not open

cli-level-fine = ok
cli-level-warning = warning
cli-level-problem = problem
cli-doctor-file = file
cli-doctor-file-fine = { $path }, format { $version }, { $sessions ->
    [one] 1 session
   *[other] { $sessions } sessions
}
cli-doctor-file-new = none yet; the first goal makes { $path }
cli-doctor-file-gone = { $path } was there before and is gone; open Mainspring to find it or restore a backup
cli-doctor-file-newer = { $path } has format { $version }, written by a newer version; this one knows { $known } and opens it read-only
cli-doctor-file-apart = { $path }: { $apart ->
    [one] 1 record breaks a rule and is
   *[other] { $apart } records break a rule and are
} left out of every figure
cli-doctor-file-read-only = { $path } cannot be written; Mainspring opens it read-only
cli-doctor-lock = lock
cli-doctor-lock-free = free
cli-doctor-lock-held = held by an open window; a second one opens read-only
cli-doctor-lock-none = this file system has no locks; keep only one window open
cli-doctor-lock-error = { $path }: { $reason }
cli-doctor-backups = backups
cli-doctor-backups-none = none yet in { $path }
cli-doctor-backups-fine = { $count } in { $path }, { $good } good, the last of { $last }
cli-doctor-backups-stale = the last good one of { $last } lies more than a day behind the file; see { $path }
cli-doctor-notifications = notifications
cli-doctor-notifications-fine = a service answers
cli-doctor-notifications-absent = no service on this desktop; messages appear in the window
cli-doctor-notifications-no-bus = no desktop bus; messages appear in the window
cli-doctor-notifications-hung = the desktop bus does not answer; messages appear in the window
cli-doctor-notifications-system = those of the system
cli-doctor-display = display
cli-doctor-display-wayland = Wayland { $name }
cli-doctor-display-x11 = X11 { $name }
cli-doctor-display-system = that of the system
cli-doctor-display-none = none here; status and doctor work, a window cannot open
cli-doctor-renderer = renderer
cli-doctor-renderer-order = glow, then wgpu
