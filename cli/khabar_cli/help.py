"""Help texts: a sentence and examples for each command. Tests run every example."""

from __future__ import annotations

from typing import NamedTuple

EXIT_STATUS = "Exit status: 0 all parsed, 1 some input failed, 2 usage, 130 interrupted."


class Help(NamedTuple):
    """What a command does, and calls that work."""

    text: str
    examples: tuple[str, ...]

    def epilog(self) -> str:
        # \b keeps the lines as they are
        return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in self.examples) + f"\n\n{EXIT_STATUS}"


HELP = {
    "parse": Help(
        "Whole articles: title, sections, pictures, what was stripped.",
        (
            "khabar parse article.txt",
            "khabar parse page.html | jq -r '[.published, .url, .title] | @tsv'",
            "khabar parse *.txt | jq -r .title",
            "khabar parse article.txt | jq -r '.stripped[] | [.rule, .text] | @tsv'",
            "cat article.txt | khabar parse --fields title,sections --json",
            "khabar parse -f csv -o articles.csv *.txt",
            "khabar parse . --exclude 'draft*' -o json/ --skip-existing",
            "find . -name '*.txt' -print0 | khabar parse --files-from - -0",
            "jq -Rsc '{id: 7, text: .}' article.txt | khabar parse --input-format jsonl",
        ),
    ),
    "sections": Help(
        "One row per section: heading and paragraphs.",
        (
            "khabar sections article.txt",
            "khabar sections *.txt | jq -r 'select(.heading) | .heading'",
            "khabar sections article.txt -f table --bidi isolate",
        ),
    ),
    "credits": Help(
        "One row per picture: credit, caption and alt text.",
        (
            "khabar credits page.html",
            "khabar credits *.txt | jq -r '.credit // empty' | sort | uniq -c | sort -rn",
            "khabar credits -f tsv --fields credit,caption,src *.html",
        ),
    ),
    "agencies": Help(
        "Whose pictures: how many of each agency, in how many documents, over all FILEs. A picture of two agencies "
        "counts for both. The last row, without an agency, has all others: pictures whose credit names no agency, "
        "and pictures without a credit.",
        (
            "khabar agencies *.html",
            "khabar agencies *.txt *.html | jq -r 'select(.files > 1) | .agency // empty'",
            "khabar agencies --sort agency -f csv *.html",
        ),
    ),
    "quotes": Help(
        "One row per quotation: speaker, words, kind and place.",
        (
            "khabar quotes article.txt",
            "khabar quotes --kind direct,partial --speaker رئيس *.txt | jq -r .text",
            "khabar quotes -f csv --min-confidence .9 --fields speaker,text,heading *.txt",
        ),
    ),
    "statements": Help(
        "One row per statement: what somebody is reported to have said without quotation marks, with speaker, type "
        "and place.",
        (
            "khabar statements article.txt",
            "khabar statements --type demand,denial *.txt | jq -r '[.type, .speaker, .text] | @tsv'",
            "khabar statements -f csv --min-confidence .8 --fields speaker,text,heading *.txt",
        ),
    ),
    "speakers": Help(
        "Who is quoted how often and in how many words, over all FILEs: a row per person, with the forms of the name "
        "that were merged. Two people of one surname stay two. With --of quotes,statements what is reported without "
        "quotation marks is counted too; a word counts once.",
        (
            "khabar speakers *.txt",
            "khabar speakers --sort words *.txt | jq -r 'select(.files > 1) | .speaker'",
            "khabar speakers -f csv --kind direct *.txt",
            "khabar speakers --min-confidence .8 *.txt | jq -r 'select(.forms[1]) | .forms[]'",
            "khabar speakers --of quotes,statements *.txt | jq -r '[.quotes, .statements, .speaker] | @tsv'",
        ),
    ),
    "stats": Help(
        "What a corpus is made of, over all FILEs: documents by language, publisher, year and format; how many have "
        "no title, byline, date or body; the share of the words that was stripped; rules and warnings by documents; "
        "and how many documents have no marker that khabar knows, as those of an unknown publisher.",
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
        "Every line, or piece of a page, with its label, the rule that gave it, and why; or (--quotes) every "
        "quotation and statement, with who was weighed for its speaker and where a statement may begin and end.",
        (
            "khabar explain article.txt",
            "khabar explain article.txt | jq -r '[.line, .label, .rule] | @tsv'",
            "khabar explain *.txt | jq -r .rule | sort | uniq -c | sort -rn",
            "khabar explain --without credit.label,captions article.txt",
            "khabar explain --quotes article.txt | jq -c '[.speaker, .cue, .candidates[0].features[0]]'",
        ),
    ),
    "diff": Help(
        "What differs between two documents or two sets of them: values such as the title, texts with another label "
        "(a paragraph that is stripped now), texts that are new or gone, pictures, and who says what. A and B are "
        "pages or texts, which are parsed now, or what `khabar parse` has printed. Documents are matched by "
        "`source`, in folders by the names of files. Exit status: 0 equal, 1 different, 2 trouble, as of diff.",
        (
            "khabar diff article.txt article.txt",
            "khabar parse article.txt > old.jsonl; khabar diff old.jsonl article.txt",
            "khabar diff --fields title,quotes old.jsonl article.txt | jq -r .what | sort | uniq -c",
        ),
    ),
    "rules": Help(
        "The rules that label lines and pieces of pages, in order; or one rule.",
        ("khabar rules", "khabar rules --jsonl | jq -r .id", "khabar rules -f markdown > rules.md"),
    ),
    "schema": Help(
        "A JSON Schema (2020-12) of one object that a command prints: a line of its JSON Lines. It holds for all "
        "that the command prints, and requires only what is always there; with --fields it requires these.",
        (
            "khabar schema | jq '.properties | keys'",
            "khabar schema quotes | jq -r '.properties.kind.description'",
            "khabar schema credits --fields credit,caption,url > credits.schema.json",
        ),
    ),
}
"""The commands, in the order of the help."""
