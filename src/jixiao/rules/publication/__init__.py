"""公开 (PB): what must not be published."""
