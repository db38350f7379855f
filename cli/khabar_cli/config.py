"""The configuration: `KHABAR_*` variables, and `khabar.toml` in the working directory or the nearest one above it.

The command line goes before the environment, that before the file, and a command's own table ([quotes]) before the
keys over all tables, which are for every command that has such an option. Keys are long options without their dashes.
What is unknown, or not of the option's type, is an error: a misspelt key would be silently without effect.

Not in a configuration are (NOT_IN_CONFIG):

- what one call reads, asks for or writes over (`--output`, `--force`, `--skip-existing`, `--files-from`, `--null`,
  `--speaker`, `--speaker-exact`, `--agency`, explain's `--quotes`, `--check`, `--only`, `--line`): a
  forgotten line would redirect, overwrite or hide the results of every call;
- `--json` and `--jsonl`, which `format` says;
- `--fields` and `--sort` over all tables and as variables: their values differ by command.

A value that does not fit a call gives way: a `format` over all tables where a command, or its output, cannot have it
(Parquet on a terminal) or the output's name says another (-o a.csv), `bom` where the format is another. In a
command's own table only `errors`, `bom` and `sync` do, which depend on other options; else it is an error, as on
the command line.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

import typer

from khabar_cli.dispatch import FILE, PREFIX, variables

if TYPE_CHECKING:
    from typer.core import TyperCommand

NOT_IN_CONFIG = {
    **dict.fromkeys(
        (
            *("output", "force", "skip_existing", "files_from", "null"),
            *("speaker", "speaker_exact", "agency", "quotes", "only", "line", "check"),
        ),
        "it is for one call",
    ),
    **dict.fromkeys(("json", "jsonl"), 'write format = "{name}"'),
}
"""Options that no configuration sets, and why."""
BY_COMMAND = ("fields", "sort")
"""Options that only a command's own table sets."""
PATHS = ("lexicon", "names")
"""Options whose values are names of files: relative ones are found beside the file that names them."""
RESERVED = frozenset({"DEBUG", "COMPILE", "KNOWN", "EXAMPLES", "CORPUS", "UPDATE"})
"""Variables that are no options: that of --debug, and those of the build and the tests."""
_WORDS = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}


def _error(where: str, message: str) -> typer.BadParameter:
    return typer.BadParameter(message, param_hint=where)


class Setting(NamedTuple):
    """A value of the configuration."""

    value: Any
    where: str
    """For messages: `khabar.toml:3: jobs`, `KHABAR_JOBS`."""
    own: bool = False
    """It is meant for this command alone."""


def settings(command: TyperCommand, path: str | None) -> dict[str, Setting]:
    """What the configuration says of a command's options, by the names of their parameters. `path`: of the
    khabar.toml, if there is one. Raises typer.BadParameter."""
    given = variables()
    params = {param.name: param for param in command.params if param.param_type_name == "option"}
    found: dict[str, Setting] = {}
    if path is not None:
        for name, setting in _of_file(path, command.name or ""):
            if name in params:
                found[name] = setting._replace(value=_fitted(setting, params[name]))
    for name, setting in _of_environment(given):
        if name in params:
            found[name] = setting._replace(value=_read(setting, params[name]))
    return found


def shown(path: str) -> str:
    """The file's name for messages: short where it is the working directory's."""
    return FILE if os.path.dirname(path) == os.getcwd() else path


def _of_environment(given: Mapping[str, str]) -> Iterator[tuple[str, Setting]]:
    from khabar_cli.registry import long_options

    known = {option.lstrip("-") for options in long_options().values() for option in options}
    for variable, value in given.items():
        key = variable.removeprefix(PREFIX)
        if key in RESERVED:
            continue
        name = key.lower()
        _check_key(variable, name.replace("_", "-") if key.isupper() else "", known, as_variable=True)
        if name in BY_COMMAND:
            raise _error(variable, f"--{name} differs by command; set it in a table of {FILE}")
        yield name, Setting(value, variable)


def _of_file(path: str, command: str) -> Iterator[tuple[str, Setting]]:
    """The settings for this command: first those over all tables, then its own."""
    from khabar_cli.registry import long_options

    document, text = _load(path)
    known = {name: {option.lstrip("-") for option in options} for name, options in long_options().items()}
    every = set().union(*known.values())
    tables = {key: value for key, value in document.items() if isinstance(value, dict)}
    yield from _lexicon(path, text, tables.pop("lexicon", {}))
    _check_tables(path, text, tables, known)
    for key, value in ((key, value) for key, value in document.items() if not isinstance(value, dict)):
        where = _place(path, text, None, key)
        if key in known:
            raise _error(where, f"is a command: write its options in one table, [{key}]")
        _check_key(where, key, every)
        if key in BY_COMMAND or key == "lexicon":
            hint = "[lexicon] files = […]" if key == "lexicon" else f"[quotes] {key} = …"
            raise _error(where, f"write it in a table, such as {hint}")
        yield _name(key), Setting(_beside(path, key, value), where)
    for key, value in tables.get(command, {}).items():
        yield _name(key), Setting(_beside(path, key, value), _place(path, text, command, key), own=True)


def _check_tables(path: str, text: str, tables: Mapping[str, Any], known: Mapping[str, Collection[str]]) -> None:
    """Raises typer.BadParameter where a table is no command's, or has a key that the command does not have. `known`:
    the options of each command."""
    from khabar_cli.usage import having, no_command

    every = set().union(*known.values())
    for table, keys in tables.items():
        if table not in known:
            raise _error(_place(path, text, table), no_command(table, known, "command"))
        for key in keys:
            where = _place(path, text, table, key)
            if key in every and key not in known[table]:
                raise _error(where, f"{table} has no such option; {having(key, known)}")
            _check_key(where, key, known[table])


def _lexicon(path: str, text: str, keys: Mapping[str, Any]) -> Iterator[tuple[str, Setting]]:
    for key, value in keys.items():
        where = _place(path, text, "lexicon", key)
        if key != "files":
            raise _error(where, "no key is called so; [lexicon] has files")
        yield "lexicon", Setting(_beside(path, "lexicon", value), where)


def _load(path: str) -> tuple[dict[str, Any], str]:
    import tomllib

    try:
        with open(path, "rb") as file:
            text = file.read().decode("utf-8")
        return tomllib.loads(text), text
    except OSError as error:
        raise _error(shown(path), f"{error.strerror}") from None
    except UnicodeDecodeError:
        raise _error(shown(path), "is not UTF-8") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise _error(shown(path), f"is not TOML: {error}") from None


def _check_key(where: str, key: str, known: Collection[str], *, as_variable: bool = False) -> None:
    name = _name(key)
    if name in NOT_IN_CONFIG and key in known:
        raise _error(where, f"cannot be configured: {NOT_IN_CONFIG[name].format(name=name)}")
    if key in known:
        return
    if as_variable:
        options = {PREFIX + _name(one).upper() for one in known if _name(one) not in (*NOT_IN_CONFIG, *BY_COMMAND)}
        switches = {"KHABAR_DEBUG", "KHABAR_NO_CONFIG"}
        raise _error(where, f"no variable is called so; {_near(where, options | switches)}")
    raise _error(where, f"no option is called so; {_near(key, known)}")


def _near(name: str, known: Collection[str]) -> str:
    from khabar.hints import did_you_mean

    return (name != PREFIX and did_you_mean(name, known, count=1)) or "khabar help COMMAND lists the options"


def _name(key: str) -> str:
    return key.replace("-", "_") if "_" not in key else key


def _place(path: str, text: str, table: str | None, key: str | None = None) -> str:
    """`khabar.toml:3: [quotes] kind`; without the number where the key is written in a way that is not looked for."""
    current: str | None = None
    line = None
    for number, written in enumerate(text.splitlines(), 1):
        if header := re.match(r"\s*\[\s*[\"']?([\w-]+)[\"']?\s*\]", written):
            current = header[1]
            if key is None and current == table:
                line = number
                break
        elif key is not None and current == table and re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*[=.]", written):
            line = number
            break
    label = " ".join(part for part in (f"[{table}]" if table else None, key) if part)
    return f"{shown(path)}{'' if line is None else f':{line}'}: {label}"


def _beside(path: str, key: str, value: Any) -> Any:
    """Names of files, relative to the one that they stand in."""
    if _name(key) not in PATHS:
        return value
    folder = os.path.dirname(path)
    if isinstance(value, list):
        return [os.path.join(folder, one) if isinstance(one, str) else one for one in value]
    return os.path.join(folder, value) if isinstance(value, str) else value


def _fitted(setting: Setting, param: Any) -> Any:
    """A TOML value for this option. Raises typer.BadParameter where its type is another."""
    value = setting.value
    listed = param.multiple or (param.metavar or "").endswith(",...")
    number = param.type.name.startswith(("int", "float"))
    if param.is_flag:
        wanted, fits = "true or false", isinstance(value, bool)
    elif listed:
        texts = value if isinstance(value, list) else [value]
        wanted, fits = "a text or a list of texts", all(isinstance(one, str) for one in texts)
        value = texts if param.multiple else ",".join(map(str, texts))
    elif number or (param.metavar == "N" and not isinstance(value, str)):
        wanted, fits = _number(value, whole=param.type.name.startswith("int") or not number)
        wanted += "" if number else ' or a text such as "64K"'
        value = value if number else str(value)
    else:
        wanted, fits = "a text in quotation marks", isinstance(value, str)
    if not fits:
        raise _error(setting.where, f"takes {wanted}, not {as_toml(setting.value)}")
    return _chosen(setting, param, value)


def _number(value: Any, *, whole: bool) -> tuple[str, bool]:
    """What is wanted, and whether the value is that."""
    fits = isinstance(value, int if whole else (int, float)) and not isinstance(value, bool)
    return "a whole number" if whole else "a number", fits


def _chosen(setting: Setting, param: Any, value: Any) -> Any:
    """The value, one of the option's choices where it has any: also where the command line says something else."""
    choices = getattr(param.type, "choices", None)
    if choices is not None and isinstance(value, str) and value not in choices:
        from khabar_cli.usage import wrong_value

        raise _error(setting.where, wrong_value(param, value))
    return value


def _read(setting: Setting, param: Any) -> Any:
    """The value of a variable for this option; what may be repeated is separated as in PATH. Raises
    typer.BadParameter."""
    value: str = setting.value
    if param.is_flag:
        if value.lower() not in _WORDS:
            raise _error(setting.where, f"takes 1 or 0, not {value}")
        return _WORDS[value.lower()]
    return value.split(os.pathsep) if param.multiple else _chosen(setting, param, value)


def as_toml(value: Any) -> str:
    """A value as TOML writes it."""
    import json

    if isinstance(value, list):
        return f"[{', '.join(map(as_toml, value))}]"
    return (
        json.dumps(value, ensure_ascii=False) if isinstance(value, bool | int | float | str) else "a table or a date"
    )
