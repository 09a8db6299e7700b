"""Hostile text wherever text can come from: nothing runs, nothing is fetched, nothing is spoofed.

`visit` fails a test in which a dialogue opens, a request leaves, a script marks the window or the
page's policy had to step in.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

RUN = "window.hacked=1"
HOSTILE = {
    "script": f"<script>{RUN}</script>",
    "image": f"<img src=//elsewhere.example/x onerror={RUN}>",
    "attribute": f"\"' onmouseover='{RUN}' autofocus onfocus=\"{RUN}\" x='",
    "template": f"${{{RUN}}} {{{{{RUN}}}}} {{{{{{x}}}}}} `${{{RUN}}}` #{{{RUN}}}",
    "link": f"[press](javascript:{RUN}) ![](http://elsewhere.example/x.png) <http://elsewhere.example>",
    "formula": f"$$\\href{{javascript:{RUN}}}{{x}}$$ \\(\\require{{html}}\\) \\[x\\]",
    "markup": "</div></article><h1>Pincite: sign in</h1><form action=//elsewhere.example><input>",
    "style": "<style>*{display:none}</style><link rel=stylesheet href=//elsewhere.example/x.css>",
    "svg": f"<svg><a xlink:href='javascript:{RUN}'><animate onbegin={RUN} attributeName=x /></svg>",
    "frame": f"<iframe srcdoc='<script>parent.hacked=1</script>' onload={RUN}></iframe>",
    "entity": f"&lt;script&gt;{RUN}&lt;/script&gt; &#60;script&#62;",
    "turned": "The answer is \u202etxt.exe\u202c no\u2066 more\u2069 \u202dyes",
}
TURNING = set(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
STRANGE = ":is(#chat .prose, #reader .document, #notice .notice, #selector, #keeping li)"
ALIEN = ":is(script, img, iframe, form, style, link, object, svg a, [onerror], [onfocus])"


def harmless(page: Any) -> None:
    assert page.locator(f"{STRANGE} {ALIEN}").count() == 0
    assert page.locator("#chat .prose h1, #reader .document h1 + h1").count() == 0
    assert page.locator("a:is([href^='javascript'], [href^='http'], [href^='//'])").count() == 0
    shown = page.evaluate("document.body.innerText + document.title")
    assert not set(shown) & TURNING


def test_in_questions(visit: Any, ask: Any, subtests: pytest.Subtests) -> None:
    page = visit(locale="en")
    for kind, text in HOSTILE.items():
        with subtests.test(kind):
            ask(page, text)
            asked = page.locator("#chat .asked").last.inner_text()
            if kind != "turned":
                assert " ".join(asked.split()) == " ".join(text.split())
            harmless(page)


def test_in_reports_their_titles_headings_numbers_and_file_names(
    visit: Any, ask: Any, add: Any, tmp_path: Path, subtests: pytest.Subtests
) -> None:
    page = visit(locale="en")
    for kind, text in HOSTILE.items():
        line = {"number": text[:20], "text": f"{text} pays for {kind}.", "headings": [text]}
        plain = f"REPORT {text}\n\nI. {text}\n\n1. {text}\n\n2. Pears.\n"
        name = file_name(text)
        with subtests.test(kind):
            for path, content in (
                (tmp_path / f"{name}.jsonl", json.dumps(line)),
                (tmp_path / f"plain {name}.txt", plain),
            ):
                add(page, path, content)
                harmless(page)
                ask(page, "paragraph 1")
                harmless(page)
            page.locator("#chat .chip").first.click()
            page.locator("#selector input").click()
            page.get_by_role("option").nth(1).wait_for()
            harmless(page)
            page.keyboard.press("Escape")


def test_in_refusals(visit: Any, add: Any, tmp_path: Path, subtests: pytest.Subtests) -> None:
    page = visit(locale="en")
    for kind, text in HOSTILE.items():
        path = tmp_path / f"{file_name(text)}.txt"
        path.write_bytes(bytes(range(256)) * 8)
        with subtests.test(kind):
            add(page, path)
            harmless(page)
            page.locator("#notice .dismiss").click()


def file_name(text: str) -> str:
    return text.translate(dict.fromkeys(map(ord, "/\0"), "-"))[:80]
