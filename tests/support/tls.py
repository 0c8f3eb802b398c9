"""What HTTP clients of tests check certificates with."""

import httpx

TLS = httpx.create_ssl_context()
"""Made once: a client without it reads all certificates when it is made, 25 ms of a processor each time."""
