"""Identities: what an audience may read of them. Names are masked; encryption is not there yet."""
