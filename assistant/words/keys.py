"""The keys that every language's file of words must have, part by part."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AnswerWords:
    """What the assistant says; braces are filled by the methods of `Wording`."""

    report_says: str
    not_answered: str
    not_answered_why: str
    nearest_are: str
    greeting: str
    thanks: str
    numbered: str
    unnumbered: str
    summary: str
    front: str
    note: str
    item: str
    item_joint: str
    recital: str
    recitals: str
    in_series: str
    cited_by_symbol: str
    cited_by_title: str
    no_such_paragraph: str
    no_numbered_paragraphs: str
    no_such_in_section: str
    no_such_section: str
    no_sections: str
    no_such_part: str
    no_parts: str
    no_such_item: str
    no_items: str
    no_such_sentence: str
    no_such_kind: str
    annex: str
    no_text: str
    nothing_before: str
    nothing_after: str
    nothing_said: str
    not_answered_within: str
    all_of_it: str
    not_said: str
    quoted_part: str
    contradiction: str
    weak_language: str
    uncalibrated: str
    same_in: str
    numbers: str
    numbers_as_printed: str
    numbers_listed: str
    run: str
    and_last: str
    in_part: str
    complete: str
    missing: str
    repeated: str
    no_numbers: str
    list_comma: str
    clause_comma: str
    part_comma: str
    searched_as: str
    other_language: str


@dataclass(frozen=True, slots=True)
class PageWords:
    """The page's own labels and sentences."""

    page_title: str
    empty_title: str
    empty_text: str
    empty_report: str
    question: str
    placeholder: str
    ask: str
    stop: str
    report: str
    chat: str
    new_chat: str
    add_report: str
    language: str
    theme: str
    source: str
    back: str
    contents: str
    paragraphs: str
    notes: str
    link_to: str
    copy: str
    copy_quote: str
    copied: str
    copy_failed: str
    quotation: str
    edit: str
    edit_question: str
    close: str
    loading: str
    searching: str
    sign_in: str
    password: str
    come_in: str
    wrong_password: str
    connection_lost: str
    connected_again: str
    stopped: str
    reading_file: str
    loading_model: str
    indexing: str
    numbering: str
    cancel: str
    cancelling: str
    cancelled: str
    several_added: str
    added: str
    updated: str
    unchanged: str
    no_report: str
    ask_paragraph: str
    ask_section: str


@dataclass(frozen=True, slots=True)
class KeepingWords:
    """What is kept: exports, past conversations, judgements of answers."""

    export: str
    export_as: str
    markdown: str
    word: str
    json: str
    exported: str
    nothing_to_export: str
    copy_link: str
    copy_link_to: str
    link_copied: str
    history: str
    history_title: str
    history_where: str
    history_off: str
    search_history: str
    no_history: str
    not_found: str
    questions: str
    open: str
    delete: str
    delete_named: str
    delete_really: str
    deleted: str
    reopened: str
    report_changed: str
    report_gone: str
    not_kept: str
    was_it_right: str
    right: str
    wrong_paragraph: str
    should_say_no: str
    should_answer: str
    which_paragraph: str
    which_hint: str
    save: str
    judged: str
    not_judged: str
    no_such_place: str
    asked: str
    transcript_of: str
    exported_on: str


@dataclass(frozen=True, slots=True)
class ReadingWords:
    """What helps to read a report and to ask on: places, search, suggestions, how sure."""

    all_reports: str
    asked_of: str
    page_at: str
    citations: str
    previous_citation: str
    next_citation: str
    find: str
    found: str
    found_none: str
    find_previous: str
    find_next: str
    again: str
    revising: str
    keep_as_is: str
    ask_more: str
    ask_about: str
    sure: str
    high: str
    fair: str
    low: str
    close_call: str
    keys: str


@dataclass(frozen=True, slots=True)
class ErrorWords:
    """What was wrong and what to do; each key is an error class, each brace an attribute of it."""

    EmptyQuestionError: str
    QuestionTooLongError: str
    UnknownFormatError: str
    UnreadableFileError: str
    NotTextError: str
    MalformedLineError: str
    UnknownReportError: str
    LockedLibraryError: str
    UnwritableLibraryError: str
    LongParagraphError: str
    TooLargeUpload: str
    LockedHistoryError: str
    DamagedHistoryError: str
    UnwritableHistoryError: str
    UnknownConversationError: str
    Unexpected: str
