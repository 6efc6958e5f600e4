"""Who does what to whom in one clause, read off spaCy's parse: pure functions over tokens, shared by the stages."""
