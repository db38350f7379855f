"""From a page's text to a tree: `parse.parse_tree`, and what libxml2 would cut, lose or misread mended before it."""
