"""Document in, claims out: figures, reports and positions, each with the voice behind it."""
