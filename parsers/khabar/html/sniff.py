"""(being written)"""
HEAD = 200
def is_html(text: str) -> bool:
    return text[:400].lstrip("\ufeff \t\r\n").casefold().startswith(("<!doctype html", "<html", "<head", "<body", "<?xml", "<!--"))
