"""Credits glued to captions, in the usual forms of many houses and languages. All texts are made up."""

from __future__ import annotations

import pytest
from khabar.lexicon.store import lexicon_for
from khabar.pictures.credits import Parts, clean_credit, is_credit_text, split_caption

GLUED = [
    # a telephone number and an address behind it
    ("en", "The wall. Photo: Ann Doe, Ashby, Tel: 07221/929-26868, a@x.example", "The wall.", "Ann Doe, Ashby"),
    (
        "de",
        "Die Brücke. Foto: Bundesarchiv, Bild 183-1990-0803-017",
        "Die Brücke.",
        "Bundesarchiv, Bild 183-1990-0803-017",
    ),
    # a label behind a full stop, with its colon
    ("de", "Der Hafen im Winter. Foto: Jana Sommer", "Der Hafen im Winter.", "Jana Sommer"),
    ("de", "Der Hafen im Winter.Foto: Jana Sommer (Keystone)", "Der Hafen im Winter.", "Jana Sommer (Keystone)"),
    ("de", "Der Hafen im Winter Foto: picture alliance / dpa", "Der Hafen im Winter", "picture alliance / dpa"),
    ("de", "Blick auf die Elbe. Quelle: Stadt Musterstadt", "Blick auf die Elbe.", "Stadt Musterstadt"),
    ("de", "Blick auf die Elbe | Bildquelle: Reederei Nord", "Blick auf die Elbe", "Reederei Nord"),
    ("de", "Blick auf die Elbe. Bild: Archiv", "Blick auf die Elbe.", "Archiv"),
    ("de", "Das Rathaus (Archivfoto: Mia Lang)", "Das Rathaus", "Mia Lang"),
    ("de", "Das Rathaus. (Symbolbild: dpa | Mia Lang)", "Das Rathaus.", "dpa | Mia Lang"),
    ("de", "Das Rathaus [Foto: Mia Lang]", "Das Rathaus", "Mia Lang"),
    ("de", "Mia Lang (l.) mit Tom Berg (r.) © Verein Nord", "Mia Lang (l.) mit Tom Berg (r.)", "Verein Nord"),
    ("de", "Das Rathaus © Foto: Mia Lang", "Das Rathaus", "Mia Lang"),
    ("de", "Das Rathaus. Foto: © Mia Lang", "Das Rathaus.", "Mia Lang"),
    (
        "de",
        "Neuer Mantel, von MODEHAUSFoto: Mia Lang. Haare: Tom Berg",
        "Neuer Mantel, von MODEHAUS",
        "Mia Lang. Haare: Tom Berg",
    ),
    ("de", "Legende: Das Rathaus am Abend. Keystone/Mia Lang", "Das Rathaus am Abend.", "Keystone/Mia Lang"),
    ("en", "The harbour in winter. Photo: Ann Doe", "The harbour in winter.", "Ann Doe"),
    ("en", "The harbour in winter. Photograph: Ann Doe/AP", "The harbour in winter.", "Ann Doe/AP"),
    ("en", "The harbour in winter. Picture: iStock", "The harbour in winter.", "iStock"),
    ("en", "The harbour in winter (Image: Getty)", "The harbour in winter", "Getty"),
    (
        "en",
        "The harbour in winter. File image Image: Port Authority",
        "The harbour in winter. File image",
        "Port Authority",
    ),
    ("en", "The harbour in winter.Credit: Ann Doe/Alamy", "The harbour in winter.", "Ann Doe/Alamy"),
    ("en", "The harbour at the World CupCredit: PA", "The harbour at the World Cup", "PA"),
    ("en", "The harbour | Photo credit: Ann Doe", "The harbour", "Ann Doe"),
    ("en", "The harbour / Credit: Ann Doe", "The harbour", "Ann Doe"),
    ("en", "The harbour. Source: Port Authority", "The harbour.", "Port Authority"),
    # a label that needs no colon
    ("en", "The harbour in winter. Photo by Ann Doe", "The harbour in winter.", "Ann Doe"),
    (
        "en",
        "The harbour in winter. (Photo by Ann Doe/Getty Images)",
        "The harbour in winter.",
        "Ann Doe/Getty Images",
    ),
    (
        "en",
        "The harbour in winter. Photo by ANN DOE /AFP via Getty Images",
        "The harbour in winter.",
        "ANN DOE /AFP via Getty Images",
    ),
    ("en", "The harbour in winter. — Picture by Ann Doe", "The harbour in winter.", "Ann Doe"),
    ("en", "The harbour in winter. (Courtesy of Ann Doe)", "The harbour in winter.", "Ann Doe"),
    (
        "en",
        "The harbour in winter. Photo courtesy of the Port Authority",
        "The harbour in winter.",
        "the Port Authority",
    ),
    (
        "en",
        "OSLO, NORWAY - MAY 3: A boat in the harbour on May 3, 2024 in Oslo. (Photo by Ann Doe/Getty Images)",
        "OSLO, NORWAY - MAY 3: A boat in the harbour on May 3, 2024 in Oslo.",
        "Ann Doe/Getty Images",
    ),
    # no label: brackets
    ("en", "The harbour in winter. (AP)", "The harbour in winter.", "AP"),
    (
        "en",
        "A boat in Ipswich, Wis. (AP Photo/Ann B. Doe, File)",
        "A boat in Ipswich, Wis.",
        "AP Photo/Ann B. Doe, File",
    ),
    ("en", "The harbour in winter (Reuters)", "The harbour in winter", "Reuters"),
    ("en", "The harbour in winter. (Ann Doe/Paper)", "The harbour in winter.", "Ann Doe/Paper"),
    ("en", "The harbour in winter. (Ann Doe)", "The harbour in winter.", "Ann Doe"),
    ("en", "The harbour in winter.(Harbour Times)", "The harbour in winter.", "Harbour Times"),
    ("en", "The harbour in winter. (Ann F. Doe / AP)", "The harbour in winter.", "Ann F. Doe / AP"),
    # no label: behind a full stop, a separator, or nothing
    ("en", "The harbour in winter. Getty Images", "The harbour in winter.", "Getty Images"),
    ("en", "The harbour in winter. AP", "The harbour in winter.", "AP"),
    ("en", "The harbour in winter. Supplied", "The harbour in winter.", "Supplied"),
    ("en", "The harbour in winter. Ann Doe/Getty Images", "The harbour in winter.", "Ann Doe/Getty Images"),
    ("en", "Boats leave the harbour AP Photo/Ann H. Doe", "Boats leave the harbour", "AP Photo/Ann H. Doe"),
    (
        "en",
        "Boats leave the harbour in the morning Getty Images",
        "Boats leave the harbour in the morning",
        "Getty Images",
    ),
    ("en", "Boats leave the harbour REUTERS", "Boats leave the harbour", "REUTERS"),
    ("en", "The harbour in winter. — AFP pic", "The harbour in winter.", "AFP pic"),
    ("en", "The harbour in winter — Reuters file photo", "The harbour in winter", "Reuters file photo"),
    ("en", "The harbour in winter - Getty Images", "The harbour in winter", "Getty Images"),
    ("en", "The harbour in winter • Getty Images", "The harbour in winter", "Getty Images"),
    (
        "en",
        "The harbour in winter. Harbour Lodge: Ann Doe, ann@example.org",
        "The harbour in winter.",
        "Harbour Lodge: Ann Doe, ann@example.org",
    ),
    ("en", "The harbour in winter\nAnn Doe/Reuters", "The harbour in winter", "Ann Doe/Reuters"),
    (
        "en",
        "The harbour in winter.\nPhoto by ANN DOE\n/\nAFP via Getty Images",
        "The harbour in winter.",
        "ANN DOE / AFP via Getty Images",
    ),
    ("en", "Ann Doe/Reuters\nThe harbour in winter", "The harbour in winter", "Ann Doe/Reuters"),
    ("en", "The harbour in winter. NASA/JPL-Caltech", "The harbour in winter.", "NASA/JPL-Caltech"),
    ("de", "Der Hafen im Winter.Unsplash/Jana Sommer", "Der Hafen im Winter.", "Unsplash/Jana Sommer"),
    ("de", "Der Hafen im Winter. | Jana Sommer/dpa", "Der Hafen im Winter.", "Jana Sommer/dpa"),
    ("de", "Polizei im Hafen von Palma / Jana Sommer", "Polizei im Hafen von Palma", "Jana Sommer"),
    ("de", "Sie sagte »Guten Tag« Jana Sommer / AP", "Sie sagte »Guten Tag«", "Jana Sommer / AP"),
    ("de", "Der Hafen im Winter. APA/AFP/Jana Sommer", "Der Hafen im Winter.", "APA/AFP/Jana Sommer"),
    # the label first, the caption behind
    ("de", "Foto: dpa Der Hafen liegt im Winter still.", "Der Hafen liegt im Winter still.", "dpa"),
    (
        "de",
        "Foto: Jana Sommer/dpa | Der Hafen liegt im Winter still.",
        "Der Hafen liegt im Winter still.",
        "Jana Sommer/dpa",
    ),
    ("en", "© Getty Images – The harbour in winter", "The harbour in winter", "Getty Images"),
    ("en", "Photo: Ann Doe\nThe harbour in winter", "The harbour in winter", "Ann Doe"),
    ("en", "(Photo: AP) The harbour in winter", "The harbour in winter", "AP"),
    ("en", "Left (Photo: AP) and right", "Left and right", "AP"),
    # French
    (
        "fr",
        "Le port en hiver, le 12 juillet 2023. JEANNE DUPONT / AFP",
        "Le port en hiver, le 12 juillet 2023.",
        "JEANNE DUPONT / AFP",
    ),
    ("fr", "Le port en hiver à Brest JEANNE DUPONT / AFP", "Le port en hiver à Brest", "JEANNE DUPONT / AFP"),
    ("fr", "Le port en hiver. Crédit photo : Jeanne Dupont", "Le port en hiver.", "Jeanne Dupont"),
    ("fr", "Le port en hiver. Crédits : Jeanne Dupont / Sipa", "Le port en hiver.", "Jeanne Dupont / Sipa"),
    ("fr", "Le port en hiver (Photo : Jeanne Dupont)", "Le port en hiver", "Jeanne Dupont"),
    ("fr", "Le port en hiver. © Jeanne Dupont, AFP", "Le port en hiver.", "Jeanne Dupont, AFP"),
    ("fr", "Le port en hiver - Jeanne Dupont / AFP", "Le port en hiver", "Jeanne Dupont / AFP"),
    ("fr", "Le port en hiver. Photo Jeanne Dupont", "Le port en hiver.", "Jeanne Dupont"),
    (
        "fr",
        "Le port en hiver. | Photo : La Presse canadienne / Jeanne Dupont",
        "Le port en hiver.",
        "La Presse canadienne / Jeanne Dupont",
    ),
    # Spanish
    ("es", "El puerto en invierno. EFE/ J.J. Pérez", "El puerto en invierno.", "EFE/ J.J. Pérez"),
    (
        "es",
        "El puerto en invierno de la ciudad EFE/ J.J. Pérez",
        "El puerto en invierno de la ciudad",
        "EFE/ J.J. Pérez",
    ),
    ("es", "El puerto en invierno. (EFE)", "El puerto en invierno.", "EFE"),
    ("es", "El puerto en invierno. Foto: Ana Pérez", "El puerto en invierno.", "Ana Pérez"),
    ("es", "El puerto en invierno. Fotografía: Ana Pérez", "El puerto en invierno.", "Ana Pérez"),
    ("es", "El puerto en invierno | EFE", "El puerto en invierno", "EFE"),
    ("es", "El puerto en invierno (Europa Press)", "El puerto en invierno", "Europa Press"),
    ("es", "El puerto en invierno.Ana Pérez / Europa Press", "El puerto en invierno.", "Ana Pérez / Europa Press"),
    ("es", "El puerto en invierno. Créditos: Ana Pérez", "El puerto en invierno.", "Ana Pérez"),
    ("es", "El puerto en invierno. Foto de archivo: Ana Pérez", "El puerto en invierno.", "Ana Pérez"),
    ("es", "El puerto en invierno. Imagen: Cortesía", "El puerto en invierno.", "Cortesía"),
    # Portuguese
    ("pt", "O porto no inverno — Foto: Ana Silva/TV Globo", "O porto no inverno", "Ana Silva/TV Globo"),
    ("pt", "O porto no inverno (Foto: Divulgação)", "O porto no inverno", "Divulgação"),
    ("pt", "O porto no inverno. Foto: Reprodução/Instagram", "O porto no inverno.", "Reprodução/Instagram"),
    ("pt", "O porto no inverno - Ana Silva/Folhapress", "O porto no inverno", "Ana Silva/Folhapress"),
    ("pt", "O porto no inverno | Crédito: Ana Silva", "O porto no inverno", "Ana Silva"),
    # Italian
    ("it", "Il porto d'inverno (ANSA)", "Il porto d'inverno", "ANSA"),
    ("it", "Il porto d'inverno (foto Ansa)", "Il porto d'inverno", "Ansa"),
    ("it", "Il porto d'inverno. Foto di Anna Rossi", "Il porto d'inverno.", "Anna Rossi"),
    ("it", "Il porto d'inverno. (Foto: Anna Rossi/LaPresse)", "Il porto d'inverno.", "Anna Rossi/LaPresse"),
    ("it", "Il porto d'inverno - Foto: Anna Rossi", "Il porto d'inverno", "Anna Rossi"),
    ("it", "Il porto d'inverno. © ANSA", "Il porto d'inverno.", "ANSA"),
    # Dutch
    ("nl", "De haven in de winter. Foto: ANP", "De haven in de winter.", "ANP"),
    ("nl", "De haven in de winter. Beeld Anna Bakker", "De haven in de winter.", "Anna Bakker"),
    ("nl", "De haven in de winter © ANP", "De haven in de winter", "ANP"),
    ("nl", "De haven in de winter. (Foto: Anna Bakker)", "De haven in de winter.", "Anna Bakker"),
    ("nl", "De haven in de winter. Bron: Gemeente", "De haven in de winter.", "Gemeente"),
    # Nordic, without files of their own
    ("no", "Havnen om vinteren. Foto: Anne Berg / NTB", "Havnen om vinteren.", "Anne Berg / NTB"),
    ("no", "Havnen om vinteren. Foto: Privat", "Havnen om vinteren.", "Privat"),
    ("sv", "Hamnen på vintern. Foto: Anna Berg/TT", "Hamnen på vintern.", "Anna Berg/TT"),
    ("sv", "Hamnen på vintern. Bild: Anna Berg", "Hamnen på vintern.", "Anna Berg"),
    ("da", "Havnen om vinteren. Foto: Anna Berg/Ritzau Scanpix", "Havnen om vinteren.", "Anna Berg/Ritzau Scanpix"),
    ("fi", "Satama talvella. Kuva: Anna Mäki / Lehtikuva", "Satama talvella.", "Anna Mäki / Lehtikuva"),
    ("is", "Höfnin að vetri. Ljósmynd/Anna Berg", "Höfnin að vetri.", "Ljósmynd/Anna Berg"),
    # Central and south-eastern Europe
    ("pl", "Port zimą. Fot. Anna Nowak / PAP", "Port zimą.", "Anna Nowak / PAP"),
    ("pl", "Port zimą (fot. Anna Nowak)", "Port zimą", "Anna Nowak"),
    ("pl", "Port zimą / fot. PAP", "Port zimą", "PAP"),
    ("pl", "Port zimą. Zdj. Anna Nowak", "Port zimą.", "Anna Nowak"),
    ("pl", "Port zimą. Źródło: East News", "Port zimą.", "East News"),
    ("cs", "Přístav v zimě. Foto: ČTK", "Přístav v zimě.", "ČTK"),
    ("cs", "Přístav v zimě | Zdroj: ČTK", "Přístav v zimě", "ČTK"),
    ("hu", "A kikötő télen. Fotó: Nagy Anna / MTI", "A kikötő télen.", "Nagy Anna / MTI"),
    ("hu", "A kikötő télen. (Fotó: MTI)", "A kikötő télen.", "MTI"),
    ("ro", "Portul iarna. Sursa foto: Agerpres", "Portul iarna.", "Agerpres"),
    ("ro", "Portul iarna. FOTO: Ana Popescu", "Portul iarna.", "Ana Popescu"),
    ("sr-Latn", "Luka zimi. Foto: Tanjug", "Luka zimi.", "Tanjug"),
    ("lt", "Uostas žiemą / A. Petraičio / LRT nuotr.", "Uostas žiemą", "A. Petraičio / LRT nuotr."),
    ("el", "Το λιμάνι τον χειμώνα. Φωτογραφία: EUROKINISSI", "Το λιμάνι τον χειμώνα.", "EUROKINISSI"),
    ("el", "Το λιμάνι τον χειμώνα (Φωτ.: Άννα Παππά)", "Το λιμάνι τον χειμώνα", "Άννα Παππά"),
    # Cyrillic
    ("ru", "Порт зимой. Фото: Анна Иванова / ТАСС", "Порт зимой.", "Анна Иванова / ТАСС"),
    ("ru", "Порт зимой. © РИА Новости / Анна Иванова", "Порт зимой.", "РИА Новости / Анна Иванова"),
    ("ru", "Порт зимой (Фото: Reuters)", "Порт зимой", "Reuters"),
    ("ru", "Порт зимой. Источник: пресс-служба", "Порт зимой.", "пресс-служба"),
    ("uk", "Порт узимку. Фото: Анна Коваль", "Порт узимку.", "Анна Коваль"),
    ("uk", "Порт узимку. Джерело: УНІАН", "Порт узимку.", "УНІАН"),
    # Turkish
    ("tr", "Kışın liman. Fotoğraf: AA", "Kışın liman.", "AA"),
    ("tr", "Kışın liman (Fotoğraf: Ayşe Yılmaz / DHA)", "Kışın liman", "Ayşe Yılmaz / DHA"),
    ("tr", "Kışın liman. Kaynak: Anadolu Ajansı", "Kışın liman.", "Anadolu Ajansı"),
    # Arabic script
    ("ar", "الميناء في الشتاء (رويترز)", "الميناء في الشتاء", "رويترز"),
    ("ar", "الميناء في الشتاء (أ ف ب)", "الميناء في الشتاء", "أ ف ب"),
    ("ar", "الميناء في الشتاء (أ.ف.ب)", "الميناء في الشتاء", "أ.ف.ب"),
    ("ar", "الميناء في الشتاء (رويترز-أرشيف)", "الميناء في الشتاء", "رويترز-أرشيف"),
    ("ar", "الميناء في الشتاء (الأناضول - أرشيفية)", "الميناء في الشتاء", "الأناضول - أرشيفية"),
    ("ar", "الميناء في الشتاء [غيتي]", "الميناء في الشتاء", "غيتي"),
    ("ar", "الميناء في الشتاء. تصوير: سامي دهان", "الميناء في الشتاء.", "سامي دهان"),
    ("ar", "الميناء في الشتاء - المصدر: رويترز", "الميناء في الشتاء", "رويترز"),
    ("ar", "الميناء في الشتاء | رويترز", "الميناء في الشتاء", "رويترز"),
    ("ar", "الميناء في الشتاء - أ ف ب", "الميناء في الشتاء", "أ ف ب"),
    ("ar", "الميناء في الشتاء (سامي دهان/الأناضول)", "الميناء في الشتاء", "سامي دهان/الأناضول"),
    ("ar", "الميناء في الشتاء © سامي دهان", "الميناء في الشتاء", "سامي دهان"),
    ("fa", "بندر در زمستان. عکس: رویترز", "بندر در زمستان.", "رویترز"),
    ("fa", "بندر در زمستان (عکس از سامی دهان)", "بندر در زمستان", "سامی دهان"),
    ("ur", "سردیوں میں بندرگاہ — فوٹو: اے ایف پی", "سردیوں میں بندرگاہ", "اے ایف پی"),
    ("ur", "سردیوں میں بندرگاہ (تصویر: رائٹرز)", "سردیوں میں بندرگاہ", "رائٹرز"),
    # Hebrew, Hindi, Bengali
    ("he", "הנמל בחורף. צילום: רויטרס", "הנמל בחורף.", "רויטרס"),
    ("he", "הנמל בחורף (צילום: דנה לוי)", "הנמל בחורף", "דנה לוי"),
    ("hi", "सर्दियों में बंदरगाह। फोटो: पीटीआई", "सर्दियों में बंदरगाह।", "पीटीआई"),
    ("hi", "सर्दियों में बंदरगाह (फोटो क्रेडिट: PTI)", "सर्दियों में बंदरगाह", "PTI"),
    ("bn", "শীতে বন্দর। ছবি: রয়টার্স", "শীতে বন্দর।", "রয়টার্স"),
    # East and South-east Asia
    ("ja", "冬の港＝１３日、東京都港区で（山田太郎撮影）", "冬の港＝１３日、東京都港区で", "山田太郎"),
    ("ja", "冬の港（ロイター＝共同）", "冬の港", "ロイター＝共同"),
    ("ja", "冬の港＝共同", "冬の港", "共同"),
    ("ja", "冬の港。写真：山田太郎", "冬の港。", "山田太郎"),
    ("ja", "冬の港に立つ市長（中央）共同通信社", "冬の港に立つ市長（中央）", "共同通信社"),
    ("ja", "冬の港（写真：ロイター/アフロ）", "冬の港", "ロイター/アフロ"),
    ("ko", "겨울 항구 모습. [사진=연합뉴스]", "겨울 항구 모습.", "연합뉴스"),
    ("ko", "겨울 항구 모습. [사진 출처 = 항만청]", "겨울 항구 모습.", "항만청"),
    ("ko", "겨울 항구 모습. 연합뉴스", "겨울 항구 모습.", "연합뉴스"),
    ("ko", "겨울 항구 모습. /사진=김하나 기자", "겨울 항구 모습.", "김하나 기자"),
    ("ko", "겨울 항구 모습. ⓒ 뉴시스", "겨울 항구 모습.", "뉴시스"),
    ("ko", "겨울 항구 모습(사진제공=항만청)", "겨울 항구 모습", "항만청"),
    ("zh-Hans", "冬天的港口。图片来源：视觉中国", "冬天的港口。", "视觉中国"),
    ("zh-Hans", "冬天的港口（图：新华社）", "冬天的港口", "新华社"),
    ("zh-Hans", "冬天的港口。新华社记者王小明摄", "冬天的港口。", "新华社记者王小明"),
    ("zh-Hans", "冬天的港口。 © 路透社", "冬天的港口。", "路透社"),
    ("zh-Hant", "冬天的港口。（圖／路透）", "冬天的港口。", "路透"),
    ("zh-Hant", "冬天的港口。圖：中央社", "冬天的港口。", "中央社"),
    ("id", "Pelabuhan di musim dingin. Foto: Ani Putri/detikcom", "Pelabuhan di musim dingin.", "Ani Putri/detikcom"),
    ("id", "Pelabuhan di musim dingin (ANTARA FOTO/Ani Putri)", "Pelabuhan di musim dingin", "ANTARA FOTO/Ani Putri"),
    ("id", "Pelabuhan di musim dingin (Dok. Istimewa)", "Pelabuhan di musim dingin", "Istimewa"),
    ("vi", "Bến cảng mùa đông. Ảnh: Bệnh viện cung cấp", "Bến cảng mùa đông.", "Bệnh viện cung cấp"),
    ("th", "ท่าเรือในฤดูหนาว ภาพ: รอยเตอร์", "ท่าเรือในฤดูหนาว", "รอยเตอร์"),
    ("zu", "Itheku ebusika. Isithombe: Sithunyelwe", "Itheku ebusika.", "Sithunyelwe"),
    # houses' own ways
    ("en", "The port. REUTERS/Ann Doe Purchase Licensing Rights, opens new tab", "The port.", "REUTERS/Ann Doe"),
    ("en", "FILE PHOTO: The port. REUTERS/Ann Doe/File Photo", "FILE PHOTO: The port.", "REUTERS/Ann Doe/File Photo"),
    ("en", "The port. Credit... Ann Doe for The Harbour Times", "The port.", "Ann Doe for The Harbour Times"),
    ("en", "The port.Credit...Ann Doe/Reuters", "The port.", "Ann Doe/Reuters"),
    ("en", "The port. Photo by Ann Doe on Unsplash", "The port.", "Ann Doe on Unsplash"),
    (
        "en",
        "The port. Ann Doe / CC BY-SA 4.0 via Wikimedia Commons",
        "The port.",
        "Ann Doe / CC BY-SA 4.0 via Wikimedia Commons",
    ),
    ("en", "The port. Ann Doe via REUTERS", "The port.", "Ann Doe via REUTERS"),
    ("en", "The port. ST PHOTO: ANN DOE", "The port.", "ST PHOTO: ANN DOE"),
    ("en", "The port. Harbour photo by Ann Doe", "The port.", "Harbour photo by Ann Doe"),
    ("en", "The port. (PTI/File)", "The port.", "PTI/File"),
    ("en", "The port [File: Ann Doe/AP Photo]", "The port", "File: Ann Doe/AP Photo"),
    ("en", "The port. (ABC News: Ann Doe)", "The port.", "ABC News: Ann Doe"),
    ("en", "The port (Supplied: Ann Doe)", "The port", "Supplied: Ann Doe"),
    ("en", "The port. Source: Ann Doe | AFP | Getty Images", "The port.", "Ann Doe | AFP | Getty Images"),
    ("en", "The port. Ann Doe—Getty Images", "The port.", "Ann Doe—Getty Images"),
    ("en", "Photo / Ann Doe", None, "Ann Doe"),
    ("en", "The port. Photo / Ann Doe", "The port.", "Ann Doe"),
    ("en", "Ann Doe/AP hide caption", None, "Ann Doe/AP"),
    ("en", "The port - The Star/ANN DOE", "The port", "The Star/ANN DOE"),
    (
        "fr",
        "Le port. Photo d'illustration. REUTERS - JEANNE DUPONT",
        "Le port.",
        "Photo d'illustration. REUTERS - JEANNE DUPONT",
    ),
    ("fr", "Le port. LP/Jeanne Dupont", "Le port.", "LP/Jeanne Dupont"),
    ("es", "El puerto, en mayo.Ana Pérez (EFE)", "El puerto, en mayo.", "Ana Pérez (EFE)"),
    ("es", "El puerto, en mayo.ANA PÉREZ", "El puerto, en mayo.", "ANA PÉREZ"),
    ("es", "El puerto. Cedida por el club náutico", "El puerto.", "Cedida por el club náutico"),
    ("pt", "O porto - Ana Silva - 3.mai.24/Folhapress", "O porto", "Ana Silva - 3.mai.24/Folhapress"),
    ("de", "Jana Sommer. Imago", "Jana Sommer.", "Imago"),
    ("de", "Jana Sommer - dpa", "Jana Sommer", "dpa"),
    ("id", "Pelabuhan. ANTARA FOTO/Ani Putri/aww.", "Pelabuhan.", "ANTARA FOTO/Ani Putri/aww."),
    ("ko", "겨울 항구 모습. 2024.5.1/뉴스1", "겨울 항구 모습.", "2024.5.1/뉴스1"),
    ("ja", "冬の港（撮影・山田太郎）", "冬の港", "山田太郎"),
    ("zh-Hans", "冬天的港口。中新社记者 王小明 摄", "冬天的港口。", "中新社记者 王小明"),
    ("hi", "सर्दियों में बंदरगाह (फोटो- PTI)", "सर्दियों में बंदरगाह", "PTI"),
    # a label that no lexicon has, before an agency
    ("mk", "Пристаништето. Слика: AFP", "Пристаништето.", "AFP"),
    ("eu", "Portua neguan (Irudia: EFE)", "Portua neguan", "EFE"),
]


@pytest.mark.parametrize(("tag", "text", "caption", "credit"), GLUED)
def test_glued(tag: str, text: str, caption: str | None, credit: str) -> None:
    assert split_caption(text, lexicon_for(tag))[:2] == (caption, credit)


WHOLE = [
    ("en", "A spokesman for the port told Reuters."),
    ("en", "The head of the agency, said Reuters"),
    ("en", "She works as a photographer for Getty Images"),
    ("en", "He was interviewed by the BBC"),
    ("en", "A rocket built by engineers at NASA"),
    ("en", "Photo of the day: a boat in the harbour"),
    ("en", "In the picture: Ann Doe and Tom Roe"),
    ("en", "The photo shows the harbour in winter."),
    ("en", "Harbour Company: record figures for 2024"),
    ("en", "A boat (right) in the harbour (left)"),
    ("en", "The harbour in winter (file photo)"),
    ("en", "The harbour on Monday (May 3, 2024)"),
    ("en", "Ann Doe | The harbour master of the town"),
    ("en", "A well-known boat - the oldest in the harbour"),
    ("en", "Ben Roe (Harbour United) and Tom Doe (Town City)"),
    ("en", "Watch: boats leave the harbour – video"),
    ("en", "The talk at 12:30, seen from the pier"),
    ("en", "The port and/or the harbour"),
    ("en", "A rower (c) in the harbour"),
    ("en", "A rocket of the European Space Agency (ESA)"),
    ("pt", "A sede do Supremo Tribunal Federal (STF)."),
    ("en", "The talks on Monday (pool)"),
    ("en", "Photo"),
    ("en", "This photo was taken in winter. It shows the harbour"),
    ("en", ""),
    ("de", "Oleg Sommer (r)"),
    ("de", "Der Hafen im Winter. (Archivbild)"),
    ("de", "Der Hafen im Winter (Archiv)"),
    ("de", "Die Fraktion von CDU/CSU im Bundestag"),
    ("de", "Im Bild: Jana Sommer und Tom Berg"),
    ("de", "Auf dem Foto: Jana Sommer"),
    ("de", "Foto: Ein Schiff liegt im Hafen und wird entladen."),
    ("de", "Mehr"),
    ("de", "Nach Angaben der dpa"),
    ("de", "Das Video dauert lange (1:24:10)"),
    ("es", "Foto de familia de la segunda reunión del puerto"),
    ("es", "En la imagen: Ana Pérez, alcaldesa"),
    ("es", "El Gobierno de Sánchez"),
    ("fr", "Sur la photo : Jeanne Dupont et Paul Petit"),
    ("fr", "La photo de famille du sommet"),
    ("it", "Nella foto: Anna Rossi"),
    ("pl", "Na zdjęciu: Anna Nowak"),
    ("ru", "На фото: Анна Иванова"),
    ("ru", "Порт зимой. Архивное фото"),
    ("ar", "وقالت وكالة رويترز إن الميناء مغلق"),
    ("ar", "في الصورة: سامي دهان"),
    ("ar", "الميناء في الشتاء (أرشيفية)"),
    ("ar", "الميناء (يمين) والمنارة (يسار)"),
    ("fa", "بندر در زمستان (آرشیو)"),
    ("ja", "冬の港＝同国で2019年5月"),
    ("ja", "冬の港に立つ山田市長（左）"),
    ("ko", "겨울 항구 모습"),
    ("zh-Hans", "冬天的港口（左）和灯塔"),
    ("hi", "सर्दियों में बंदरगाह (फाइल फोटो)"),
]


@pytest.mark.parametrize(("tag", "text"), WHOLE)
def test_caption_without_credit(tag: str, text: str) -> None:
    assert split_caption(text, lexicon_for(tag)) == (text, None, "")
    assert not is_credit_text(text, lexicon_for(tag))


ALONE = [
    ("en", "AFP", "AFP", ""),
    ("en", "Getty Images / Ann Doe", "Getty Images / Ann Doe", ""),
    ("en", "(Reuters)", "Reuters", ""),
    ("en", "Photo by Ann Doe", "Ann Doe", "Photo by"),
    ("en", "Photo by anndoe /Getty Images/iStockphoto", "anndoe /Getty Images/iStockphoto", "Photo by"),
    ("en", "anndoe - stock.adobe.com", "anndoe - stock.adobe.com", ""),
    ("en", "Source: Port Authority", "Port Authority", "Source:"),
    ("en", "Illustration by Ann Doe", "Ann Doe", "Illustration by"),
    ("en", "(Photos by Associated Press; photo illustration by Ann Doe / Harbour Times)",
     "Associated Press; photo illustration by Ann Doe / Harbour Times", "Photos by"),
    ("en", "Image source, Getty Images", "Getty Images", "Image source,"),
    ("de", "Foto: dpa", "dpa", "Foto:"),
    ("de", "Bildrechte: picture alliance/dpa | Jana Sommer", "picture alliance/dpa | Jana Sommer", "Bildrechte:"),
    ("de", "© Jana Sommer/PA Wire/dpa", "Jana Sommer/PA Wire/dpa", ""),
    ("de", "Quelle: dpa", "dpa", "Quelle:"),
    ("uk", "коллаж: Андрій Коваль", "Андрій Коваль", "коллаж:"),
    ("ar", "(رويترز)", "رويترز", ""),
    ("ar", "تصوير: سامي دهان", "سامي دهان", "تصوير:"),
    ("ar", "صدر الصورة، Getty Images", "Getty Images", "صدر الصورة،"),
    ("ja", "写真：ロイター/アフロ", "ロイター/アフロ", "写真："),
    ("ko", "[사진=연합뉴스]", "연합뉴스", "사진="),
]  # fmt: skip


@pytest.mark.parametrize(("tag", "text", "credit", "label"), ALONE)
def test_credit_alone(tag: str, text: str, credit: str, label: str) -> None:
    lexicon = lexicon_for(tag)
    assert is_credit_text(text, lexicon)
    assert split_caption(text, lexicon) == (None, credit, label)
    assert clean_credit(text, lexicon) == (credit, label)


CLEAN = [
    ("de", "(Foto: Pool via REUTERS)", "Pool via REUTERS", "Foto:"),
    ("de", "Foto: Jana Sommer (Keystone)", "Jana Sommer (Keystone)", "Foto:"),
    ("de", "(Bild: Bild erstellt mit KI durch die Redaktion)", "Bild erstellt mit KI durch die Redaktion", "Bild:"),
    ("de", "Jana Sommer", "Jana Sommer", ""),
    ("de", "privat", "privat", ""),
    ("en", "Photograph: Ann Doe/Paper", "Ann Doe/Paper", "Photograph:"),
    ("en", "Copyright 2024 The Associated Press. All rights reserved", "The Associated Press",
     "Copyright 2024 All rights reserved"),
    ("en", "© 2023 Getty Images", "Getty Images", "2023"),
    ("en", "(c) Ann Doe", "Ann Doe", "(c)"),
    ("en", "| Ann Doe |", "Ann Doe", ""),
    ("en", "Credit: Photo by Ann Doe", "Ann Doe", "Credit: Photo by"),
    ("en", "Photo credit to: Ann Doe", "Ann Doe", "Photo credit to:"),
    ("en", "Nat. Inst. for Sea Research (NISR), Norway", "Nat. Inst. for Sea Research (NISR), Norway", ""),
    ("en", "Photo:", "", "Photo:"),
    ("en", "", "", ""),
    ("fr", "Crédit photo : Jeanne Dupont", "Jeanne Dupont", "Crédit photo :"),
    ("pl", "fot. Anna Nowak", "Anna Nowak", "fot."),
    ("ja", "（山田太郎撮影）", "山田太郎", "撮影"),
    ("ar", "الصورة: رويترز", "رويترز", "الصورة:"),
]  # fmt: skip


@pytest.mark.parametrize(("tag", "text", "credit", "label"), CLEAN)
def test_clean(tag: str, text: str, credit: str, label: str) -> None:
    assert clean_credit(text, lexicon_for(tag)) == (credit, label)


NOT_CREDITS = [
    ("en", "The minister arrives at the harbour"),
    ("en", "Reuters Institute report on trust in news"),
    ("en", "What NASA found on the far side of the Moon"),
    ("en", "AP Exclusive"),
    ("en", "Read more"),
    ("en", "By Ann Doe"),
    ("en", "Monday, 3 May 2024"),
    ("en", "The AP, Reuters and AFP say that they will not publish the pictures of the harbour."),
    ("de", "Mehr zum Thema"),
    ("de", "Keystone Pipeline wird gebaut"),
    ("ar", "رويترز تكشف تفاصيل جديدة عن الميناء"),
    ("ar", "وكالة الأناضول تنشر تقريرا"),
    ("en", "Facebook"),
    ("en", "Instagram"),
    ("es", "Especial"),
    ("pt", "Divulgação"),
    ("no", "Privat"),
    ("en", "Courtesy"),
]


@pytest.mark.parametrize(("tag", "text"), NOT_CREDITS)
def test_not_credits(tag: str, text: str) -> None:
    assert not is_credit_text(text, lexicon_for(tag))


def test_labels_are_kept() -> None:
    """What is cut off is told: the label of the caption, that of the credit, brackets and marks not."""
    assert split_caption("Image caption, The harbour. (Photo: AP)", lexicon_for("en")) == Parts(
        "The harbour.", "AP", "Image caption, Photo:"
    )
    assert split_caption("Legende: Der Hafen", lexicon_for("de")) == Parts("Der Hafen", None, "Legende:")


def test_label_alone() -> None:
    """A label with nothing behind it is neither caption nor credit."""
    assert split_caption("Foto:", lexicon_for("de")) == Parts(None, None, "Foto:")
    assert split_caption("Image caption,", lexicon_for("en")) == Parts(None, None, "Image caption,")
    assert not is_credit_text("Foto:", lexicon_for("de"))


def test_long_texts_are_no_captions() -> None:
    text = "The harbour in winter. " * 200 + "Photo: AP"
    assert split_caption(text, lexicon_for("en")) == Parts(text, None, "")


def test_white_space_is_single() -> None:
    """Line breaks and many spaces do not come out, with a credit or without."""
    lexicon = lexicon_for("en")
    assert split_caption("  The \n harbour  in\twinter ", lexicon) == Parts("The harbour in winter", None, "")
    assert split_caption("The\n\nharbour. \n Photo:\n Ann\tDoe", lexicon) == Parts(
        "The harbour.", "Ann Doe", "Photo:"
    )
