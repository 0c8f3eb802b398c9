"""Programs and services that we call; they know nothing of transcripts."""
