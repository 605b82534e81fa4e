"""名词: the frozen nouns that every other folder speaks. Imports nothing of ours."""
