"""Capture → Document: charset, main text, title, date, outlet, language, sentences, fingerprint."""
