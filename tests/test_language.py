"""Language and direction, from a sentence or two in each."""

from __future__ import annotations

import pytest
from khabar.language import detect

SENTENCES = {
    "ar": "قالت البلدية إن أعمال ترميم السوق القديم ستبدأ في الشهر المقبل، وإنها ستستمر على مدى عام كامل.",
    "fa": "شهرداری گفت که بازسازی بازار قدیمی از ماه آینده آغاز می‌شود و این کار یک سال طول خواهد کشید.",
    "ur": "میونسپل کمیٹی کا کہنا ہے کہ پرانے بازار کی مرمت اگلے ماہ شروع ہو گی اور یہ کام ایک سال تک جاری رہے گا۔",
    "ps": "ښاروالۍ وايي چې د زاړه بازار بیا رغونه به په راتلونکې میاشت کې پیل شي او یو کال به دوام وکړي.",
    "en": "The council said that repairs to the old harbour wall would begin next month and last for about a year.",
    "fr": "La mairie a annoncé que les travaux du vieux port commenceront le mois prochain et dureront un an.",
    "es": "El ayuntamiento dijo que las obras del viejo muelle comenzarán el mes que viene y durarán un año.",
    "pt": "A prefeitura disse que as obras do velho cais começarão no mês que vem e que não vão durar um ano.",
    "tr": "Belediye, eski limanın onarımına gelecek ay başlanacağını ve çalışmaların bir yıl süreceğini söyledi.",
    "ru": "Городской совет сообщил, что ремонт старого моста начнется в следующем месяце и продлится около года.",
    "uk": "Міська рада повідомила, що ремонт старого мосту почнеться наступного місяця і триватиме близько року.",
    "hi": "नगर परिषद ने कहा कि पुराने बाज़ार की मरम्मत अगले महीने शुरू होगी और यह काम एक साल तक चलेगा।",
    "bn": "পৌরসভা বলেছে যে পুরনো বাজারের সংস্কার আগামী মাসে শুরু হবে এবং এক বছর ধরে চলবে।",
    "th": "เทศบาลกล่าวว่าการซ่อมแซมตลาดเก่าจะเริ่มในเดือนหน้าและจะใช้เวลาประมาณหนึ่งปี",
    "zh-Hans": "市议会说，旧码头的修复工程将于下个月开始，并将持续一年左右。",
    "zh-Hant": "市議會說，舊碼頭的修復工程將於下個月開始，並將持續一年左右。",
    "ja": "市議会は、古い港の修理が来月始まり、約一年間続くと発表した。",
    "ko": "시의회는 오래된 항구의 수리가 다음 달에 시작되어 약 일 년 동안 계속될 것이라고 밝혔다.",
    "vi": "Hội đồng thành phố cho biết việc sửa chữa bến cảng cũ sẽ bắt đầu vào tháng tới và kéo dài một năm.",
}


@pytest.mark.parametrize("tag", SENTENCES)
def test_a_sentence_is_enough(tag: str) -> None:
    assert detect(SENTENCES[tag]) == (tag, "rtl" if tag in {"ar", "fa", "ur", "ps"} else "ltr")


def test_nothing_to_tell_from() -> None:
    assert detect("1234 — 56") == (None, "ltr")


def test_latin_menus_do_not_hide_the_text() -> None:
    assert detect("Home News Sport Login\n" * 3 + SENTENCES["ar"] * 2)[0] == "ar"
