"""Files, folders, records and processes: from names to parsed documents. The stages themselves do no I/O."""
