"""The inference, pure: no clock, no disk, no network, no log, no randomness."""
