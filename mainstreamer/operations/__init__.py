"""The verbs of people who work on a plan: functions that turn a wish into puts. No window, no SQL."""
