"""Who published it: every proof of the lexicon proves, and what merely names a publisher does not."""

from __future__ import annotations

import khabar
import pytest
from _pytest.mark import ParameterSet
from khabar.lexicon import store
from khabar.lexicon.files import names, read

TITLE = "السوق القديم في مدينة الواحة يدخل مرحلة الترميم"
BODY = [
    "قالت بلدية مدينة الواحة إن أعمال ترميم السوق القديم ستبدأ مطلع الشهر المقبل، وإنها ستستمر نحو عام كامل.",
    "وأضافت البلدية في بيان أن المحال ستنقل مؤقتا إلى ساحة قريبة من محطة القطار، دون أي رسوم على أصحابها.",
    "ويخشى بعض التجار أن يفقدوا زبائنهم إذا طالت الأعمال، لكن غرفة التجارة تقول إن الساحة الجديدة أوسع.",
]


def publisher(*lines: str, language: str = "ar") -> str | None:
    """Of a text with these lines behind the title."""
    return khabar.parse("\n\n".join([TITLE, *lines, *BODY]), language=language).publisher


def proofs() -> list[tuple[str, str, str, str]]:
    """(language, mode, line, name) of every `@proof` in the lexicon."""
    out = []
    for name in names("publishers"):
        keys = read(name).keys
        for proof in keys.get("proof", ()):
            mode, _, text = proof.partition(" ")
            line = text.replace("%any%", "الواحة").replace("%n%", "2021")
            line = {"start": f"{line} وغيرها", "inside": f"وغيرها {line} وغيرها"}.get(mode, line)
            out += [(language, mode, line, keys["name"][0]) for language in keys["language"]]
    return out


@pytest.mark.parametrize(("language", "mode", "line", "name"), proofs())
def test_every_proof_proves(language: str, mode: str, line: str, name: str) -> None:
    assert publisher(line, language=language) == name


def test_a_proof_of_another_languages_publisher_proves_nothing() -> None:
    assert publisher("أبوظبي - سكاي نيوز عربية") == "سكاي نيوز عربية"
    assert publisher("أبوظبي - سكاي نيوز عربية", language="fa") is None


@pytest.mark.parametrize(
    "line",
    [
        "وقال مراسل الجزيرة إن السوق سيفتح أبوابه قريبا.",
        "ونقلت وكالة الأناضول عن رئيس البلدية أن العمل بدأ.",
        "ونشرت صحيفة الشرق الأوسط صورا للحريق.",
        "وقال رئيس البلدية لبي بي سي عربي إن السقوف ستعود كما كانت.",
        "وقال تاجر لشبكة CNN إنه لن يرحل.",
        "المصدر: وكالات",
        "رويترز",
        "صدر الصورة، Reuters",
    ],
)
def test_a_mention_proves_nothing(line: str) -> None:
    assert publisher(line) is None


def test_a_dateline_proves_in_the_first_paragraphs_only() -> None:
    dateline = "الواحة (CNN)-- " + BODY[0]
    assert publisher(dateline) == "CNN بالعربية"
    assert khabar.parse("\n\n".join([TITLE, *BODY, *BODY, dateline])).publisher is None


def test_one_label_of_the_bbc_is_no_proof_two_are() -> None:
    credit, caption = "صدر الصورة، Reuters", "التعليق على الصورة، السوق قبل الحريق"
    assert publisher(credit) is None
    assert publisher(credit, credit.replace("Reuters", "AFP")) is None
    assert publisher(credit, caption) == "BBC News عربي"
    assert publisher(credit, "تخطى البودكاست وواصل القراءة", "قناتنا", "البودكاست نهاية") == "BBC News عربي"


def bbc() -> list[ParameterSet]:
    """(language, credit's label, caption's label) as the pages of 2022 have them."""
    out = []
    for tag in sorted(store.languages()):
        first = {g.cls: g.texts[0] for g in reversed(read(f"languages/{tag}.txt").groups) if g.source == "bbc-2022"}
        if "credit" in first and "caption.image" in first:
            out.append(pytest.param(tag, first["credit"], first["caption.image"], id=tag))
    return out


@pytest.mark.parametrize(("tag", "credit", "caption"), bbc())
def test_the_labels_of_the_bbc_name_its_service(tag: str, credit: str, caption: str) -> None:
    assert publisher(f"{credit} Reuters", f"{caption} 1", language=tag) == (store.brand(tag) or "BBC News")
