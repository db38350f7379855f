"""`khabar diff`: two sets of documents, matched, and what differs in each pair."""
