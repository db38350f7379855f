"""What each block is: the rules, in order. `texts` labels the blocks of raw text, `pages` those of a page.

Importing either fills the table of rules (`table.RULES`); neither is imported here, since one input needs one.
"""
