"""Writes synthetic reports. Shares no code with the auditor: it knows the field in its own words."""
