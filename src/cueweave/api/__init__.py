"""HTTP: routes, identity, uploads, errors to status codes."""
