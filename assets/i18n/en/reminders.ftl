# Reminders.
