"""The words: the lexicon and how a text is cut into it, their tags, their English endings."""
