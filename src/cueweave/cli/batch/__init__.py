"""Whole folders: which recordings there are (`pairs`), what becomes of each (`jobs`), here or at a server."""
