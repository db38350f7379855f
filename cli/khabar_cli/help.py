"""Help texts: what each command does, in a sentence, and examples. Tests run every example."""

from __future__ import annotations

from typing import NamedTuple

INPUT, OUTPUT, BATCH, TERMINAL = "Input", "Output", "Batch", "Terminal"
GROUPS = (OUTPUT, INPUT, BATCH, TERMINAL)
"""The groups of options, in the order of the help. An option names its own: `rich_help_panel=INPUT`."""

EXIT_STATUS = "Exit status: 0 all parsed, 1 some input failed, 2 usage, 130 interrupted."
MORE = "khabar help COMMAND has the options of a command. khabar FILE is short for khabar parse FILE."


CONFIGURATION = (
    "Options can be set in a file khabar.toml, in the working directory or the nearest folder above it, and in "
    "variables of the environment. The command line goes before the environment, and that before the file.",
    'A key of khabar.toml is a long option without its dashes: jobs = 4, format = "csv", min-confidence = 0.7. It '
    "is for every command that has the option; in a table, such as [quotes], it is for that command alone. Names of "
    'files are relative to khabar.toml. [lexicon] files = ["own.txt"] adds lexicon files of your own. Unknown keys '
    "are errors. --no-config and KHABAR_NO_CONFIG=1 ignore the file.",
    "A variable is KHABAR_ and the long option: KHABAR_FORMAT=csv, KHABAR_MIN_CONFIDENCE=0.7, KHABAR_QUIET=1. "
    "KHABAR_PAGER=0 is --no-pager, KHABAR_DEBUG=1 is --debug. NO_COLOR, FORCE_COLOR, COLUMNS and PAGER count too.",
    "What one call reads or writes over cannot be set: FILE, --files-from, --null, --output, --force, "
    "--skip-existing, --speaker, --speaker-exact, --agency, --only, --line; --fields and --sort only in "
    "the table of a command.",
)
"""How options are configured, in paragraphs (the man page)."""


class Help(NamedTuple):
    """What a command does, and calls that work."""

    text: str
    examples: tuple[str, ...]

    @property
    def short(self) -> str:
        """The first clause, for the list of commands."""
        return self.text.partition(". ")[0].rstrip(".")


TOP = Help(
    "Turn scraped news articles, raw text or HTML, into structure. A terminal gets a readable layout, a pipe gets "
    "JSON Lines.",
    (
        "khabar article.txt",
        "khabar quotes *.txt | jq -r '[.speaker, .text] | @tsv'",
        "khabar parse . -f csv -o articles.csv",
    ),
)

HELP = {
    "parse": Help(
        "Whole articles: title, sections, pictures, what was stripped.",
        (
            "khabar parse article.txt",
            "khabar parse *.txt | jq -r '[.published, .url, .title] | @tsv'",
            "khabar parse . --exclude 'draft*' -o json/ --skip-existing",
            "jq -Rsc '{id: 7, text: .}' article.txt | khabar parse --input-format jsonl",
        ),
    ),
    "report": Help(
        "A page for a browser: every line with its label, quotations by speaker. Stripped lines stay in their "
        "place, in grey, with the rule and the reason. Several FILEs make one page with a list, a search and charts. "
        "The page is one file and loads nothing from a network.",
        (
            "khabar report article.txt -o report.html",
            "khabar report *.txt *.html -o report.html",
        ),
    ),
    "sections": Help(
        "One row per section: heading and paragraphs. Sections, paragraphs and pictures count from 0 in every "
        "format; lines of a source count from 1, as in an editor.",
        (
            "khabar sections article.txt -f table",
            "khabar sections *.txt | jq -r 'select(.heading) | .heading'",
        ),
    ),
    "credits": Help(
        "One row per picture: credit, caption and alt text.",
        (
            "khabar credits page.html",
            "khabar credits -f tsv --fields credit,caption,src *.html",
            "khabar credits --agency رويترز --agency afp *.txt | jq -r .credit",
            "khabar credits *.txt | jq -r '.credit // empty' | sort | uniq -c | sort -rn",
        ),
    ),
    "agencies": Help(
        "One row per picture agency: how many pictures, in how many files. A picture with two agencies counts for "
        "both. The last row counts the pictures without an agency.",
        (
            "khabar agencies *.html",
            "khabar agencies *.txt *.html | jq -r 'select(.files > 1) | .agency // empty'",
            "khabar agencies --sort agency -f csv *.html",
        ),
    ),
    "quotes": Help(
        "One row per quotation: speaker, text, kind and place.",
        (
            "khabar quotes article.txt",
            "khabar quotes --kind direct,partial --speaker رئيس *.txt | jq -r .text",
            "khabar quotes -f csv --min-confidence .9 --fields speaker,text,heading *.txt",
        ),
    ),
    "statements": Help(
        "One row per statement: speaker, text, type and place. A statement is reported speech without quotation "
        "marks.",
        (
            "khabar statements article.txt",
            "khabar statements --type demand,denial *.txt | jq -r '[.type, .speaker, .text] | @tsv'",
        ),
    ),
    "speakers": Help(
        "One row per speaker: how many quotations and words, in how many files. The forms of a name are merged; two "
        "people with one surname are not.",
        (
            "khabar speakers *.txt",
            "khabar speakers --sort words *.txt | jq -r 'select(.files > 1) | .speaker'",
            "khabar speakers --of quotes,statements -f csv *.txt",
        ),
    ),
    "stats": Help(
        "What a corpus is made of, in figures. Over all FILEs: documents by language, publisher, year and format; "
        "how many have no title, byline, date or body; the share of words that was stripped; rules and warnings; and "
        "how many documents contain no marker that khabar knows, which suggests an unknown publisher.",
        (
            "khabar stats *.txt *.html",
            "khabar stats *.txt | jq -r '.publishers[] | [.documents, .publisher] | @tsv'",
            "khabar stats --fields rules -f csv -o rules.csv *.html",
        ),
    ),
    "text": Help(
        "The clean body as plain text: title, headings, paragraphs.",
        (
            "khabar text article.txt",
            "khabar text -f markdown page.html > article.md",
            "khabar text --jsonl *.txt | jq -r .text",
        ),
    ),
    "explain": Help(
        "Every line or block with its label, the rule that set it, and why. On a terminal, -v shows rules and "
        "reasons. With --quotes: every quotation and statement, and the speakers that were candidates. With --check: "
        "your corrections, and what khabar says now; the exit status is 1 where they differ.",
        (
            "khabar explain article.txt",
            "khabar explain *.txt | jq -r .rule | sort | uniq -c | sort -rn",
            "khabar explain -v --only caption,credit --without credit.label article.txt",
            "khabar explain --quotes article.txt | jq -c '[.speaker, .cue, .candidates[0].features[0]]'",
        ),
    ),
    "diff": Help(
        "What differs between two documents, or two sets. A and B are files or folders: pages or texts, or what "
        "khabar parse has printed. Documents are matched by their source, in folders by the names of files. The "
        "exit status is 0 where they are equal, 1 where they differ, 2 where one cannot be read.",
        (
            "khabar diff article.txt article.txt",
            "khabar parse article.txt > old.jsonl; khabar diff old.jsonl article.txt",
            "khabar diff --fields title,quotes old.jsonl article.txt | jq -r .what | sort | uniq -c",
        ),
    ),
    "score": Help(
        "How right khabar is on documents that you corrected: precision, recall, F1. It measures the body, "
        "paragraphs, headings, captions, credits, the title, quotations, their speakers and kinds. GOLD is a "
        "corrections.json that a report saved, or the JSON of khabar parse, corrected by hand. Documents are matched "
        "by their source, otherwise by the name of their file.",
        (
            "khabar parse *.txt > gold.jsonl; khabar score gold.jsonl *.txt > scores.jsonl",
            "khabar score gold.jsonl *.txt --by document -f csv",
            "khabar score corrections.json *.txt | jq -r '[.what, .f1] | @tsv'",
            "khabar explain --check corrections.json -q *.txt | jq -c 'select(.agrees | not)'",
        ),
    ),
    "rules": Help(
        "The rules that label lines and blocks, in order.",
        ("khabar rules skip.page", "khabar rules --jsonl | jq -r .id", "khabar rules -f markdown > rules.md"),
    ),
    "schema": Help(
        "A JSON Schema of what a command prints. It holds for each line of the command's JSON Lines. With --fields, "
        "it is the schema of that call.",
        (
            "khabar schema | jq '.properties | keys'",
            "khabar schema quotes | jq -r '.properties.kind.description'",
            "khabar schema credits --fields credit,caption,url > credits.schema.json",
        ),
    ),
    "config": Help(
        "The options that khabar.toml and KHABAR_* variables set, each checked. khabar.toml is found in the working "
        "directory or the nearest folder above it.",
        ("khabar config", "KHABAR_FORMAT=csv khabar config --json | jq .options.parse.format"),
    ),
    "completion": Help(
        "The script that makes a shell complete commands, options and their values.",
        ("source <(khabar completion bash)", "khabar completion fish > khabar.fish"),
    ),
    "help": Help("The help of a command.", ("khabar help quotes",)),
}
"""The commands, in the order of the help."""
