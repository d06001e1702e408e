# Settings: every id starts with "settings-".

settings-title = Settings
settings-subtitle = Every change applies at once.
settings-minutes-unit = min
settings-percent-unit = %

settings-time = Time
settings-day-start = A day starts at
settings-day-start-note = A session before that hour belongs to the day before.
settings-week-start = A week starts on
settings-clock = The clock shows
settings-clock-note = Seconds always show in the last minute.
settings-clock-minutes = Minutes
settings-clock-seconds = Seconds

settings-length = Length of sessions
settings-session-minutes = Length of a session
settings-session-minutes-note = Used for the next one you start.
settings-length-mode = How it changes
settings-length-growing = Growing
settings-length-fixed = Fixed
settings-length-growing-note = A longer or shorter one is offered after some days. You decide.
settings-length-fixed-note = Nothing is offered. It stays as you set it.
settings-longest = Longest one offered
settings-longest-note = Growth stops there.

settings-advice = Advice on Focus
settings-advice-note = One card at most, with its reason. What is off here stays silent.

settings-notifications = Notifications
settings-notifications-show = Show them
settings-notifications-on = On
settings-notifications-private = Private
settings-notifications-off = Off
settings-notifications-on-note = With your goal and your reward in them.
settings-notifications-private-note = Without your own words, for shared screens.
settings-notifications-off-note = Messages appear only in this window.
settings-sound = With a sound
settings-quiet = Quiet hours
settings-quiet-note = Only the end of a session or break you started is announced.
settings-quiet-from = Quiet from
settings-quiet-to = Quiet until
settings-delivery-unknown = Not tried yet since Mainspring was opened.
settings-delivery-working = Notifications reach this desktop.
settings-delivery-none = No notification service answers on this desktop. Messages appear in this window instead.
settings-delivery-hung = The notification service does not answer. Messages appear in this window instead.
settings-test = Send a test
settings-test-note = It looks like the one at the end of a session.

settings-look = Look
settings-theme = Theme
settings-theme-system = System
settings-theme-light = Light
settings-theme-dark = Dark
settings-accent = Accent
settings-text-size = Text size
settings-text-size-note = 80 to 200 %, for everything in the window.
settings-motion = Motion
settings-motion-system = System
settings-motion-full = Full
settings-motion-reduced = Reduced
settings-celebration = Celebrate an earned session
settings-celebration-note = The spring winds its new coil before your eyes.
settings-celebration-note-still = The new coil is there at once, as motion is reduced.
settings-game = Level and badges
settings-game-note = On the Rewards page, from what you really did. Off hides them; nothing is lost.

settings-data = Data
settings-path = All of it is in this one file
settings-saved = Everything is saved.
settings-saved-at = Everything is saved. Last change written: { $when }.
settings-saving = Saving…
settings-demo = This is sample data. Nothing of it is saved.
settings-quarantine = { $count ->
    [one] One record broke a rule. It is left out of every figure and kept word for word in the file.
   *[other] { $count } records broke a rule. They are left out of every figure and kept word for word in the file.
}
settings-quarantine-line = { $list }: { $reason }
settings-backups = Backups
settings-backups-none = None yet. The first one is made after the first day.
settings-backups-note = Kept: the 10 newest, one a day for 14 days, one a week for 8 weeks.
settings-backups-stale = No good backup since { $when }. Check that the folder can be written to.
settings-backups-all = Show all { $count }
settings-backups-few = Show fewer
settings-backup-holds = { $count ->
    [one] 1 session, { $focus }
   *[other] { $shown } sessions, { $focus }
}
settings-backup-unreadable = cannot be read
settings-size-kb = { $size } KB
settings-size-mb = { $size } MB
settings-restore-more = Restore…
settings-restore-named = Restore the backup of { $when }
settings-restore-title = Backup of { $when }
settings-restore-note = What is here now is backed up first, so you can go back to it from the same list.
settings-restore-running = A session is running. Finish it first, then restore.
settings-restore = Restore this backup
settings-fact = In the file
settings-fact-now = Now
settings-fact-backup = In the backup
settings-fact-goals = Goals
settings-fact-sessions = Sessions
settings-fact-focus = Focus

settings-keyboard = Keyboard
settings-keyboard-note = Everything works without a mouse.

settings-about = About
settings-version = Mainspring { $version }
settings-renderer = Drawn with { $renderer }
settings-about-note = No account, and no network but for what you set up on People. What you write stays in your file.
settings-licences-more = Licences…
settings-licences = Licences
settings-licence-own = Mainspring is free software under the MIT licence or the Apache licence 2.0, as you choose.
settings-licence-fonts = The letters are Inter, under the SIL Open Font License 1.1. The icons are Phosphor, under the MIT licence.
settings-licence-crates = It is built with these Rust crates:
settings-details-copy = Copy details
settings-details-note = For a report: version, system, state. Nothing you wrote.
