"""办件 by the million, the best query we can write by hand, the same in pandas, and a look at what a process needs."""
