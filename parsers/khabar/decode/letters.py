"""How often letters are written: what tells one legacy encoding from another.

Figures are per thousand letters, rounded. Arabic, Persian, Urdu, Russian, Ukrainian, Serbian, Turkish:
counted over news texts (20,000 to 140,000 letters each). Others: rounded from general knowledge of the
languages; only their order of magnitude matters. In languages with Latin letters the unaccented ones are
left out, since every encoding here has them in the same place.
"""

from __future__ import annotations

from functools import cache
from math import log

_ARABIC = (
    "ا150 ل113 ي78 م63 و53 ر50 ن49 ت46 ع33 ب33 ة33 د31 ف24 س24 ه22 ق22 ك19 ح19 أ18 ج14 ص10 إ10 ش10 خ9 ط9 ى8 "
    "ض7 ز6 ذ5 ث5 ئ4 غ4 ء3 ظ2 ً2 ؤ1 آ1 ّ1 ـ1 ُ1 َ1 ِ1"
)
_PERSIAN = (
    "ا128 ی60 ي45 ر81 د77 ن72 ه68 م65 و62 ت41 ب37 ک20 ك12 س29 ش26 ز21 ل19 ف17 گ13 خ11 آ9 ق9 ع8 پ8 ج8 غ7 ذ6 "
    "ص6 ح6 چ6 ط3 ض3 ژ2 ث1 ظ1 ئ1"
)
_URDU = (
    "ی60 ي60 ا110 ک78 و63 ر56 ن54 ے52 ہ48 ل45 م44 س40 ت30 ں28 ب25 ھ18 د17 پ17 گ17 ٹ16 ج14 ئ11 ف10 ش9 چ9 ڈ8 "
    "ز8 ع6 ص5 ق5 ڑ5 خ4 آ3 ح3 ذ3 ط3 ض1 ؤ1"
)
_RUSSIAN = (
    "о104 и82 е84 а76 н70 с57 т57 р56 в42 к39 л38 д28 й15 п25 м25 у23 ы18 г17 я17 ь15 б14 з12 ч11 ж9 х8 ш7 "
    "ю6 ц5 ф3 щ3 э3 ъ1 ё1"
)
_UKRAINIAN = (
    "о101 а70 н62 р54 т52 и50 і48 в44 е41 с38 к38 л33 у28 п27 д26 м24 я17 й15 г14 ь14 з15 б13 ц9 ю8 ж7 ї7 ч8 "
    "ш7 х8 є6 щ3 ф3 ґ1"
)
_BULGARIAN = (
    "а115 и90 о90 е85 т75 н72 р52 с50 в45 л35 к35 д32 п28 м24 з22 я19 г17 ъ16 у15 б14 ч14 ж8 щ7 ц7 х6 ш5 й5 ю2 ф2"
)
_SERBIAN = (
    "а130 и85 о85 р60 е80 д45 у43 н52 в40 к37 п32 м35 г20 с48 ј40 т40 б17 л30 ћ8 х7 з16 ж6 ц8 ђ3 њ6 ш9 ч9 љ4 ф2 џ1"
)
_GREEK = (
    "α100 ο85 τ85 ι75 ν65 ε70 σ45 ρ45 ς40 κ42 π40 υ38 η38 λ30 μ33 ω18 γ18 δ18 θ13 χ11 φ8 β7 ξ5 ζ4 ψ2 ό22 ά22 "
    "ί28 έ22 ή18 ύ12 ώ8"
)
_HEBREW = "י110 ו105 ה95 ל75 א65 ר60 ת55 ב52 ש50 מ48 נ35 ם30 ע30 ד28 ח25 ק22 פ20 כ22 ן15 ט14 ג14 ז10 צ11 ס15 ך8 ף4 ץ3"
_THAI = (
    "า78 ร60 น53 ่46 อ44 ม41 ง39 ก38 เ33 ั31 ี31 ย30 ้29 ว28 ล25 ท23 ต22 ส22 บ20 ิ20 ด18 ค18 ห17 ะ16 ป15 ข14 "
    "แ13 จ13 ื13 พ13 ุ11 ไ11 ์10 ำ10 ช9 ู8 ใ7 ธ7 ผ7 ็6 ึ6 ถ5 ศ5 ษ5 ณ4 ฐ4 ภ4 โ4 ญ3 ซ3 ฟ2 ฎ1 ฉ1 ฝ1"
)

# Latin letters: by language, per thousand letters of that language's text
LATIN = {
    "english": "é1 è1 ê1 ç1 ü1 ö1 ñ1 á1 í1 ó1 ï1",
    "french": "é19 è4 à5 ê2 ç1 ô1 î1 û1 ù1 ë1 ï1 œ1 â1",
    "german": "ü7 ä6 ö4 ß3 é1",
    "spanish": "ó9 í8 á6 é5 ñ3 ú2 ü1 º1 ª1",
    "portuguese": "ã9 ç6 á6 é5 í4 ó4 õ2 ê3 ú3 à2 â2 ô1 º1",
    "italian": "à6 è4 ì2 ò2 ù2 é2",
    "nordic": "å13 ä13 ö11 ø10 æ9 é1",
    "icelandic": "ð44 á18 í16 þ15 ó10 æ9 ö8 ú6 é6 ý2",
    "celtic": "à6 è2 ì3 ò4 ù3 â3 ê1 î1 ô3 ŵ2 ŷ2 á8 é5 í8 ó5 ú4",
    "turkish": "ı50 ü18 ş14 ğ11 ç10 ö6 â1 î1",
    "polish": "ł18 ę11 ą10 ó9 ż8 ś7 ć4 ń2 ź1",
    "czech": "á22 í29 ě15 š8 č10 ř12 ž10 ý9 é13 ů6 ú2 ť1 ď1 ň1 ľ2 ô1",
    "hungarian": "á34 é37 ö11 ó11 ő10 ü6 í6 ú3 ű2",
    "croatian": "č10 ć5 š10 ž5 đ3",
    "romanian": "ă25 â8 î8 ş12 ţ12 ș12 ț12",
    "baltic": "ė16 ų14 š12 ž8 į6 ą7 ū4 ę2 č4 ā35 ī17 ē17 ņ5 ļ3 ķ2 ģ2",
    "vietnamese": (
        "đ28 à25 ô18 ư16 á14 ó10 ê12 ơ8 ă6 â9 ù5 ì9 ú6 í3 é2 è2 \u030012 \u030112 \u032320 \u030912 \u03034"
    ),
}

# the most written characters, most frequent first: together a third to a half of any text
_CHINESE = (
    "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后"
    "小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长"
    "月新民者政部与受加被战员场全业市"
)
_TRADITIONAL = (
    "的一是不了在人有我他這中大來上國個到說們為子和你地出道也時年得就那要下以生會自著去之過家學對可她裡後"
    "小麼心多天而能好都然沒日於起還發成事只作當想看文無開手十用主行方又如前所本見經頭面公同三已老從動兩長"
    "月新民者政部與受加被戰員場全業市"
)
_JAPANESE = (
    "のにはをたがでてとしれさいるもなかっらこうすりあくまんきつけそよめどじえだおせみろやわばずちげびへ"
    "スンールトイクリアラシドタジフ日年国人大本中"
)
_KOREAN = (
    "이다는에의고를보을사하인기은가한스해자리로부들라지만시원일있어그도위정대국수과나으서제장여연아게전동"
    "주상공조관할구당것며통명오요신입습니까니안성"
)

_BY_LANGUAGE = {
    "ar": _ARABIC, "fa": _PERSIAN, "ur": _URDU, "ru": _RUSSIAN, "uk": _UKRAINIAN, "bg": _BULGARIAN,
    "sr": _SERBIAN, "el": _GREEK, "he": _HEBREW, "th": _THAI,
}  # fmt: skip
_HEADS = {"zh": _CHINESE, "zh-Hant": _TRADITIONAL, "ja": _JAPANESE, "ko": _KOREAN}

_LETTERS = 0.78
"""Share of letters in a text: the rest is spaces, digits and marks."""
_CAPITALS = 0.04
"""Share of capitals among the letters of scripts that have them."""

_FOREIGN = -0.2
"""What a Latin letter costs in a text of another script, as log odds."""

Model = dict[str, float]
"""Share of each character in a text."""


def model(language: str) -> Model:
    """The shares of the characters beyond ASCII for a language: a key of LANGUAGES."""
    out: Model = {}
    if language in _HEADS:
        # Zipf's law over the head, which is about 45 % of the characters
        for rank, ch in enumerate(_HEADS[language]):
            out.setdefault(ch, 0.08 / (rank + 5))
        return out
    table = _BY_LANGUAGE.get(language) or LATIN[language]
    for item in table.split():
        letter, share = item[0], int(item[1:]) / 1000 * _LETTERS
        out[letter] = share
        capital = letter.upper()
        if len(capital) == 1 and capital != letter:
            out[capital] = share * _CAPITALS
    return out


@cache
def plain_letters(language: str) -> float:
    """Log share of the unaccented letters in a language with Latin letters: one with few accents is the
    more probable the fewer a text has. Other scripts' texts have few Latin letters, though their pages have
    many."""
    if language not in LATIN:
        return _FOREIGN
    return log(1 - sum(int(item[1:]) for item in LATIN[language].split()) / 1000)


LANGUAGES: tuple[str, ...] = (*_BY_LANGUAGE, *LATIN, *_HEADS)
