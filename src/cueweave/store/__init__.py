"""What is kept, and under which key: Redis and blobs."""
