"""Pure functions over words that several rooms need: folding, scripts, sentences, numbers, dates, romanisation."""
