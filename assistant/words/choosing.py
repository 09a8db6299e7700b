"""Which languages have words, and which of them a person gets."""

from __future__ import annotations

from importlib.resources import files
from typing import Literal

FALLBACK = "en"
_RIGHT_TO_LEFT = frozenset("ar ckb dv fa he ps sd ug ur yi".split())


def known_languages() -> tuple[str, ...]:
    """The languages that have a file of words, in alphabetical order.

    >>> known_languages()
    ('ar', 'en', 'es', 'fr', 'ru', 'zh')
    """
    names = (entry.name for entry in files("assistant.words").iterdir())
    return tuple(sorted(name[:-5] for name in names if name.endswith(".toml")))


def preferred_language(accept_language: str) -> str:
    """The first language of an Accept-Language header that has a file of words.

    >>> preferred_language("fr-CA;q=0.2, zh-CN;q=0.9, en;q=0.8"), preferred_language("")
    ('zh', 'en')
    """
    wishes = []
    for place, entry in enumerate(accept_language.split(",")):
        tag, _, weight = entry.replace(" ", "").partition(";q=")
        try:
            wishes.append((-float(weight or 1), place, primary(tag)))
        except ValueError:
            continue
    known = known_languages()
    wanted = (tag for weight, _, tag in sorted(wishes) if weight < 0 and tag in known)
    return next(wanted, FALLBACK)


def primary(language: str) -> str:
    """The language of a BCP 47 tag without script and region; "und" for none.

    >>> primary("zh-Hans-CN"), primary("pt_BR"), primary("")
    ('zh', 'pt', 'und')
    """
    return language.replace("_", "-").split("-")[0].lower() or "und"


def direction(language: str) -> Literal["ltr", "rtl", "auto"]:
    """How a language is written, as HTML's `dir` has it.

    >>> direction("ar"), direction("zh-Hans"), direction("und")
    ('rtl', 'ltr', 'auto')
    """
    if (known := primary(language)) == "und":
        return "auto"
    return "rtl" if known in _RIGHT_TO_LEFT else "ltr"
