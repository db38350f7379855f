"""Pictures: their elements, their texts, whose caption and whose credit they are.

`images` reads an <img>, `figures` a picture's element (`names`: what names say in there), `containers` finds elements
that are such without saying so, `numbering` makes a `record.Picture` of each as the reader goes; `parts` and `lines`
take caption, credit and label words apart once the language is known, `credited` adds what only the page's JSON says.
"""
