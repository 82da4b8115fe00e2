"""Looking at the record's quality: scores against labelled pages."""
