"""What help and README tell people to type can be typed."""

import re
import shlex
from pathlib import Path

import pytest

from desktop.arguments import parser_of

COMMANDS = ("open", "snapshot", "film", "deck", "audit", "page", "export", "check")
README = Path(__file__).parents[2] / "README.md"
PROGRAM = "irel-atlas"


def parser():
    return parser_of(dict.fromkeys(COMMANDS, lambda _asked: 0))


def typed(text):
    """Give each line that starts the program, without what explains it."""
    lines = (line.split(" # ")[0].strip() for line in text.splitlines())
    return [re.split(r"\s{2,}", line)[0] for line in lines if line.startswith(PROGRAM)]


def helps(capsys):
    """Give what --help says of the program and of each of its commands."""
    for words in ((), *((command,) for command in COMMANDS)):
        with pytest.raises(SystemExit):
            parser().parse_args([*words, "--help"])
        yield capsys.readouterr().out


def test_every_command_has_examples_and_each_can_be_typed(capsys):
    for text in helps(capsys):
        examples = typed(text.partition("examples:\n")[2])
        assert examples, text
        for words in map(shlex.split, examples):
            assert not words[1:] or parser().parse_args(words[1:]).run(None) == 0


def test_what_the_readme_says_can_be_typed():
    examples = [line for line in typed(README.read_text(encoding="utf-8")) if "--help" not in line]
    assert len(examples) >= 5
    for words in map(shlex.split, examples):
        assert parser().parse_args(words[1:]).run(None) == 0
