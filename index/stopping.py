"""Words that shape a question but say nothing of its subject: question and function words.

Data, by language; `index.lexical` stems and folds them as it does any text. Chinese entries are
characters and pairs of neighbours, as full text reads them.
"""

from __future__ import annotations

import re

CHINESE = frozenset(
    "怎么 怎样 如何 为何 多少 几个 几位 几次 几项 是否 有几 有多 请问 何时 何地 请列 请说 一下 告诉"
    " 我想 想知 知道 请 是 在 有 和 与 及 或 这 那 个 被 把 就 都 也 还 又 而 之 其 些".split()
)

# No pair that holds one of these is a word of the subject.
CHINESE_PARTICLES = frozenset("的了吗呢吧啊么什哪谁")

# What asks, or says of which report, and no more; taken out before words are made of the rest.
PHRASES = re.compile(
    "什么时候|什么时间|什么地方|什么样|为什么|什么|怎么样|怎么|怎样|如何|为何|多少|哪里|哪儿|哪些|哪几|哪个|哪一"
    "|何时|何地|何种|是否|有没有|请问|请列出|告诉我|我想知道|想知道"
    "|(?:这份|该|本)?报告(?:里|中|上)?(?:是|有)?(?=(?:怎么|如何|怎样|对|没有)?(?:说|讲|写|谈|提到|提及))"
    r"|\b(?:does|did|what) (?:the|this) (?:report|document|text) (?:say|mention|state|tell)\w*\b"
    r"|\baccording to (?:the|this) (?:report|document|text)\b"
    r"|\b(?:dit|selon) (?:le|ce) (?:rapport|document|texte)\b"
    r"|\b(?:dice|según) (?:el|este) (?:informe|documento|texto)\b"
    r"|\b(?:согласно (?:докладу|документу)|говорится в (?:докладе|документе))\b"
    "|(?:يقول|حسب|وفقا ل) ?(?:التقرير|الوثيقة)",
    re.IGNORECASE,
)

WORDS = {
    "en": """
        a an the of in on at by for to from with and or is are was were be been being do
        does did done what which who whom whose when where why how many much that this
        these those it its they them their he she his her we our you your i my me as has
        have had will would can could should may there any some about into if not no
        than then so please tell give say said says happen happened get got make made go went
        anything something everything thing things
    """,
    "fr": """
        le la les l un une des du de d et ou à a au aux en dans par pour sur avec est
        sont été était qui que quoi quel quelle quels quelles quand où comment pourquoi
        combien ce cette ces cet il elle ils elles se s n ne pas qu y t a-t-il fait faire dit
        ont avait chose
    """,
    "es": """
        el los las lo una unos unas del y o al con es son fue fueron ha han qué cuál
        cuáles cuándo dónde cómo quién quiénes cuánto cuánta cuántos cuántas su sus se
        como esta este estos estas hay hace hacer hizo hecho dice cosa
    """,
    "ru": """
        и в во на с со к ко по о об от до за из у не что как кто кого кому чем где когда
        почему сколько какой какая какое какие каких каким был была было были это эта
        этот эти его ее их ли же для при есть делать сделать сделано
    """,
    "ar": """
        في من إلى على عن مع هو هي هم ما ماذا متى أين كيف لماذا كم هل أي التي الذي الذين
        هذا هذه ذلك كان كانت
    """,
    "de": """
        der die das ein eine und oder ist sind war waren wer was wann wo wie warum
        wieviel den dem des zu von mit für auf im am welche welcher welches
    """,
}
