"""Results in the formats that others read, one a file."""
