"""Pages that are not UTF-8, or do not say what they are: which encoding they are read with."""

from __future__ import annotations

import pytest
from effort import effort
from khabar.decode import decode
from khabar.decode.markup import declared_codecs, letters
from khabar.errors import BinaryInput

TEXTS = {
    "ar": "قال رئيس البلدية إن الميناء القديم يستقبل اليوم مئة قارب كل صباح، بعد أن أغلق عشر سنوات للصيانة.",
    "fa": "شهردار گفت که بندر قديمي پس از ده سال هر روز صد قايق را مي پذيرد و بازار ماهي هم باز است.",
    "ru": "Мэр сказал, что старый порт после десяти лет ремонта снова принимает сто лодок каждое утро.",
    "ja": "市長は、古い港が十年の工事を終えて、毎朝百隻の船を迎えていると述べた。",
    "zh": "市长表示，旧港口经过十年的修复，现在每天早上都有一百艘船进港。",
    "zh-Hant": "市長表示，舊港口經過十年的修復，現在每天早上都有一百艘船進港。",
    "ko": "시장은 오래된 항구가 십 년의 공사를 마치고 매일 아침 백 척의 배를 맞이한다고 말했다.",
    "tr": "Belediye başkanı, eski limanın on yıllık onarımdan sonra her sabah yüz tekneyi ağırladığını söyledi.",
    "pl": "Burmistrz powiedział, że stary port po dziesięciu latach remontu przyjmuje co rano sto łodzi i żaglówki.",
    "fr": "Le maire a déclaré que le vieux port, fermé dix ans, accueille à nouveau cent bateaux, dès l’aube.",
    "en": "The mayor said “it’s open” – and that repairs had cost £5m.",
}
LEGACY = [
    ("ar", "windows-1256"), ("ar", "iso-8859-6"), ("fa", "windows-1256"), ("ru", "windows-1251"), ("ru", "koi8-r"),
    ("ja", "shift_jis"), ("ja", "euc-jp"), ("zh", "gb18030"), ("zh", "gb2312"), ("zh-Hant", "big5"), ("ko", "euc-kr"),
    ("tr", "windows-1254"), ("tr", "iso-8859-9"), ("pl", "iso-8859-2"), ("fr", "windows-1252"),
    ("en", "windows-1252"),
]  # fmt: skip
WIDE = ["utf-16", "utf-16-le", "utf-16-be", "utf-32"]

STYLE = "<style>" + "body{margin:0;font-family:Arial,sans-serif}.container{width:960px}\n" * 40 + "</style>"
SCRIPT = "<script>" + 'function show(id){document.getElementById(id).style.display="block";}\n' * 60 + "</script>"
MENU = "".join(
    f'<li class="menu-item-{i}"><a href="/section/page-{i}.html">Latest news</a></li>\n' for i in range(40)
)


def page(text: str, head: str = "", paragraphs: int = 2) -> str:
    """A page that is nearly all Latin markup."""
    body = "".join(f'<div class="content-block" id="p{i}"><p>{text}</p></div>' for i in range(paragraphs))
    return f"<html><head>{head}{STYLE}{SCRIPT}</head><body><ul>{MENU}</ul>{body}{SCRIPT}</body></html>"


def read(source: str, encoding: str) -> tuple[str, str]:
    """What `decode` makes of the bytes, and what it should."""
    data = source.encode(encoding)
    return decode(data).text, data.decode(encoding)


@pytest.mark.parametrize(("language", "encoding"), LEGACY)
def test_nothing_declared(language: str, encoding: str) -> None:
    found, expected = read(page(TEXTS[language]), encoding)
    assert found == expected


@pytest.mark.parametrize(("language", "encoding"), [(t, e) for t, e in LEGACY if t not in ("pl", "fr", "en", "tr")])
def test_markup_does_not_mislead_where_there_is_one_heading(language: str, encoding: str) -> None:
    found, expected = read(page(TEXTS[language][:40], paragraphs=1), encoding)
    assert found == expected


@pytest.mark.parametrize(("language", "encoding"), LEGACY)
@pytest.mark.parametrize(
    "head",
    [
        '<meta charset="NAME">',
        "<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=NAME'>",
        '<meta http-equiv="content-type" content="text/html;charset=NAME" />',
        "<title>x</title>" + STYLE * 3 + "<meta charset=NAME>",
    ],
)
def test_declared_and_true(language: str, encoding: str, head: str) -> None:
    found, expected = read(page(TEXTS[language], head.replace("NAME", encoding)), encoding)
    assert found == expected


@pytest.mark.parametrize(("language", "encoding"), LEGACY)
@pytest.mark.parametrize(
    "wrong", ["utf-8", "iso-8859-1", "unicode", "utf-16", "klingon", "us-ascii", "x-user-defined"]
)
def test_declared_and_wrong(language: str, encoding: str, wrong: str) -> None:
    found, expected = read(page(TEXTS[language], f"<meta charset={wrong}>"), encoding)
    assert found == expected


@pytest.mark.parametrize("wrong", ["windows-1256", "iso-8859-1", "shift_jis", "utf-16", "klingon"])
@pytest.mark.parametrize("language", TEXTS)
def test_valid_utf8_is_that_whatever_is_declared(language: str, wrong: str) -> None:
    source = f'<?xml version="1.0" encoding="{wrong}"?>' + page(TEXTS[language], f"<meta charset={wrong}>")
    decoded = decode(source.encode())
    assert (decoded.text, decoded.encoding, decoded.warnings) == (source, "utf-8", ())


@pytest.mark.parametrize(("language", "encoding"), LEGACY)
@pytest.mark.parametrize("first", [True, False])
def test_two_declarations_that_contradict_each_other(language: str, encoding: str, first: bool) -> None:
    metas = [f"<meta charset={encoding}>", '<meta http-equiv=content-type content="text/html; charset=iso-8859-1">']
    found, expected = read(page(TEXTS[language], "".join(metas if first else metas[::-1])), encoding)
    assert found == expected


@pytest.mark.parametrize("wrong", ["windows-1256", "windows-1251", "gb2312", "shift_jis"])
@pytest.mark.parametrize(
    ("language", "encoding"), [("ar", "windows-1256"), ("ru", "windows-1251"), ("zh", "gb18030")]
)
def test_another_legacy_encoding_declared(language: str, encoding: str, wrong: str) -> None:
    found, expected = read(page(TEXTS[language], f"<meta charset={wrong}>"), encoding)
    assert found == expected


def test_a_wrong_declaration_is_told() -> None:
    decoded = decode(page(TEXTS["ru"], "<meta charset=iso-8859-1>").encode("windows-1251"))
    assert decoded.encoding == "windows-1251"
    assert decoded.warnings == ("declared to be windows-1252, which its letters deny: read as windows-1251",)


def test_few_letters_do_not_deny_a_declaration() -> None:
    data = page("مرحبا", "<meta charset=windows-1256>", 1).encode("windows-1256")
    assert decode(data).encoding == "windows-1256"
    data = page("© 2009", "<meta charset=iso-8859-1>", 1).encode("iso-8859-1")
    assert (decode(data).encoding, decode(data).warnings) == ("windows-1252", ())


def test_declared_latin_1_is_windows_1252() -> None:
    decoded = decode(page(TEXTS["en"], "<meta charset=iso-8859-1>").encode("windows-1252"))
    assert decoded.encoding == "windows-1252"
    assert TEXTS["en"] in decoded.text


def test_encodings_without_a_model_are_believed() -> None:
    source = page("Sánit Ŋ đ ŧ ž: mánná lea dáppe ja Ŋ šaddá", "<meta charset=iso-8859-10>")
    found, expected = read(source, "iso-8859-10")
    assert found == expected


@pytest.mark.parametrize("encoding", WIDE)
@pytest.mark.parametrize("language", TEXTS)
def test_utf16_and_utf32_pages(language: str, encoding: str) -> None:
    source = page(TEXTS[language], "<meta charset=utf-8>")
    assert decode(source.encode(encoding)).text == source


@pytest.mark.parametrize(("language", "encoding"), [("ja", "iso-2022-jp"), ("ko", "iso-2022-kr")])
def test_iso_2022(language: str, encoding: str) -> None:
    data = page(TEXTS[language], f"<meta charset={encoding}>").encode(encoding)
    assert decode(data) == (data.decode(encoding), encoding, ())


def test_damage_in_iso_2022_is_told() -> None:
    decoded = decode(page(TEXTS["ja"]).encode("iso-2022-jp") + b"\x1b$B\x7f\x7f")
    assert TEXTS["ja"] in decoded.text
    assert "not valid iso-2022-jp" in decoded.warnings[0]


def test_damage_in_a_declared_page_is_told() -> None:
    data = page(TEXTS["ja"] * 5, "<meta charset=euc-jp>").encode("euc-jp").replace(b"</p>", b"\x80</p>", 1)
    decoded = decode(data)
    assert decoded.encoding == "euc-jp"
    assert decoded.warnings[0].startswith("1 place not valid euc-jp")


def test_binary_files_are_still_refused() -> None:
    with pytest.raises(BinaryInput):
        decode(b"<html>" + bytes(range(256)) * 20)


# the parts


@pytest.mark.parametrize(
    ("head", "codecs"),
    [
        (b"", ()),
        (b'<?xml version="1.0" encoding="windows-1256"?>', ("cp1256",)),
        (b"<meta charset='koi8-r'><meta charset=koi8-r>", ("koi8-r",)),
        (b"<meta charset=utf-8><meta http-equiv=x content='text/html; CHARSET = win-1251'>", ("cp1251",)),
        (b"<meta name=description content=charset><meta charset=gb2312>", ("gb18030",)),
        (b"<?xml encoding='iso-8859-9'?><meta charset=big5>", ("cp1254", "big5hkscs")),
        (b"charset=koi8-r", ()),
        (b"<meta charset=unicode><meta charset=>", ()),
    ],
)
def test_declarations(head: bytes, codecs: tuple[str, ...]) -> None:
    assert declared_codecs(head) == codecs


def test_letters_are_the_texts_beyond_ascii() -> None:
    data = "<p class=é>été<br>winter</p><script>é</script><STYLE>é</STYLE><!-- é -->\nà<p".encode("latin-1")
    assert letters(data).decode("latin-1").split() == ["été", "à"]


@pytest.mark.parametrize(
    "piece", [b"<", b"<meta ", b"<script>", b"<!--", b"<a b='", b"<meta charset=x", b"<meta charset"]
)
def test_nothing_takes_long(piece: bytes) -> None:
    data = b"<html>" + piece * (2_000_000 // len(piece)) + "é".encode("latin-1")
    assert effort(lambda: decode(data))[1] < 3
