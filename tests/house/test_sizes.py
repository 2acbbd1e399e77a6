"""Rooms stay small enough to be seen at a glance."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LINES_OF_A_FILE = 300
LINES_OF_A_FUNCTION = 45


def sources(*suffixes):
    return [
        path
        for folder in ("desktop", "geodata", "resources")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in suffixes and "vendor" not in path.parts
    ]


def test_no_file_grows_beyond_two_rooms():
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in sources(".py", ".js")}
    assert lengths
    assert {path.name: lines for path, lines in lengths.items() if lines > LINES_OF_A_FILE} == {}


def test_no_function_needs_scrolling():
    long = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path in sources(".py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno >= LINES_OF_A_FUNCTION
    ]
    assert long == []
