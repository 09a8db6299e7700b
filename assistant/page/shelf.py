"""What stands beside the title of the chat: past conversations, and exports.

The words come from here; what people and reports say is put in by `keeping.js`, as text.
"""

from __future__ import annotations

from assistant.keeping.exporting import FORMATS
from assistant.page.safety import inert
from assistant.wording import Wording

_ICON = (
    '<svg width="16" height="16" viewBox="0 0 24 24" fill="none" stroke="currentColor"'
    ' stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">{}</svg>'
)
_CLOCK = _ICON.format(
    '<path d="M3.5 12a8.5 8.5 0 1 0 2.6-6.1L3.5 8.5V3.8"/><path d="M12 8v4.5l3 2"/>'
)
_ARROW = _ICON.format('<path d="M12 4v11m0 0 4-4m-4 4-4-4M5 20h14"/>')


def shelf_html(words: Wording) -> str:
    """The buttons, the dialogue of past conversations, and the one that asks which is right."""
    said, page = words.keeping, words.page
    told = {
        "open": said.open,
        "delete": said.delete,
        "delete-named": said.delete_named,
        "delete-really": said.delete_really,
        "questions": said.questions,
        "empty": said.no_history,
        "off": said.history_off,
        "not-found": said.not_found,
        "link-copied": said.link_copied,
        "copy-failed": page.copy_failed,
        "language": words.language,
    }
    attributes = "".join(f' data-{name}="{inert(text)}"' for name, text in told.items())
    return (
        f'<div class="shelf"{attributes}>'
        f'<button type="button" class="open-past" aria-haspopup="dialog">{_CLOCK}'
        f"<span>{inert(said.history)}</span></button>"
        f"{_export(words)}{_past(words)}{_which(words)}"
        '<div class="unseen" role="status" aria-live="polite"></div></div>'
    )


def _export(words: Wording) -> str:
    said = words.keeping
    entries = "".join(
        f'<li><button type="button" class="export-as" data-format="{kind.suffix}"'
        f' aria-label="{inert(said.export_as.format(format=name))}">{inert(name)}</button></li>'
        for kind in FORMATS
        for name in [getattr(said, kind.name)]
    )
    return (
        f'<details class="export"><summary>{_ARROW}<span>{inert(said.export)}</span></summary>'
        f"<ul>{entries}</ul></details>"
    )


def _past(words: Wording) -> str:
    said = words.keeping
    return (
        f'<dialog class="past" aria-label="{inert(said.history_title)}"><header>'
        f"<h2>{inert(said.history_title)}</h2>{_close(words)}</header>"
        f'<input type="search" class="seek" aria-label="{inert(said.search_history)}"'
        f' placeholder="{inert(said.search_history)}" autocomplete="off" maxlength="200">'
        '<p class="trouble" role="alert" hidden></p><p class="none" hidden></p>'
        f'<ol></ol><p class="where-kept">{inert(said.history_where)}</p></dialog>'
    )


def _which(words: Wording) -> str:
    said = words.keeping
    return (
        '<dialog class="which" aria-labelledby="which-title"><form method="dialog">'
        f'<h2 id="which-title">{inert(said.which_paragraph)}</h2>'
        f'<p id="which-hint">{inert(said.which_hint)}</p>'
        '<input type="text" name="meant" autocomplete="off" maxlength="200"'
        ' aria-labelledby="which-title" aria-describedby="which-hint">'
        '<p class="trouble" role="alert" hidden></p>'
        f'<footer><button type="button" class="close">{inert(words.page.cancel)}</button>'
        f'<button type="submit" class="save">{inert(said.save)}</button></footer></form></dialog>'
    )


def _close(words: Wording) -> str:
    return (
        f'<button type="button" class="close" aria-label="{inert(words.page.close)}">'
        '<span aria-hidden="true">×</span></button>'
    )
