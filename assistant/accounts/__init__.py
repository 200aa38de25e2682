"""Connecting once: where a password is kept, and how it is asked for."""
