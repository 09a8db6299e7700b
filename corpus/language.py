"""Which language a text is in, by its script and, for Latin script, its small words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

_SAMPLE = 20_000
# Words so frequent that any few sentences hold some, and as few as possible in two languages.
_SMALL_WORDS = {
    "en": "the of and to in is that for with was are this which what who how when where does did"
    " not by it be on from has have why would can there they an or if were had did many much about"
    " say says said tell me give all any whose been its their",
    "fr": "le la les des et du une est dans que qui pour sur par au aux avec ce cette quel quelle"
    " quels quelles quand où pas sont ont il elle combien comment pourquoi été était l d qu",
    "es": "el los las de y del una en es que por para con se al lo qué cuál cuándo dónde quién"
    " cómo fue son como más su cuánto cuánta cuántos cuántas quiénes cuáles sobre entre fueron hay",
    "de": "der die das und ist von den dem zu mit für auf ein eine im nicht wird sich des was wer"
    " wann wie wo welche welcher welches welchem welchen sind wurde wurden auch viele einer eines"
    " einem einen nach bei aus hat hatte war waren warum zwischen am vom zur zum als oder wem wen"
    " kann ihr ihre seine über durch gegen gibt",
}
# What is quoted may be in another language than the question about it.
_QUOTED = re.compile('《[^》]*》|「[^」]*」|“[^”]*”|«[^»]*»|"[^"]*"')
# "Para. 26" is an English reference, and "para 2030" says "for" in Spanish: neither tells.
_PARA = re.compile(r"\bpara\b\.?(?=\s*\d)", re.IGNORECASE)
_KANA = re.compile("[\u3040-\u30ff]")
_MOSTLY_KANA, _SOME_KANA = 0.2, 0.05  # of all characters: in a sentence, and in a law's
_HANGUL = re.compile("[\uac00-\ud7af]")
# Languages that reports come in, though nobody is answered in them.
_WORDS_OF_REPORTS = _SMALL_WORDS | {
    "it": "il lo la i gli le l di del della dello delle degli dei d un una in nel nella nelle che e"
    " per con da dal dalla dai a al alla ai agli alle su sul sulla non è sono si ed anche ne",
    "pt": "o a os as de do da dos das e em no na nos nas um uma que por pelo pela pelos pelas para"
    " com ao aos à às não é são se ou como",
    "nl": "de het een van en in is dat op te voor met zijn niet aan door ook bij of worden wordt"
    " die deze om",
}


def _languages_of(small_words: Mapping[str, str]) -> dict[str, list[str]]:
    """The languages that each word is one of."""
    found: dict[str, list[str]] = {}
    for language, words in small_words.items():
        for word in words.split():
            found.setdefault(word, []).append(language)
    return found


_OF_QUESTIONS = _languages_of(_SMALL_WORDS)
_OF_REPORTS = _languages_of(_WORDS_OF_REPORTS)
_SCRIPTS = (
    ("zh", re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff\u0750-\u077f]")),
    ("latin", re.compile(r"[A-Za-z\u00c0-\u024f]")),
    ("other", re.compile(r"[\u0370-\u03ff\u0530-\u05ff\u0900-\u0fff\uac00-\ud7af]")),
)
# A Chinese character says about as much as so many letters: "ICT的资金" is Chinese.
_WEIGHTS = {"zh": 4}


def detect(text: str) -> str:
    """Name a text's language: zh, en, fr, es, ru, ar, de, or `und` if it can't be told.

    A foreign name or abbreviation does not change the verdict.

    >>> detect("谁来负责ICT的资金筹措？"), detect("Who chairs it?"), detect("Où était-ce ?")
    ('zh', 'en', 'fr')
    >>> detect("A/59/50"), detect("para. 26"), detect("metas para el año 2030")
    ('und', 'und', 'es')
    """
    sample = text[:_SAMPLE]
    sample = unquoted if (unquoted := _QUOTED.sub(" ", sample)).strip(" ?？!！.。") else sample
    if len(_KANA.findall(sample)) > _MOSTLY_KANA * len(sample):
        return "und"
    script = script_of(sample)
    if script in ("", "other"):
        return "und"
    return _latin_language(sample, _OF_QUESTIONS) if script == "latin" else script


def language_of_report(text: str) -> str:
    """Name the language of a text of some length: those of `detect`, and some others.

    >>> language_of_report("第一条　この法律は、河川の適正な利用を目的とする。")
    'ja'
    >>> language_of_report("La legge è quella che si applica alle acque di cui al comma 1.")
    'it'
    """
    sample = text[:_SAMPLE]
    script = script_of(sample)
    if script == "zh" and len(_KANA.findall(sample)) > _SOME_KANA * len(sample):
        return "ja"
    if script == "other" and len(_HANGUL.findall(sample)) > _MOSTLY_KANA * len(sample):
        return "ko"
    return _latin_language(sample, _OF_REPORTS) if script == "latin" else detect(sample)


def script_of(text: str) -> str:
    """Name the script that most of a text is in: zh, ru, ar, latin or other; `""` for none.

    >>> script_of("ICT的资金"), script_of("Article 1"), script_of("26.")
    ('zh', 'latin', '')
    """
    weights = {
        script: len(letters.findall(text)) * _WEIGHTS.get(script, 1) for script, letters in _SCRIPTS
    }
    script = max(weights, key=lambda name: weights[name])
    return script if weights[script] else ""


def _latin_language(text: str, languages_of: Mapping[str, Sequence[str]]) -> str:
    scores: Counter[str] = Counter()
    # A capital alone names a part (IV.D) and is no word, but where a question begins with it.
    said = re.sub(r"(?<=[^¿¡\"“«\s])[^\S\n]*\b[A-Z]\b(?!['’])", " ", _PARA.sub(" ", text))
    for word in re.findall(r"[^\W\d_]+", said.lower()):
        for language in languages_of.get(word, ()):
            scores[language] += 1
    # Letters that one of the languages alone uses, for questions too short to hold small words.
    for language, letters in (("es", "¿¡ñ"), ("de", "äöüß"), ("fr", "êèçœùâîû")):
        scores[language] += sum(letter in text.lower() for letter in letters)
    ranked = scores.most_common(2)
    if not ranked or ranked[0][1] == 0 or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return "und"
    return ranked[0][0]
