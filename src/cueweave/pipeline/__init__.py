"""The job, step by step; knows nothing of Redis, HTTP or tasks in a queue. Start at `job.py`.

Nothing is imported here: a process that only looks at an upload has no use for the libraries of the whole job.
"""
