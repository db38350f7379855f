"""Reading a page: tree, metadata, the article's region, blocks. What the blocks are is told by `khabar.labels`.

Nothing is imported here: `sniff` is asked of every text, and lxml starts slowly.
"""
