"""The commands; the only reader of settings."""
