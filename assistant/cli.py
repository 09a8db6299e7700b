"""The command line: what can be typed, and how errors leave.

Nothing heavy is imported here, so that `--help` answers at once; what the commands do is in
`assistant.commands` and `assistant.batch`.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

_LAST_PORT = 65_535
_WHICH_FILES = (
    "files, .zip archives, folders with all below them, patterns, or - for standard input"
)
EPILOG = """examples:
  pincite                            open the page in the browser
  pincite add ruling.txt             add a report of your own
  pincite ask "首脑会议的经费从哪里来？"
  pincite show 24-27                 read paragraphs by number
"""


def parser() -> argparse.ArgumentParser:
    """Describe every command; the README is tested against it."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--library",
        metavar="DIR",
        type=_folder,
        default=argparse.SUPPRESS,
        help="the folder that holds your reports (or PINCITE_LIBRARY)",
    )
    common.add_argument(
        "--model",
        metavar="FOLDER|NAME",
        default=argparse.SUPPRESS,
        help="another sentence-transformers model: a folder, or a name in the local cache"
        " (or PINCITE_MODEL)",
    )
    page = argparse.ArgumentParser(add_help=False)
    page.add_argument(
        "--port", type=_port, default=argparse.SUPPRESS, help="first port to try (7860)"
    )
    page.add_argument(
        "--no-browser",
        dest="open_browser",
        action="store_false",
        default=argparse.SUPPRESS,
        help="do not open a browser window",
    )
    page.add_argument(
        "--host",
        metavar="ADDRESS",
        default=argparse.SUPPRESS,
        help="the address to listen on (127.0.0.1: this machine alone)",
    )
    page.add_argument(
        "--open-to-network",
        action="store_true",
        default=argparse.SUPPRESS,
        help="let others read and add reports: on --host, or on every address",
    )
    page.add_argument(
        "--password",
        nargs="?",
        const="",
        metavar="PASSWORD",
        default=argparse.SUPPRESS,
        help="ask visitors for it (or PINCITE_PASSWORD); without a value it is typed unseen",
    )
    page.add_argument(
        "--also-called",
        metavar="NAME",
        action="append",
        default=argparse.SUPPRESS,
        help="a further name that the page is reached by, as behind another server",
    )
    page.add_argument(
        "--history",
        action=argparse.BooleanOptionalAction,
        default=argparse.SUPPRESS,
        help="keep past conversations on this machine (unless others can reach the page)",
    )
    top = argparse.ArgumentParser(
        prog="pincite",
        description="Ask a numbered report a question; get the paragraphs that answer it, quoted"
        " and cited by number.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[common, page],
    )
    top.add_argument("--version", action="store_true", help="print the version and stop")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    reports = argparse.ArgumentParser(add_help=False)
    reports.add_argument("--report", metavar="ID", action="append", default=[], help="stay in it")

    commands.add_parser("serve", parents=[common, page], help="open the page (the default)")

    ask = commands.add_parser("ask", parents=[common, reports], help="answer a question")
    search = commands.add_parser("search", parents=[common, reports], help="rank paragraphs")
    search.add_argument("--limit", type=int, default=10, help="hits at the most (10)")
    for command in (ask, search):
        command.add_argument("question", nargs="?", help="in any language")
        command.add_argument(
            "--batch", metavar="FILE|-", help="JSON Lines in (- for standard input), JSON Lines out"
        )
        _add_json(command)

    show = commands.add_parser("show", parents=[common], help="print paragraphs by number")
    show.add_argument("which", help="26, 24-27, summary, front, notes, an anchor, or all")
    show.add_argument("--report", metavar="ID", help="of which report (if there is more than one)")
    _add_json(show)

    add = commands.add_parser("add", parents=[common], help="add reports, or newer versions")
    add.add_argument("files", metavar="FILE|FOLDER|PATTERN|-", nargs="+", help=_WHICH_FILES)
    _add_json(add)

    inspect = commands.add_parser("inspect", help="tell how a file would be read; keep nothing")
    inspect.add_argument("files", metavar="FILE|FOLDER|PATTERN|-", nargs="+", help=_WHICH_FILES)
    _add_json(inspect)

    edit = commands.add_parser("edit", parents=[common], help="correct what a report is called")
    edit.add_argument("report", metavar="ID", nargs="?", help="if there is more than one")
    edit.add_argument("--title", metavar="TITLE")
    edit.add_argument("--short-title", metavar="TITLE", help="for citations without a symbol")
    edit.add_argument("--symbol", metavar="SYMBOL", help='such as A/80/81; "" for none')
    edit.add_argument("--date", metavar="DATE", help="YYYY, YYYY-MM or YYYY-MM-DD")
    edit.add_argument("--language", metavar="TAG", help="such as zh, en or fr-CA")
    _add_json(edit)

    _add_json(commands.add_parser("reports", parents=[common], help="list the reports"))

    remove = commands.add_parser("remove", parents=[common], help="take reports out")
    remove.add_argument("reports", metavar="ID", nargs="+")

    evaluate = commands.add_parser(
        "evaluate", parents=[common], help="measure answers with gold questions"
    )
    evaluate.add_argument(
        "files", metavar="FILE", nargs="+", type=Path, help="JSON Lines: questions and their gold"
    )
    about = evaluate.add_mutually_exclusive_group()
    about.add_argument("--report", metavar="ID", help="which report they are about")
    about.add_argument(
        "--on", metavar="REPORT", type=Path, help="a file to read instead, not kept in the library"
    )
    evaluate.add_argument(
        "--search", action="store_true", help="measure the ranking of paragraphs, not the answers"
    )
    evaluate.add_argument("--html", metavar="PAGE", type=Path, help="write a page with all of it")
    _add_json(evaluate)

    _add_keeping(commands, common)

    model = commands.add_parser("model", help="fetch another embedding model")
    actions = model.add_subparsers(dest="action", metavar="ACTION", required=True)
    get = actions.add_parser("get", help="download a model; the one command that goes online")
    get.add_argument("name", metavar="NAME")
    return top


def _add_keeping(commands: Any, common: argparse.ArgumentParser) -> None:
    """The commands on what the page has kept."""
    feedback = commands.add_parser(
        "feedback", parents=[common], help="what was said of answers on the page"
    )
    feedback.add_argument("--gold", metavar="FILE|-", help="write it as a gold file for evaluate")
    feedback.add_argument("--report", metavar="ID", help="only what is about this report")
    _add_json(feedback)

    history = commands.add_parser("history", help="the conversations had on the page")
    actions = history.add_subparsers(dest="action", metavar="ACTION", required=True)
    listing = actions.add_parser("list", parents=[common], help="list them, the latest first")
    listing.add_argument("--search", metavar="WORDS", default="", help="those that hold the words")
    _add_json(listing)
    shown = actions.add_parser("show", parents=[common], help="print one")
    delete = actions.add_parser("delete", parents=[common], help="delete some for good")
    delete.add_argument("conversations", metavar="ID", nargs="*")
    delete.add_argument("--all", action="store_true", help="delete all of them")
    export = actions.add_parser("export", parents=[common], help="write one to a file")
    for command in (shown, export):
        command.add_argument("conversation", metavar="ID", help="or its beginning, or its name")
    export.add_argument("file", metavar="FILE|-", help="ending in .md, .docx or .json")
    export.add_argument("--format", choices=["md", "docx", "json"], help="whatever the ending")
    _add_json(shown)


def _folder(typed: str) -> Path:
    if not typed.strip():
        raise argparse.ArgumentTypeError("it is empty; name a folder")
    return Path(typed).expanduser()


def _port(typed: str) -> int:
    if not (typed.isdecimal() and int(typed) <= _LAST_PORT):
        raise argparse.ArgumentTypeError(f"{typed} is no port; choose one from 0 to {_LAST_PORT}")
    return int(typed)


def _add_json(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="print JSON for programs")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and leave with its exit code: 0, or 2 where the user must act."""
    _speak_utf8()
    asked = parser().parse_args(arguments)
    try:
        code = _run(asked)
    except KeyboardInterrupt:
        code = 130
    except BrokenPipeError:
        # The reader has gone, as `head` does; Python must not complain when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    sys.exit(code)


def _run(asked: argparse.Namespace) -> int:
    if asked.version:
        from importlib.metadata import version

        print(f"pincite {version('pincite')}")
        return 0

    from assistant.commands import run
    from assistant.errors import AssistantError
    from corpus.errors import CorpusError
    from index.errors import IndexingError

    try:
        return run(asked)
    except (AssistantError, CorpusError, IndexingError) as error:
        print(f"pincite: {error}", file=sys.stderr)
        return 2


def _speak_utf8() -> None:
    """Read and write UTF-8 whatever the locale says."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
