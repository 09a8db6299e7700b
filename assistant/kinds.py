"""What a date, an amount, a share, a number of persons and a person's name look like."""

from __future__ import annotations

import re

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
    r"|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    r"|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
    r"|январ\w|феврал\w|март\w?|апрел\w|ма[йя]|июн\w|июл\w|август\w?|сентябр\w|октябр\w|ноябр\w"
    r"|декабр\w)"
)
_DAY = rf"\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}\b|\b{MONTH}\.?\s+\d{{1,2}}\b"
_HAN = "一二三四五六七八九十百千两"
_COUNTED = "(?:个|次|位|名|国|项|份|种|家|人|届|条|场|轮|万|亿)"
_SPELLED = (
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|dozen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|hundreds?|thousands?|millions?"
    r"|half|third|quarter"
    r"|une?|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize"
    r"|vingt|trente|quarante|cinquante|soixante|cent|mille"
    r"|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|veint\w+"
    r"|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien(?:to)?s?|mil"
    r"|од(?:ин|на)|два|две|три|четыре|пят\w+|шест\w+|семь\w*|восем\w+|девят\w+|десят\w+"
    r"|\w+дцать|сорок|сто|тысяч\w*"
    r"|واحدة?|اثن\w+|ثلاث\w*|أربع\w*|خمس\w*|ست\w*|سبع\w*|ثماني\w*|تسع\w*|عشر\w*|مئ\w+|ألف)\b"
)
_CURRENCY = (
    "(?:美元|欧元|元|瑞士法郎|dollars?|euros?|francs?|dólares|доллар|евро|рубл|دولار|يورو"
    "|million|billion)"
)
# A person's name: a form of address, two capitalised words within a sentence, the dot between the
# parts of a foreign name in Chinese, or a common Chinese family name at the head of a short item.
_FAMILY = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧"
    "程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
)
_NAME = (
    r"(?-i:[·•]|先生|女士|博士|教授|大使|阁下"
    rf"|(?:^|(?<=[、：\s]))[{_FAMILY}][\u4e00-\u9fff]{{1,2}}(?=[、，。；）和\s]|$)"
    r"|(?<=[a-zà-ÿа-я,;(] )[A-ZÀ-ÖА-Я][a-zà-ÿа-я]+ (?:[A-ZÀ-ÖА-Я]\.? )?[A-ZÀ-ÖА-Я][a-zà-ÿа-я]+"
    r"|\b(?:Mr|Mrs|Ms|Dr|Prof|Sir|Dame|Lord|Lady|Judge|Justice"
    r"|MM?|Mmes?|Sres?|Sras?|Dra)\b\.? [A-ZÀ-Ö]"
    r"|\bг-(?:н|жа|жи)\w*|\b[A-ZА-Я]\.\s?[A-ZА-Я])|السيدة?\s|الدكتورة?\s|السادة\s"
)
_FIGURE = rf"(?:\d[\d., ]*|[{_HAN}]+)"
_PERSONS = (
    r"(?:people|persons?|individuals|participants|representatives|delegates|members|staff|experts"
    r"|officials|employees|heads|journalists|men|women|children|workers|residents|inhabitants"
    r"|personnes|habitants|participant[es]*|représentants|membres|délégués|fonctionnaires"
    r"|personas|habitantes|representantes|miembros|delegad[oa]s|funcionari[oa]s"
    r"|человек\w*|люд\w+|участник\w*|представител\w*|член\w*|делегат\w*|сотрудник\w*"
    r"|شخص\w*|أشخاص|فرد\w*|أفراد|مشارك\w*|ممثل\w*|عضو\w*|أعضاء|مندوب\w*|موظف\w*)"
)
_HOLDS = {
    kind: re.compile(pattern, re.IGNORECASE)
    for kind, pattern in {
        "time": rf"(?<!\d)[12]\d{{3}}(?!\d)|\d\s*[年月日]|[{_HAN}]+(?:年|月|日)(?!来)|世纪"
        rf"|\b{_DAY}|\bcentury\b|[٠-٩]{{4}}",
        "names": _NAME,
        "money": rf"[$€£¥]\s*\d|\d[\d.,\s]*(?:万|亿|百万)?\s*{_CURRENCY}|\bUSD\b|\bUS\$",
        "share": r"%|％|٪|百分之|分之|\bper cent\b|\bpercent|\bpour cent\b|\bpor ciento\b|\bпроцент"
        r"|في المائة|بالمائة|一半|\b(?:half|third|quarter|majority|moitié|tiers|quart|mitad)\b"
        r"|половин|трет[ьи]|نصف|ثلث|ربع",
        "people": rf"{_FIGURE}(?:多|余)?(?:名|位|人)|{_FIGURE}多?[万亿]?人"
        rf"|(?:\d|{_SPELLED})[\d., ]*(?:\s+\S+){{0,3}}?\s+{_PERSONS}\b",
        "number": rf"\d|[{_HAN}]+{_COUNTED}|{_SPELLED}|[٠-٩]|百分之",
    }.items()
}
# Figures that count nothing: dates, resolutions and symbols, places in an order.
_NO_COUNT = re.compile(
    rf"\d+(?:[/.-]\d+)+|(?<!\d)[12]\d{{3}}(?:\s*年)?(?!\d)|第\s*[\d{_HAN}]+\w|\d+\s*[月日号]"
    rf"|\b{_DAY}|\d+(?:st|nd|rd|th)\b|(?<![{_HAN}\d])一(?:个|种|项|份|条|次)",
    re.IGNORECASE,
)
_COUNTS = {"number", "people"}


def holds(kind: str, text: str) -> bool:
    """Tell whether a text holds a thing of a kind: a key of `_HOLDS`.

    >>> holds("people", "30 members and two hosts"), holds("number", "on 5 May 2004")
    (True, False)
    """
    looked_at = _NO_COUNT.sub(" ", text) if kind in _COUNTS else text
    return bool(_HOLDS[kind].search(looked_at))
