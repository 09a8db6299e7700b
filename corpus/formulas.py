"""Formulas by which laws, treaties and judgments tell where their parts begin and end."""

from __future__ import annotations

import re

from corpus.dating import is_place_and_date

_RECITALS = re.compile(
    r"(?:Whereas|Considérant(?: ce qui suit)?|Considerando(?: lo siguiente)?|Considerando que"
    r"|In Erwägung nachstehender Gründe|considerando quanto segue|Overwegende hetgeen volgt)"
    r"\s*[:：,]?$",
    re.IGNORECASE,
)
_RECITAL = re.compile(r"(?:Whereas|Considérant|Considerando)\s\w", re.IGNORECASE)
_SOURCES = re.compile(
    r"(?:\W|\d)*(?:References|Bibliography|Works cited|(?:Foot|End)?notes|Sources|Références"
    r"|Bibliographie|Notes de bas de page|Referencias|Bibliografía|Notas|Literatur(?:verzeichnis)?"
    r"|Fußnoten|Литература|Примечания|Библиография|参考文献|参考资料|注释|尾注|المراجع|الحواشي"
    r"|الهوامش)\s*[:：]?",
    re.IGNORECASE,
)
_ENACTING = re.compile(
    r"(?:HAS|HAVE) (?:ADOPTED|DECIDED|AGREED)|(?:A|ONT) (?:ADOPTÉ|ARRÊTÉ)|HABEN? FOLGENDE"
    r"|HAN? ADOPTADO|HANNO ADOTTATO|HEBBEN DE VOLGENDE"
)
_OPERATIVE = re.compile(
    r"(?:For (?:these|those|all these|the foregoing) reasons|On those grounds|Par ces motifs"
    r"|Aus diesen Gründen|Por (?:estos|todos estos) motivos|En virtud de todo lo expuesto"
    r"|D ?[EÉ] ?C ?I ?D ?E\s?(?=:|$)"
    r"|По этим (?:основаниям|причинам)|Per questi motivi|Om deze redenen|基于上述理由|لهذه الأسباب)"
    r"[^.;]{0,120}[,:，：]?$",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:Done|Adopted) (?:in|at)\b|Issued\b|Fait (?:à|en|le)\b|Hecho en\b|Geschehen (?:zu|in)\b"
    r"|Совершено в\b|[_—–-]{5,}"
    r"|In (?:faith|witness) where?of|En foi de quoi|En (?:fe|testimonio) de lo|Zu Urkund dessen"
    r"|В (?:удостоверение|подтверждение) (?:чего|изложенного)|وإثباتا? ل"
    r"|This (?:Regulation|Directive|Decision) shall be binding in its entirety"
    r"|Le présent règlement est obligatoire|Diese Verordnung ist in allen ihren Teilen"
    r"|El presente Reglamento será obligatorio"
    r"|La presente legge, munita|Il presente decreto, munito|Dat[oa] a\b|Approved (?=[A-Z]\w+ \d)",
    re.IGNORECASE,
)
_SPEAKER = re.compile(
    r"(?:(?:LORD|LADY|SIR|DAME|JUDGE|JUSTICE|CHIEF|MR|MRS|MS|MISS|THE)\b[^.;]{2,80}"
    r"|(?:Lord|Lady|Sir|Dame|Judge|Justice|Chief|Mr|Mrs|Ms)(?:\s(?:[A-Z][\w’'-]*|of|and|the))+)\s?:"
)


def is_about_sources(text: str) -> bool:
    """Tell whether a heading stands above notes or a list of sources, whose numbers are their own.

    >>> is_about_sources("References"), is_about_sources("参考文献"), is_about_sources("Note")
    (True, True, False)
    """
    return _SOURCES.fullmatch(text) is not None


def announces_recitals(text: str) -> bool:
    """Tell whether a line is what stands above the recitals of a law, decision or directive.

    >>> announces_recitals("Whereas:"), announces_recitals("Whereas water is scarce,")
    (True, False)
    """
    return _RECITALS.search(text) is not None


def is_recital(text: str) -> bool:
    """Tell whether a numbered text says itself that it is a recital.

    >>> is_recital("Whereas water is scarce;")
    True
    """
    return _RECITAL.match(text) is not None


def is_enacting(text: str) -> bool:
    """Tell whether a line leads from recitals to what is enacted.

    >>> is_enacting("HAVE ADOPTED THIS REGULATION:")
    True
    """
    return _ENACTING.match(text) is not None


def is_operative(text: str) -> bool:
    """Tell whether a line announces what a court decides, whose numbers count afresh.

    >>> is_operative("FOR THESE REASONS, THE COURT UNANIMOUSLY"), is_operative("For these reasons.")
    (True, False)
    """
    return _OPERATIVE.match(text) is not None


def is_closing(text: str) -> bool:
    """Tell whether a text is what stands below the last paragraph and belongs to none.

    >>> is_closing("Done at Brussels, 27 April 2016."), is_closing("It is done at once.")
    (True, False)
    """
    return _CLOSING.match(text) is not None or is_place_and_date(text)


def is_speaker(text: str) -> bool:
    """Tell whether a line names who speaks from here on, in a judgment of several judges.

    >>> is_speaker("LORD SALES (dissenting):"), is_speaker("Mr Justice Fancourt :")
    (True, True)
    >>> is_speaker("Mr Sales said as follows:")
    False
    """
    return _SPEAKER.fullmatch(text) is not None
