"""The house rules that no single module can show."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
MAY_IMPORT = {
    "corpus": {"corpus"},
    "index": {"corpus", "index"},
    "assistant": {"corpus", "index", "assistant"},
}
HEAVY = {"torch", "sentence_transformers", "transformers", "faiss", "gradio", "opencc"}


def modules(package):
    return sorted((ROOT / package).rglob("*.py"))


def imported(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


def test_imports_run_one_way():
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for package, allowed in MAY_IMPORT.items()
        for path in modules(package)
        for name in imported(ast.parse(path.read_text("utf-8")))
        if name in MAY_IMPORT and name not in allowed
    ]
    assert not wrong


def test_the_product_never_imports_what_makes_its_data():
    wrong = [
        str(path.relative_to(ROOT))
        for package in MAY_IMPORT
        for path in modules(package)
        if {"training", "benchmarks", "tests"} & {*imported(ast.parse(path.read_text("utf-8")))}
    ]
    assert not wrong


def test_heavy_libraries_are_imported_inside_functions():
    page = ROOT / "assistant" / "page"
    wrong = [
        f"{path.relative_to(ROOT)} imports {name} at the top"
        for package in MAY_IMPORT
        for path in modules(package)
        if page not in path.parents  # the page is itself only imported to be served
        for node in ast.parse(path.read_text("utf-8")).body
        for name in imported(ast.Module([node], []))
        if isinstance(node, ast.Import | ast.ImportFrom) and name in HEAVY
    ]
    assert not wrong


def test_an_init_file_is_a_table_of_contents():
    for package in MAY_IMPORT:
        for path in (ROOT / package).rglob("__init__.py"):
            statements = ast.parse(path.read_text("utf-8")).body
            assert all(
                isinstance(node, ast.Import | ast.ImportFrom)
                or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
                or (isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__")
                for node in statements
            ), path


def test_no_file_is_too_long_to_read_at_a_sitting():
    long = {
        str(path.relative_to(ROOT)): lines
        for package in (*MAY_IMPORT, "tests", "benchmarks", "docs", "training")
        for path in modules(package)
        if (lines := len(path.read_text("utf-8").splitlines())) > 300
    }
    assert not long


def test_names_say_what_is_in_a_file():
    banned = re.compile(r"^(utils?|helpers?|manager|types|common|misc)\.py$")
    assert not [p for package in MAY_IMPORT for p in modules(package) if banned.match(p.name)]
