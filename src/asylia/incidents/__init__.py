"""All reports of one occurrence, grouped across languages, with every attribute's competing values kept."""
