"""Where in the tree the article is: `weights` weighs text, `core` finds its element, `headings` its title."""
