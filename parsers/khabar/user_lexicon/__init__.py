"""A user's own lexicon: its files are read and checked here, and used beside ours by `khabar.lexicon`."""
