"""The record's tables: one contract, SQLite behind it, with full-text search."""
