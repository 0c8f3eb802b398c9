"""The steps of the job, one a file; they know nothing of one another."""
