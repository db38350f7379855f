"""Pictures: their elements, their texts, whose caption and whose credit they are.

`images` reads an <img>, `figures` a picture's element, `containers` finds elements that are such without saying so,
`numbering` gives pictures their number as the reader goes; `parts` takes caption, credit and label words apart once
the language is known, `credited` adds what only the page's JSON says.
"""
