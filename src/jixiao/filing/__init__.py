"""填报: what a unit enters once, as YAML, as JSON and as a workbook, to a Filing and back."""
