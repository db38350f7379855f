"""Who wrote it: the names in a byline, in raw text, in metadata and as a page shows them."""
