"""Greetings, thanks and goodbyes: what deserves a word back and no search."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

_GREETINGS = """
你好|您好|你好啊|嗨|哈喽|早|早上好|上午好|下午好|晚上好|大家好|在吗
hi|hi there|hello|hello there|hey|good morning|good afternoon|good evening|greetings
bonjour|bonsoir|salut|hola|buenos días|buenas tardes|buenas noches
здравствуй|здравствуйте|привет|добрый день|добрый вечер|доброе утро
مرحبا|أهلا|أهلا وسهلا|السلام عليكم|صباح الخير|مساء الخير
"""
_THANKS = """
谢谢|谢谢你|谢谢您|谢谢啦|谢谢了|谢了|多谢|多谢了|感谢|感谢你|感谢您|非常感谢|十分感谢|太感谢了|太谢谢了|好的谢谢
thanks|thank you|thanks a lot|many thanks|thank you very much
thank you so much|thanks so much|thx|cheers
ok thanks|okay thanks|ok thank you|great thanks
merci|merci beaucoup|merci bien|gracias|muchas gracias|спасибо|большое спасибо|спасибо большое
شكرا|شكرا جزيلا|شكرا لك
"""
_CLOSINGS = """
清楚了|我清楚了|明白了|我明白了|知道了|懂了|好的|好嘞|好|行|可以了|没问题了|没有了|再见|拜拜|哈哈|嗯|嗯嗯
that's all|that is all|that's perfect|that's clear|that's great|perfect|great|clear
got it|i see|understood
ok|okay|lol|lol ok|haha|wow|nice|bye|goodbye|very helpful|that helps|that was helpful
c'est parfait|c'est clair|c'est bon|parfait|au revoir|d'accord|perfecto|entendido|adiós|de acuerdo
понятно|ясно|хорошо|до свидания|пока|ممتاز|حسنا|مع السلامة|فهمت
"""
_SILENT = frozenset({"Mn", "Me", "Cf", "So", "Sk"})  # accents, joiners, emoji and their shades
_BREAK = re.compile(r"[\s,.!~;:()،؛、。…-]*[,.!~;:()،؛、。…][\s,.!~;:()،؛、。…-]*")
_PART = re.compile(r"[^,.!?;:،؛؟、。，；：！？…]*[,.!?;:،؛؟、。，；：！？…\s]*")


def _phrases(text: str) -> frozenset[str]:
    return frozenset(_plain(phrase) for line in text.split("\n") for phrase in line.split("|"))


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.replace("’", "'")).casefold()
    return "".join(c for c in letters if unicodedata.category(c) not in _SILENT).strip()


_GREETING, _OTHER = _phrases(_GREETINGS), _phrases(_THANKS) | _phrases(_CLOSINGS)


def politeness(text: str) -> Literal["greeting", "thanks"] | None:
    """Tell whether a text is nothing but a greeting, or thanks and other closing words.

    >>> politeness("谢谢，清楚了"), politeness("Hello!"), politeness("谢谢谁资助了会议？")
    ('thanks', 'greeting', None)
    """
    said = [part for part in _BREAK.split(_plain(text).rstrip("?؟ ")) if part]
    if not said or not all(part in _GREETING or part in _OTHER for part in said):
        return None
    return "greeting" if all(part in _GREETING for part in said) else "thanks"


def without_courtesy(text: str) -> str:
    """A question without the polite words before or after it; the text itself if it has none.

    >>> without_courtesy("谢谢，那第二阶段呢？"), without_courtesy("Hello! Who chaired it? Thanks!")
    ('那第二阶段呢？', 'Who chaired it?')
    """
    parts = [part for part in _PART.findall(text) if part]
    while len(parts) > 1 and politeness(parts[0]):
        parts.pop(0)
    while len(parts) > 1 and politeness(parts[-1]):
        parts.pop()
    return text if not parts or politeness(parts[0]) else "".join(parts).strip()
