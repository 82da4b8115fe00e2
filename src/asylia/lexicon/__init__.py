"""Words and places as data: the tables that ship, a user's additions, and their loader."""
