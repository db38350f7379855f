"""The API reference in parsers/README.md, made of the docstrings of all that `khabar.__all__` names.

`python tests/api_reference.py` writes it; a test says where it is old. The sources are read, not imported, so that
the reference is the same with every Python.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "parsers" / "README.md"
BEGIN, END = "<!-- api -->\n", "<!-- /api -->\n"
GROUPS = ("Functions", "Classes", "Errors", "Types and constants")
Definition = ast.FunctionDef | ast.ClassDef | ast.Assign | ast.AnnAssign


@cache
def body(module: str) -> list[ast.stmt]:
    """The statements of a module of the library, those under `if TYPE_CHECKING` among them."""
    path = ROOT / "parsers" / Path(*module.split("."))
    source = (path / "__init__.py" if path.is_dir() else path.with_suffix(".py")).read_text("utf-8")
    out: list[ast.stmt] = []
    for statement in ast.parse(source).body:
        out += statement.body if isinstance(statement, ast.If) else [statement]
    return out


def public_names() -> list[str]:
    """`khabar.__all__`."""
    assigned = [one for one in body("khabar") if isinstance(one, ast.Assign)]
    (value,) = [one.value for one in assigned if targets(one) == ["__all__"]]
    return list(ast.literal_eval(value))


def definition(name: str, module: str = "khabar") -> tuple[Definition, str]:
    """Where a name is defined, and the docstring."""
    statements = body(module)
    for at, statement in enumerate(statements):
        if isinstance(statement, ast.ImportFrom):
            for alias in statement.names:
                if (alias.asname or alias.name) == name and (statement.module or "").startswith("khabar"):
                    return definition(alias.name, statement.module or "")
        elif isinstance(statement, ast.FunctionDef | ast.ClassDef):
            if statement.name == name:
                return statement, ast.get_docstring(statement) or ""
        elif isinstance(statement, ast.Assign | ast.AnnAssign) and name in targets(statement):
            return statement, docstring_after(statements, at)
    raise LookupError(f"{module} does not define {name}")


def targets(statement: ast.Assign | ast.AnnAssign) -> list[str]:
    """The names that an assignment defines."""
    nodes = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
    return [ast.unparse(node) for node in nodes]


def docstring_after(statements: list[ast.stmt], at: int) -> str:
    """The text that stands below a statement and explains it."""
    after = statements[at + 1] if at + 1 < len(statements) else None
    if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant) and isinstance(after.value.value, str):
        return inspect.cleandoc(after.value.value)
    return ""


def signature(function: ast.FunctionDef, name: str, *, method: bool = False) -> str:
    """The call as it is written: short on a line, long with an argument on each. A method's is without `self`."""
    arguments = list(split(function.args))[1 if method else 0 :]
    returns = f" -> {ast.unparse(function.returns)}" if function.returns else ""
    line = f"{name}({', '.join(arguments)}){returns}"
    return line if len(line) <= 110 else f"{name}(\n" + "".join(f"    {one},\n" for one in arguments) + f"){returns}"


def split(arguments: ast.arguments) -> Iterator[str]:
    """Each argument as it is written."""
    positional = [*arguments.posonlyargs, *arguments.args]
    defaults = [None] * (len(positional) - len(arguments.defaults)) + list(arguments.defaults)
    for at, (argument, default) in enumerate(zip(positional, defaults, strict=True), 1):
        yield written(argument, default)
        if at == len(arguments.posonlyargs):
            yield "/"
    if arguments.vararg:
        yield f"*{written(arguments.vararg, None)}"
    elif arguments.kwonlyargs:
        yield "*"
    for argument, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
        yield written(argument, default)
    if arguments.kwarg:
        yield f"**{written(arguments.kwarg, None)}"


def written(argument: ast.arg, default: ast.expr | None) -> str:
    return ast.unparse(argument) + (f" = {ast.unparse(default)}".replace("'", '"') if default is not None else "")


def text(docstring: str) -> str:
    """A docstring as Markdown: its examples as code."""
    out: list[str] = []
    code = False
    for line in docstring.splitlines():
        if line.startswith(">>> ") and not code:
            out.append("```python")
            code = True
        elif code and not line:
            out.append("```")
            code = False
        out.append("" if line == "<BLANKLINE>" else line)
    if code:
        out.append("```")
    return "\n".join(out)


def entry(name: str) -> tuple[str, str]:
    """(Group, Markdown) of a public name."""
    node, docstring = definition(name)
    if isinstance(node, ast.FunctionDef):
        return "Functions", f"#### `{name}`\n\n```python\n{signature(node, name)}\n```\n\n{text(docstring)}\n"
    if isinstance(node, ast.ClassDef):
        bases = [ast.unparse(base) for base in node.bases]
        error = any(is_error(base) for base in bases)
        above = f" ({', '.join(bases)})" if error else ""
        parts = [f"#### `{name}`{above}\n\n{text(docstring)}\n", *members(node)]
        return "Errors" if error else "Classes", "\n".join(part for part in parts if part)
    value = ast.unparse(node.value).replace("'", '"') if node.value else ""
    shown = f" = `{value}`" if len(value) <= 100 else ""
    return "Types and constants", f"- `{name}`{shown}: {' '.join(docstring.split())}\n"


def is_error(name: str) -> bool:
    return name.endswith(("Error", "Exception")) or (name in public_names() and entry(name)[0] == "Errors")


def members(node: ast.ClassDef) -> Iterator[str]:
    """The fields of a class as a list, and its public methods."""
    fields = []
    for at, statement in enumerate(node.body):
        if isinstance(statement, ast.AnnAssign | ast.Assign):
            told = " ".join(docstring_after(node.body, at).split())
            line = ast.unparse(statement).replace("'", '"')
            fields.append(f"- `{line}`" + (f": {told}" if told else ""))
    if fields:
        yield "\n".join(fields) + "\n"
    for statement in node.body:
        if isinstance(statement, ast.FunctionDef) and not statement.name.startswith("_"):
            made = any(ast.unparse(one) == "classmethod" for one in statement.decorator_list)
            call = signature(statement, f"{node.name if made else ''}.{statement.name}", method=True)
            yield f"**`{call}`**\n\n{text(ast.get_docstring(statement) or '')}\n"


def reference() -> str:
    """The whole of it, without the markers."""
    entries = [entry(name) for name in sorted(public_names(), key=str.casefold)]
    parts = []
    for group in GROUPS:
        found = [told for of, told in entries if of == group]
        parts.append(f"### {group}\n\n" + ("" if group == GROUPS[-1] else "\n").join(found))
    return "\n".join(parts)


def written_readme(readme: str) -> str:
    """The README with the reference of today."""
    before, _, rest = readme.partition(BEGIN)
    _, end, after = rest.partition(END)
    assert end, f"parsers/README.md has no {BEGIN.strip()} … {END.strip()}"
    return f"{before}{BEGIN}\n{reference()}\n{END}{after}"


if __name__ == "__main__":
    README.write_text(written_readme(README.read_text("utf-8")), "utf-8")
