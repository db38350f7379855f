"""What a page says of itself: title, authors, dates, language, publisher, address, its pictures' JSON.

`read.metadata` is the whole of it; `choice.choose_title` weighs the titles that it gives against the headings, which
`shown` reads.
"""
