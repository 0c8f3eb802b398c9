"""What a transcript and a task are; the standard library only."""
