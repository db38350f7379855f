"""Words of date lines that are no month of the common calendar: weekdays, halves of the day, zones, eras,
"ago".

As written in the languages' news sites; `table` folds them for look-up. Months come from the lexicon.
"""

from __future__ import annotations

from functools import cache

from khabar.characters import fold

_WEEKDAYS = (
    "الأحد الإثنين الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت احد اثنين ثلاثاء أربعاء خميس جمعة سبت شنبه "
    "یکشنبه یک‌شنبه دوشنبه سه‌شنبه چهارشنبه چهار‌شنبه پنجشنبه پنج‌شنبه جمعه آدینه اتوار پیر منگل بدھ جمعرات "
    "ہفتہ یکشنبې یونۍ دونۍ درېنۍ څلرنۍ پینځنۍ monday tuesday wednesday thursday friday saturday sunday mon "
    "tue tues wed thu thur thurs fri sat sun lundi mardi mercredi jeudi vendredi samedi dimanche lun mer jeu "
    "ven sam dim lunes martes miércoles jueves viernes sábado domingo segunda terça quarta quinta sexta "
    "feira segunda-feira terça-feira quarta-feira quinta-feira sexta-feira montag dienstag mittwoch "
    "donnerstag freitag samstag sonntag lunedì martedì mercoledì giovedì venerdì sabato domenica pazartesi "
    "salı çarşamba perşembe cuma cumartesi pazar понедельник вторник среда среду четверг пятница пятницу "
    "суббота субботу воскресенье пн вт ср чт пт сб вс понеділок вівторок середа четвер пʼятниця субота "
    "неділя senin selasa rabu kamis jumat sabtu minggu ahad सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार "
    "रविवार 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 星期一 星期二 星期三 星期四 星期五 星期六 "
    "星期日 周一 周二 周三 周四 周五 周六 周日 월요일 화요일 수요일 목요일 금요일 토요일 일요일"
)
_ENGLISH = (
    "jan=1 january=1 feb=2 february=2 mar=3 march=3 apr=4 april=4 may=5 jun=6 june=6 jul=7 july=7 aug=8 "
    "august=8 sep=9 sept=9 september=9 oct=10 october=10 nov=11 november=11 dec=12 december=12"
)
"""The months of RFC 2822, met with in texts of every language."""
_MORNING = "am ص صباحا صباحًا صباح فجرا صبح قبل‌ازظهر ظ_am 오전 上午 午前 öö पूर्वाह्न"
_EVENING = "pm م مساء مساءً مساءا عصرا عصر شب بعدازظهر ظ_pm 오후 下午 午後 ös अपराह्न"
_ZONES = (
    "gmt=0 utc=0 ut=0 z=0 غرينتش=0 جرينتش=0 گرینویچ=0 гринвичу=0 مكة=180 الرياض=180 السعودية=180 بغداد=180 "
    "الكويت=180 الدوحة=180 قطر=180 مسقط=240 الإمارات=240 أبوظبي=240 دبي=240 msk=180 мск=180 bst=60 cet=60 "
    "cest=120 eet=120 eest=180 trt=180 est=-300 edt=-240 cst=-360 cdt=-300 mst=-420 mdt=-360 pst=-480 "
    "pdt=-420 jst=540 kst=540 hkt=480 sgt=480 wib=420 wita=480 wit=540 pkt=300 npt=345 irst=210 ksa=180"
)
"""Minutes east of Greenwich of zones that have no summer time of their own under the name."""

_FILL = (
    "لـ ل st nd rd th er º ª de del do of the at on in um à às le la el les الساعة الموافق المكرمة العالمي يوم "
    "اليوم امروز في ساعت ساعة hrs uhr г года год року р ж йил yil il cu cı ci ngày lúc pukul jam время по kl "
    "klo time time: تاريخ التاريخ تازه به‌روزشده date saat से को बजे น เวลา พ ศ ค ที่ वाजता"
)
_UPDATED = (
    "محدث محدثة تحديث التحديث آخر أخر updated update last modified mis jour actualizado actualización "
    "atualizado обновлено обновление оновлено güncelleme güncellendi diperbarui 更新 更新日 更新日時 cập "
    "nhật aktualisiert aggiornato"
)
_PUBLISHED = (
    "نشر نُشر نشرت النشر تم نشره published posted publié publicado опубликовано yayınlanma منتشرشده انتشار pubblicato"
)
_HIJRI = (
    "محرم=1 المحرم=1 صفر=2 ربيع=3 جمادى=5 رجب=7 شعبان=8 رمضان=9 شوال=10 ذوالقعدة=11 القعدة=11 ذوالحجة=12 الحجة=12"
)
_HIJRI_TAIL = "الأول الأولى الثاني الثانية الآخر الآخرة ذو ذي أول ثاني ربیع‌الاول"
_SOLAR = (
    "فروردین=1 فرورين=1 اردیبهشت=2 خرداد=3 تیر=4 مرداد=5 امرداد=5 شهریور=6 مهر=7 آبان=8 آذر=9 دی=10 بهمن=11 "
    "اسفند=12 حمل=1 ثور=2 جوزا=3 سرطان=4 اسد=5 سنبله=6 میزان=7 عقرب=8 قوس=9 جدی=10 دلو=11 حوت=12 وری=1 "
    "غویی=2 غبرګولی=3 غبرګولي=3 چنګاښ=4 زمری=5 وږی=6 تله=7 لړم=8 لیندۍ=9 مرغومی=10 سلواغه=11 کب=12"
)


@cache
def table() -> dict[str, tuple[str, int]]:
    """Folded word -> (kind, value). Kinds: weekday, half, zone, fill, updated, published, lunar, solar,
    marks of years, hours and so on (年, h)."""
    out: dict[str, tuple[str, int]] = {}

    def put(words: str, kind: str, value: int = 0) -> None:
        for word in words.split():
            name, _, number = word.partition("=")
            out.setdefault(fold(name), (kind, int(number) if number else value))

    put(_ENGLISH, "month")
    put(_MORNING, "half", 0)
    put(_EVENING, "half", 12)
    put("ظهرا ظهر noon", "noon")
    put(_ZONES, "zone")
    put(_UPDATED, "updated")
    put(_PUBLISHED, "published")
    put(_HIJRI, "lunar")
    put(_HIJRI_TAIL, "lunar.tail")
    put(_SOLAR, "solar")
    put("هـ هجري هجرية ق ميلادي ميلادية ad ce", "fill")
    put("بتوقيت توقيت", "zone.of")
    put("年 년 năm", "year.mark")
    put("月 월 tháng thg", "month.mark")
    put("日 일", "day.mark")
    put("時 时 点 點 시 h", "hour.mark")
    put("分 분 min", "minute.mark")
    put("秒 초", "second.mark")
    put(_WEEKDAYS, "weekday")
    put(_FILL, "fill")
    return out


_BEFORE = "قبل منذ منُذ مضت مضى il y a hace há fa vor about حوالي نحو من cách đây"
_AFTER = (
    "ago پیش قبل پہلے مخکې مخکی önce evvel назад тому lalu yang geleden fa atrás पहले आधी পূর্বে আগে trước "
    "iliyopita zilizopita عندما الآن"
)
_UNITS = (
    "ثانية ثواني ثوان دقيقة دقائق ساعة ساعات يوم أيام يوما أسبوع أسابيع شهر أشهر شهور شهرا سنة سنوات عام "
    "أعوام ثانیه دقیقه ساعت روز هفته ماه سال لحظه سیکنڈ منٹ گھنٹے گھنٹہ گھنٹا دن ہفتے ہفتہ مہینے سال second "
    "seconds sec secs minute minutes min mins hour hours hr hrs day days week weeks month months year years "
    "m h d w y seconde secondes heure heures jour jours semaine semaines mois an ans segundo segundos minuto "
    "minutos hora horas día días dia dias semana semanas mes meses mês año años ano anos sekunde sekunden "
    "minuten stunde stunden tag tagen tage woche wochen monat monaten jahr jahren saniye dakika saat gün "
    "hafta ay yıl секунд секунды секунду минут минуты минуту час часа часов день дня дней неделю недели "
    "недель месяц месяца месяцев год года лет хвилин хвилини хвилину годин години годину дні днів день detik "
    "menit jam hari minggu bulan tahun secondi minuti ore ora giorno giorni मिनट घंटे घंटा दिन मिनिट तास "
    "মিনিট ঘণ্টা দিন phút giờ ngày dakika masaa siku uur minuut minuten dagen"
)
_DUAL = (
    "دقيقتين دقيقتان ساعتين ساعتان يومين يومان أسبوعين أسبوعان شهرين شهران سنتين سنتان عامين عامان لحظات "
    "لحظاتی an a une un una um uma eine einer einem bir"
)
_WHOLE = (
    "分钟前 分鐘前 小时前 小時前 天前 秒前 分前 時間前 日前 周前 週間前 か月前 年前 個月前 个月前 분 시간 일 "
    "초 전 분전 시간전 일전 초전"
)


@cache
def ago() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    """Folded words of relative times: marks ("منذ", "ago"), units, words that stand for a number, wholes."""
    marks, units, numbers, wholes = (
        frozenset(map(fold, words.split())) for words in (_BEFORE + " " + _AFTER, _UNITS, _DUAL, _WHOLE)
    )
    return marks, units, numbers, wholes
