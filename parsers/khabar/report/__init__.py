"""The renderer: what khabar saw of an article, as HTML that acts on nothing and asks nothing of a network.

`pieces` says what is shown and in which order, `quoted` where quotations stand in it, `article` makes HTML of it,
`page` the page round it, `many` the page of many articles, `small` what notebooks show. Of a scraped text everything
is escaped (`escaping`).
"""
