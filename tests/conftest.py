"""What all tests share."""

from hypothesis import settings

# Invented inputs are the same in every run, so that a failure is seen by whoever looks; slow machines are no failure.
settings.register_profile("house", derandomize=True, deadline=None, database=None)
settings.load_profile("house")
