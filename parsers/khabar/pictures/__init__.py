"""Pictures, of texts and of pages: one record from the reader to the article, its caption and its credit.

`record` is what a reader hands on, `lines` takes a caption's lines apart, `credits` the credit off a caption. What an
element of a page says of its picture is read in `html/pictures`; which line of a text is a picture's, the rules say
(`labels/pictures`).
"""
