"""From a request to a result: submit, limits, worker, cancel, cleanup."""
