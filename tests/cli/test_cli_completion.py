"""Completion: what a shell is offered, and the scripts that shells run."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys

import pytest
from process import Khabar


def offered(khabar: Khabar, line: str) -> list[str]:
    """What bash is offered for the last word of a line."""
    words = line.split(" ")
    done = khabar.inside(_KHABAR_COMPLETE="complete_bash", COMP_WORDS=" ".join(words), COMP_CWORD=str(len(words) - 1))
    assert (done.status, done.err) == (0, "")
    return list(filter(None, done.text.splitlines()))


@pytest.mark.parametrize(
    ("line", "some"),
    [
        ("khabar st", ["statements"]),
        ("khabar help sp", ["speakers"]),
        ("khabar quotes --ki", ["--kind"]),
        ("khabar english.txt --unord", ["--unordered"]),
        ("khabar english.txt --fields ti", ["title"]),
        ("khabar --vers", ["--version"]),
        ("khabar --fi", ["--fields", "--files-from"]),
        ("khabar --", ["--format", "--version", "--jobs", "--debug"]),
        ("khabar --without captions,skip.p", ["captions,skip.page"]),
        ("khabar -f json --fields title,ur", ["title,url"]),
        ("khabar --debug qu", ["quotes"]),
        ("khabar --debug quotes --ki", ["--kind"]),
        ("khabar --debug --forma", ["--format"]),
        ("khabar parse --format ts", ["tsv"]),
        ("khabar agencies --sort ", ["pictures", "files", "agency"]),
        ("khabar quotes --kind direct,p", ["direct,partial"]),
        ("khabar credits --agency Reu", ["Reuters"]),
        ("khabar explain --only prom", ["promo", "promo.line"]),
        ("khabar explain --only promo,tai", ["promo,tail", "promo,tail.below"]),
        ("khabar credits --agency Getty", ["Getty\\ Images"]),
        ("khabar statements --type demand,de", ["demand,denial"]),
        ("khabar speakers --of quotes,", ["quotes,statements"]),
        ("khabar parse --fields title,pub", ["title,publisher", "title,published"]),
        ("khabar credits --fields credit,ca", ["credit,caption"]),
        ("khabar rules skip.p", ["skip.page"]),
        ("khabar parse --without captions,skip.p", ["captions,skip.page"]),
        ("khabar parse --without bold_h", ["bold_headings"]),
        ("khabar parse --language f", ["fa", "fr"]),
        ("khabar parse --encoding windows-125", ["windows-1256"]),
        ("khabar parse --encoding utf-", ["utf-8"]),
        ("khabar completion ", ["bash", "zsh", "fish"]),
    ],
)
def test_values(khabar: Khabar, line: str, some: list[str]) -> None:
    found = offered(khabar, line)
    last = line.split(" ")[-1]
    assert set(some) <= set(found)
    assert [one for one in found if not one.startswith(last)] == []


@pytest.mark.parametrize("line", ["khabar parse eng", "khabar parse --output eng", "khabar parse --lexicon e"])
def test_names_of_files_are_left_to_the_shell(khabar: Khabar, line: str) -> None:
    assert offered(khabar, line) == []


def test_what_was_named_is_not_offered_again(khabar: Khabar) -> None:
    assert offered(khabar, "khabar quotes --kind direct,d") == []
    assert offered(khabar, "khabar parse --fields title,t") == ["title,text"]
    assert offered(khabar, "khabar rules assemble.x") == []


def test_every_encoding_that_is_offered_is_one(khabar: Khabar) -> None:
    from khabar.arguments import check_encoding

    names = offered(khabar, "khabar parse --encoding ")
    assert len(names) > 50
    for name in names:
        check_encoding(name)


def test_languages_have_their_names_beside_them(khabar: Khabar) -> None:
    done = khabar.inside(_KHABAR_COMPLETE="complete_zsh", _TYPER_COMPLETE_ARGS="khabar parse --language f")
    assert '"fa":"Persian' in done.text


def test_a_configuration_that_is_wrong_is_in_nobodys_way(khabar: Khabar) -> None:
    (khabar.folder / "khabar.toml").write_text("nonsense = 1\n")
    done = khabar.inside(
        KHABAR_NO_CONFIG="", _KHABAR_COMPLETE="complete_bash", COMP_WORDS="khabar parse --forma", COMP_CWORD="2"
    )
    assert (done.text.strip(), done.err) == ("--format", "")


@pytest.mark.parametrize(
    "line", ["khabar q", "khabar parse --f", "khabar parse --fields t", "khabar parse --language f", "khabar rules s"]
)
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_light(khabar: Khabar, line: str, shell: str) -> None:
    code = (
        "import atexit, json, sys\nfrom khabar_cli.main import run\n"
        "atexit.register(lambda: sys.stderr.write(json.dumps(sorted(sys.modules))))\nrun(sys.argv[1:])"
    )
    env = khabar.env(
        _KHABAR_COMPLETE=f"complete_{shell}", _TYPER_COMPLETE_ARGS=line, COMP_WORDS=line,
        COMP_CWORD=str(line.count(" ")), _TYPER_COMPLETE_FISH_ACTION="get-args",
    )  # fmt: skip
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, check=True, timeout=30)
    assert done.stdout.strip()
    heavy = {"rich", "bs4", "pyarrow", "tomllib", "pydantic", *(["lxml"] if "rules" not in line else [])}
    assert not heavy & set(json.loads(done.stderr))


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_scripts(khabar: Khabar, shell: str) -> None:
    done = khabar.inside("completion", shell)
    assert (done.status, done.err) == (0, "")
    assert "_KHABAR_COMPLETE=complete_" + shell in done.text
    assert "khabar" in done.text.splitlines()[-1]


def test_it_works_in_bash(khabar: Khabar) -> None:
    if not shutil.which("bash"):
        pytest.skip("bash is not installed")
    done = khabar.bash(
        "source <(khabar completion bash)\n"
        "complete -p khabar\n"
        "COMP_WORDS=(khabar parse --fields title,ur); COMP_CWORD=3\n"
        '_khabar_completion khabar; echo "${COMPREPLY[@]}"\n'
    )
    assert (done.status, done.err) == (0, "")
    assert done.text.splitlines() == ["complete -o default -F _khabar_completion khabar", "title,url"]


def test_it_works_in_zsh(khabar: Khabar) -> None:
    if not shutil.which("zsh"):
        pytest.skip("zsh is not installed")
    done = khabar.bash(
        "zsh -f -c 'autoload -Uz compinit; compinit -u -D; source <(khabar completion zsh); which compdef'"
    )
    assert done.status == 0


def test_it_works_in_fish(khabar: Khabar) -> None:
    if not shutil.which("fish"):
        pytest.skip("fish is not installed")
    done = khabar.bash("fish -c 'khabar completion fish | source; complete -C \"khabar parse --fields title,ur\"'")
    assert done.text.splitlines() == ["title,url"]
