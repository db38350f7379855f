"""Bytes to text: what encoding they are taken for, what is replaced, repaired and refused."""

from __future__ import annotations

import csv
import re
import subprocess
import sys
from pathlib import Path

import pytest
from effort import effort
from khabar.decode import Decoded, decode, repair
from khabar.errors import BinaryInput, EmptyInput, KhabarError, UnknownEncoding

ARABIC = "قال الوزير إن المحادثات مستمرة منذ يومين في العاصمة، ولم يتوصل الطرفان إلى اتفاق بعد على القضايا.\n"
TEXTS = {
    "ar": ARABIC,
    # windows-1256 has the Arabic yeh only
    "fa": "وزير امور خارجه گفت که گفتگوها از دو روز پيش در پايتخت ادامه دارد و هنوز توافقي نيامده است.\n",
    "ar720": ARABIC.replace("،", ""),
    "ru": "Министр сказал, что переговоры в столице продолжаются уже два дня, но стороны не согласны.\n",
    "uk": "Міністр сказав, що переговори у столиці тривають уже два дні, але сторони ще не згодні.\n",
    "bg": "Министърът каза, че преговорите в столицата продължават вече два дни, но страните не са готови.\n",
    "sr": "Министар је рекао да преговори у престоници трају већ два дана, али договора још нема.\n",
    "el": "Ο υπουργός είπε ότι οι συνομιλίες στην πρωτεύουσα συνεχίζονται εδώ και δύο ημέρες, χωρίς τέλος.\n",
    "he": "השר אמר כי השיחות בבירה נמשכות כבר יומיים, אך הצדדים עדיין לא הגיעו להסכמה בנושאים הפתוחים.\n",
    "tr": "Bakan, başkentteki görüşmelerin iki gündür sürdüğünü, ancak anlaşmaya varılmadığını söyledi.\n",
    "fr": "Le ministre a déclaré que les négociations se poursuivaient, sans qu’un accord soit trouvé.\n",
    "de": "Der Minister sagte, die Gespräche dauerten zwei Tage, für große Fragen fehle die Einigung.\n",
    "es": "El ministro dijo que las conversaciones continúan y que aún no se llegó a un acuerdo español.\n",
    "pl": "Minister powiedział, że rozmowy w stolicy trwają już dwa dni, jednak zgody wciąż nie ma.\n",
    "cs": "Ministr řekl, že rozhovory v hlavním městě trvají již dva dny, avšak dohoda dosud není.\n",
    "th": "รัฐมนตรีกล่าวว่าการเจรจาในเมืองหลวงดำเนินมาสองวันแล้ว แต่ทั้งสองฝ่ายยังไม่สามารถตกลงกันได้\n",
    "zh": "部长表示，首都的谈判已经持续了两天，但双方在悬而未决的问题上仍未达成协议。\n",
    "zh-Hant": "部長表示，首都的談判已經持續了兩天，但雙方在懸而未決的問題上仍未達成協議。\n",
    "ja": "大臣は、首都での協議は二日前から続いているが、双方はまだ合意に達していないと述べた。\n",
    "ko": "장관은 수도에서 이틀째 협상이 계속되고 있으나 양측이 아직 합의에 이르지 못했다고 말했다.\n",
    "en": "The minister said “it’s hard”, and that talks – which cost £5m – weren’t over.\n",
}
LEGACY = [
    ("ar", "windows-1256"), ("ar", "iso-8859-6"), ("ar", "mac-arabic"), ("ar720", "cp720"),
    ("fa", "windows-1256"),
    ("ru", "windows-1251"), ("ru", "koi8-r"), ("ru", "iso-8859-5"), ("ru", "cp866"), ("uk", "windows-1251"),
    ("uk", "koi8-u"), ("bg", "windows-1251"), ("sr", "windows-1251"), ("el", "windows-1253"),
    ("he", "windows-1255"), ("tr", "windows-1254"), ("fr", "windows-1252"),
    ("de", "windows-1252"), ("es", "windows-1252"), ("en", "windows-1252"), ("pl", "windows-1250"),
    ("pl", "iso-8859-2"), ("cs", "windows-1250"), ("th", "tis-620"), ("zh", "gbk"), ("zh-Hant", "big5"),
    ("ja", "shift_jis"), ("ja", "euc-jp"), ("ja", "iso-2022-jp"), ("ko", "euc-kr"),
]  # fmt: skip


def misread(text: str, codec: str) -> str:
    """UTF-8 read as a legacy encoding, undefined bytes as browsers read them."""
    out = []
    for byte in text.encode():
        char = bytes([byte]).decode(codec, "replace")
        out.append(chr(byte) if char == "\ufffd" else char)
    return "".join(out)


# Unicode


def test_valid_utf8_is_read_as_it_stands() -> None:
    assert decode(ARABIC.encode()) == Decoded(ARABIC, "utf-8", ())


def test_byte_order_mark_is_taken_off() -> None:
    assert decode(ARABIC.encode("utf-8-sig")) == Decoded(ARABIC, "utf-8", ())


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_utf16_and_utf32_with_byte_order_mark(encoding: str) -> None:
    assert decode(ARABIC.encode(encoding)) == Decoded(ARABIC, encoding, ())


@pytest.mark.parametrize("language", ["ar", "en", "ru", "zh", "ja", "ko"])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_utf16_and_utf32_without_byte_order_mark(language: str, encoding: str) -> None:
    text = TEXTS[language] * 3
    assert decode(text.encode(encoding)) == Decoded(text, encoding, ())


def test_cut_utf16_is_read_and_told() -> None:
    decoded = decode(ARABIC.encode("utf-16")[:-1])
    assert decoded.text[:-1] == ARABIC[:-1]
    assert decoded.encoding == "utf-16"
    assert "not valid utf-16" in decoded.warnings[0]


def test_invalid_bytes_are_replaced_and_told_with_their_place() -> None:
    data = b"bad \xff\xfe bytes " + ARABIC.encode()
    decoded = decode(data)
    assert decoded.text == data.decode("utf-8", "replace")
    assert decoded.encoding == "utf-8"
    assert decoded.warnings == ("2 bytes not valid UTF-8, first at byte 4: replaced with U+FFFD",)


def test_replacement_characters_of_the_input_are_not_counted() -> None:
    data = ("\ufffd" + ARABIC).encode() + b"\xff."
    assert decode(data).warnings[0].startswith("1 byte not valid UTF-8")


def test_lone_surrogates_are_replaced() -> None:
    data = b"bad \xed\xa0\x80 bytes"
    decoded = decode(data)
    assert decoded.text == data.decode("utf-8", "replace")
    assert decoded.warnings == ("3 bytes not valid UTF-8, first at byte 4: replaced with U+FFFD",)


def test_surrogate_pairs_are_joined() -> None:
    decoded = decode(b"x \xed\xa0\xbd\xed\xb8\x80 y \xff " + ARABIC.encode())
    assert decoded.text.startswith("x 😀 y \ufffd ")
    assert decoded.warnings[0] == "1 character written as surrogates (CESU-8) joined"
    assert "first at byte 11" in decoded.warnings[1]


def test_cut_last_character_is_told() -> None:
    data = ARABIC.rstrip("\n.").encode()[:-1]
    decoded = decode(data)
    assert decoded.text.endswith("\ufffd")
    assert decoded.warnings == (f"the last character is cut off at byte {len(data) - 1}: replaced with U+FFFD",)


def test_cut_last_character_of_an_english_text() -> None:
    assert decode(b"He said \xe2\x80").encoding == "utf-8"
    assert decode(b"caf\xe9").text == "café"


# legacy encodings


@pytest.mark.parametrize(("language", "encoding"), LEGACY)
def test_legacy_encodings_are_found(language: str, encoding: str) -> None:
    data = TEXTS[language].encode(encoding)
    decoded = decode(data)
    assert decoded.text == data.decode(encoding)
    assert decoded.encoding == encoding
    assert not [w for w in decoded.warnings if "not valid" in w]


@pytest.mark.parametrize(("language", "encoding"), LEGACY)
def test_a_long_text_leaves_no_doubt(language: str, encoding: str) -> None:
    text = TEXTS[language] * 20
    assert decode(text.encode(encoding)) == Decoded(text.encode(encoding).decode(encoding), encoding, ())


@pytest.mark.parametrize("encoding", ["windows-1256", "iso-8859-6", "mac-arabic", "cp720"])
def test_a_few_arabic_words_are_enough(encoding: str) -> None:
    data = "نتائج المباراة في الرياض".encode(encoding)
    assert decode(data).text == data.decode(encoding)


def test_code_page_864_holds_forms_of_letters() -> None:
    data = "".join("ﻗﺎﻝ ﺍﻟﻮﺯﻳﺮ ﺇﻥ ﺍﻟﻤﺤﺎﺩﺛﺎﺕ ﻣﺴﺘﻤﺮﺓ").encode("cp864", "ignore") * 12
    decoded = decode(data)
    assert decoded.encoding == "cp864"
    assert decoded.text == data.decode("cp864")


def test_non_breaking_spaces_do_not_make_iso_8859_6_a_macintosh_text() -> None:
    data = ARABIC.replace(" في ", "\u00a0في ").encode("iso-8859-6") * 3
    assert decode(data).encoding == "iso-8859-6"


@pytest.mark.parametrize(
    ("language", "encoding", "name"),
    [
        ("tr", "iso-8859-9", "windows-1254"),
        ("el", "iso-8859-7", "windows-1253"),
        ("he", "iso-8859-8", "windows-1255"),
    ],
)
def test_bytes_that_two_encodings_read_alike_have_the_commoner_name(language: str, encoding: str, name: str) -> None:
    data = TEXTS[language].encode(encoding) * 3
    assert decode(data) == Decoded(TEXTS[language] * 3, name, ())


def test_names_are_known_to_python() -> None:
    for language, encoding in LEGACY:
        data = TEXTS[language].encode(encoding)
        decoded = decode(data)
        assert data.decode(decoded.encoding, "replace") == decoded.text


def test_legacy_text_after_a_long_ascii_beginning() -> None:
    data = b"menu\n" * 5000 + ARABIC.encode("windows-1256") * 3
    assert decode(data).encoding == "windows-1256"


def test_bytes_that_the_encoding_has_not_are_replaced_and_told() -> None:
    data = TEXTS["fr"].encode("windows-1252") * 4 + b"\x81 fin"
    decoded = decode(data)
    assert decoded.encoding == "windows-1252"
    assert decoded.warnings == (
        f"1 place not valid windows-1252, first at byte {len(data) - 5}: replaced with U+FFFD",
    )


def test_a_guess_on_little_is_told() -> None:
    decoded = decode(b"\xc7\xe1")
    assert decoded.text == "ال"
    assert decoded.warnings[0].startswith("encoding guessed: windows-1256")


def test_one_stray_byte_in_ascii_makes_no_legacy_text() -> None:
    decoded = decode(b"plain words " * 5 + b"\xff" + b" and more")
    assert decoded.encoding == "utf-8"
    assert decoded.warnings == ("1 byte not valid UTF-8, first at byte 60: replaced with U+FFFD",)


# declared encodings


@pytest.mark.parametrize(
    ("declaration", "encoding"),
    [
        (b'<meta charset="windows-1256">', "windows-1256"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">', "windows-1256"),
        (b'<?xml version="1.0" encoding="windows-1256"?>', "windows-1256"),
    ],
)
def test_declared_encodings_are_believed(declaration: bytes, encoding: str) -> None:
    # two words that are Greek as well
    data = b"<html>" * (declaration[:2] != b"<?") + declaration + "<p>ات</p>".encode(encoding)
    decoded = decode(data)
    assert decoded.encoding == encoding
    assert decoded.text.endswith("<p>ات</p>")


def test_a_declaration_is_read_as_browsers_do() -> None:
    data = '<meta charset="iso-8859-1"><p>“été”</p>'.encode("windows-1252")
    assert decode(data) == Decoded('<meta charset="iso-8859-1"><p>“été”</p>', "windows-1252", ())


def test_a_declaration_that_the_bytes_deny_is_not_believed() -> None:
    data = b'<meta charset="utf-8"><p>' + ARABIC.encode("windows-1256")
    assert decode(data).encoding == "windows-1256"
    data = b'<meta charset="windows-1256"><p>' + ARABIC.encode()
    assert decode(data).encoding == "utf-8"


def test_unknown_declarations_are_passed_over() -> None:
    assert decode(b'<meta charset="klingon"><p>' + ARABIC.encode("windows-1256")).encoding == "windows-1256"


# the encoding asked for


def test_the_encoding_asked_for_overrides_all() -> None:
    data = ARABIC.encode("windows-1256")
    assert decode(data, encoding="iso-8859-6").encoding == "iso-8859-6"
    assert decode(data, encoding="CP1256") == Decoded(ARABIC, "windows-1256", ())
    assert decode(ARABIC.encode("utf-8-sig"), encoding="utf-8").text == ARABIC
    assert decode(ARABIC.encode("mac-arabic"), encoding="x-mac-arabic").encoding == "mac-arabic"


def test_what_the_encoding_asked_for_cannot_read_is_replaced() -> None:
    decoded = decode(b"ok \xff\xfe", encoding="utf8")
    assert decoded.text == "ok \ufffd\ufffd"
    assert decoded.warnings == ("2 places not valid utf-8, first at byte 3: replaced with U+FFFD",)


@pytest.mark.parametrize(
    "name", ["klingon", "", "hex", "rot13", "idna", "undefined", "a\0b", "\ud800", "ü\n", "x" * 999]
)
def test_unknown_encodings(name: str) -> None:
    with pytest.raises(UnknownEncoding) as caught:
        decode(b"abc", encoding=name)
    assert isinstance(caught.value, KhabarError)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 120


# nothing, and no text


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", "\u200f\ufeff \u00a0".encode(), b"\xff\xfe"])
def test_empty_input(data: bytes) -> None:
    with pytest.raises(EmptyInput, match=r"^empty$"):
        decode(data)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7\nall of it ASCII", "a PDF file"),
        (b"PK\x03\x04\x14\0\x06\0", "a zip archive"),
        (b"\x1f\x8b\x08\0\0\0", "a gzip archive"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG picture"),
        (b"GIF89a\x01\0\x01\0", "a GIF picture"),
        (b"\x7fELF\x02\x01\x01\0", "a program"),
        (b"MZ\x90\0\x03\0\0\0\x04", "a program"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office file"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "a WebP picture"),
        (b"\0\0\0\x18ftypmp42", "an MP4 video"),
        (bytes(257) + b"ustar\x0000", "a tar archive"),
        (bytes(range(256)) * 40, "binary data"),
        (bytes(1000), "binary data"),
        (b"\x01\x02\x03\x04", "binary data"),
    ],
)
def test_binary_input(data: bytes, name: str) -> None:
    with pytest.raises(BinaryInput, match=f"^{re.escape(name)}"):
        decode(data)


def test_magic_numbers_hold_whatever_is_asked() -> None:
    with pytest.raises(BinaryInput):
        decode(b"%PDF-1.7", encoding="windows-1256")


@pytest.mark.parametrize(
    "text", ["a\x00b", "a\x00b\x01c\u202e\u2066\u200f\ufeffd\ufffe", "MZ is no program", "RIFF raff"]
)
def test_controls_in_text_do_not_make_it_binary(text: str) -> None:
    assert decode(text.encode()).text == text


def test_nuls_in_ascii_are_not_utf16() -> None:
    text = "abc\x00def\x00ghi " * 20
    assert decode(text.encode()) == Decoded(text, "utf-8", ())


# UTF-8 misread upstream


@pytest.mark.parametrize("codec", ["windows-1256", "windows-1252", "latin-1", "windows-1251"])
@pytest.mark.parametrize("language", ["ar", "fa", "ru"])
def test_misread_utf8_is_repaired(codec: str, language: str) -> None:
    text = TEXTS[language]
    repaired, warnings = repair(misread(text, codec))
    assert repaired == text
    name = "windows-1252" if codec == "latin-1" else codec
    assert warnings[0].startswith(f"UTF-8 had been misread as {name}: ")


def test_the_encoding_of_repaired_bytes_gives_the_words_before_the_repair() -> None:
    wrong = misread(ARABIC, "windows-1256")
    decoded = decode(wrong.encode())
    assert decoded.text == ARABIC
    assert decoded.encoding == "utf-8"
    assert wrong.encode().decode(decoded.encoding) == wrong
    # the warning's recipe
    assert "text.encode('windows-1256').decode('utf-8')" in decoded.warnings[0]
    assert wrong.encode("windows-1256").decode("utf-8") == ARABIC


def test_twice_misread_text() -> None:
    repaired, warnings = repair(misread(misread(ARABIC, "windows-1256"), "windows-1256"))
    assert repaired == ARABIC
    assert len(warnings) == 2


def test_a_misread_paragraph_in_good_text() -> None:
    text = ARABIC * 2 + misread(ARABIC, "windows-1256") + ARABIC
    assert repair(text)[0] == ARABIC * 4


def test_a_misread_word_in_a_good_line() -> None:
    assert repair("الكاتب: " + misread("الأمير", "windows-1256") + " من الرياض")[0] == "الكاتب: الأمير من الرياض"


def test_lost_bytes_are_replaced_and_told() -> None:
    text = ARABIC * 3
    wrong = text.encode().decode("windows-1252", "replace")  # the second byte of ف has no character there
    repaired, warnings = repair(wrong)
    assert repaired == text.replace("ف", "\ufffd")
    assert f"{text.count('ف')} could not be read" in warnings[0]
    assert repair(wrong.replace("\ufffd", "?"))[0] == repaired


def test_text_beyond_repair_is_told() -> None:
    wrong = "".join(c for c in misread(ARABIC * 3, "windows-1256") if c in "طظ \n")
    repaired, warnings = repair(wrong)
    assert repaired == wrong
    assert warnings == ("looks like UTF-8 misread as windows-1256 (ط and ظ everywhere): cannot be put right",)


def test_windows_1256_misread_as_windows_1252() -> None:
    wrong = (ARABIC * 3).encode("windows-1256").decode("windows-1252")
    repaired, warnings = repair(wrong)
    assert repaired == ARABIC * 3
    assert warnings[0].startswith("windows-1256 had been misread as windows-1252")


def test_typographic_marks_in_english() -> None:
    assert repair(misread(TEXTS["en"], "windows-1252"))[0] == TEXTS["en"]


@pytest.mark.parametrize(
    "text",
    [
        *TEXTS.values(),
        "قطع، ضغط، نفط، وسط؛ حفظ. خط، شط، بط، قطط، ظ، ط، ط§\n" * 5,
        "طط ظظ طظ الظبي الطائر يطير حفظا وضبطا للنظام؛ «ضغط» و«حفظ»، ومحيط… ووسط—هنا\n" * 5,
        "عکس‌ها و طرح‌های گرافیکی را، «منبع»: عکاسی…\n" * 5,
        "Die „Große“ kostet 5 €, § 12 gilt – 30 °C, 3 × 4, Ã und Ø.\n" * 5,
        "Ça va ? « Oui », dit-il… FRANÇAIS, ÉTÉ «», Çà et là.\n" * 5,
        "Українською: ВІЙСЬКО, «Єдність», РІШЕННЯ… В° С»\n" * 5,
    ],
)
def test_good_text_is_left_alone(text: str) -> None:
    repaired, warnings = repair(text)
    assert repaired is text
    assert warnings == ()


# cost


def _imported(code: str) -> set[str]:
    run = subprocess.run(
        [sys.executable, "-c", code + "; import sys; print(*sys.modules)"],
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    return set(run.stdout.split())


def test_the_fast_path_imports_nothing_slow() -> None:
    modules = _imported("from khabar.decode import decode; decode('نص'.encode())")
    assert "khabar.decode" in modules
    assert not modules & {"bs4", "lxml", "khabar.decode.legacy", "khabar.decode.letters"}


@pytest.mark.parametrize(
    "data",
    [
        ARABIC.encode() * 26_000,
        ARABIC.encode() * 26_000 + b"\xff",
        ARABIC.encode("windows-1256") * 45_000,
        misread(ARABIC, "windows-1256").encode() * 12_000,
        "Ø§Ø".encode() * 800_000,
        b"<meta" * 1_000_000 + b"\xff",
        b"\xff" * 5_000_000,
        "§".encode() * 2_500_000,
        b"\xed\xa0\xbd\xed\xb8\x80" * 800_000,
        b"a\0" * 2_500_000,
    ],
    ids=["utf-8", "broken", "legacy", "misread", "loose", "meta", "high", "hints", "surrogates", "nul"],
)
def test_five_megabytes_are_read_in_linear_time(data: bytes) -> None:
    assert effort(lambda: decode(data))[1] < 6  # the slowest, surrogate pairs, takes about 1


# real files


def test_real_files(shared: Path) -> None:
    same = {"x-mac-arabic": "mac-arabic", "utf-16le+BOM": "utf-16", "utf-8(with invalid bytes)": "utf-8"}
    with open(shared / "wild" / "index.tsv", encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle, delimiter="\t"))
    checked = 0
    for row in rows:
        path = shared / "wild" / row["file"]
        if not path.is_file():
            continue
        decoded = decode(path.read_bytes())
        assert decoded.encoding == same.get(row["encoding"], row["encoding"]), row["file"]
        assert bool(decoded.warnings) == ("invalid" in row["encoding"]), (row["file"], decoded.warnings)
        checked += 1
    assert checked > 100
