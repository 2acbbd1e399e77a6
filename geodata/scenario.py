"""Scenarios: named changes laid over the claims, each with its assumption, and how they are told.

The values and their text: JSON that can be read and edited by hand. Whatever is read is checked value
by value. Standard library only, so that everyone may import it.
"""

from __future__ import annotations

import json
import re
import reprlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

FORMAT = "irel-atlas-scenario"
SCHEMA = 1
MAX_CHARACTERS = 512 * 1024
MAX_BYTES = 4 * MAX_CHARACTERS
"""In UTF-8 no letter has more than four."""
MAX_CHANGES = 200
MAX_LINE = 1_000

OPS = ("set_value", "set_status", "shift_year", "add_value", "end", "open", "set_state")
"""What a change may do; the words for each are in `OP_WORDS`."""

OP_WORDS = {
    "set_value": "another value",
    "set_status": "another status",
    "shift_year": "another year",
    "add_value": "a figure where there is none",
    "end": "ends",
    "open": "opens",
    "set_state": "another state",
}

TO_WORDS = {
    "set_value": "a figure such as 450 t, about 450 t or over 1,000 t",
    "set_status": "forecast, target or plan",
    "shift_year": "a period such as 2027 or FY2026-27",
    "add_value": "a figure and its period, such as 450 t in FY2026-27",
    "end": "a day such as 2025-01-01, the first without it",
    "open": "a day such as 2029-01-01",
    "set_state": "a state and its day, such as suspended on 2025-06-13",
}
"""What `to` holds for each of `OPS`."""

TARGET_WORDS = {
    "set_value": "a claim",
    "set_status": "a claim",
    "shift_year": "a claim",
    "add_value": "a series: thing/measure/substance",
    "end": "a flow or an agreement",
    "open": "a mine",
    "set_state": "an agreement, a mine or an event",
}
"""What `target` holds for each of `OPS`."""

LETTER = "S"
"""Stands beside all that a scenario assumes."""

_FIELDS = ("id", "title", "author", "note")
_CHANGE_FIELDS = ("op", "target", "from_", "to", "assumption", "source")
_ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?")
_UNSOUND = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Change:
    """One assumption of a scenario.

    Parameters
    ----------
    op : str
        One of `OPS`.
    target : str
        See `TARGET_WORDS`.
    to : str
        See `TO_WORDS`.
    assumption : str
        Why it might be so, in one sentence.
    from_ : str
        What the claims say instead, in the same words as `to`; empty leaves that unchecked.
    source : str
        What the assumption leans on: a source's id, or words; may be empty.
    """

    op: str
    target: str
    to: str
    assumption: str
    from_: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Scenario:
    """A named overlay of changes; the claims themselves stay as they are."""

    id: str
    title: str
    author: str
    note: str = ""
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class ScenarioTold:
    """A scenario as a frame tells it.

    Parameters
    ----------
    lines : tuple of str
        One for each change that was made, in words: what, from, to, why.
    problems : tuple of str
        One for each change that does not fit these claims and was left out.
    fits : tuple of bool
        For each change in order, whether it was made.
    """

    id: str
    title: str
    author: str
    note: str
    lines: tuple[str, ...]
    problems: tuple[str, ...]
    fits: tuple[bool, ...] = ()

    @property
    def unfit_words(self) -> str:
        """How many changes were left out, in words; empty where none was."""
        left_out = len(self.problems)
        verb = "does" if left_out == 1 else "do"
        return f"{left_out} of {len(self.fits)} changes {verb} not fit" if left_out else ""


class ScenarioError(ValueError):
    """A text that is no scenario; its words say in one line what, where, expected and got."""


def id_for(title: str) -> str:
    """Make an id for a scenario of a title.

    Examples
    --------
    >>> id_for("Two mines, in 2029!")
    'two-mines-in-2029'
    """
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:80].strip("-") or "scenario"


def scenario_text(scenario: Scenario) -> str:
    """Write a scenario as JSON that can be read and edited by hand; equal scenarios give equal texts."""
    return json.dumps(document_of(scenario), indent=1, ensure_ascii=False) + "\n"


def document_of(scenario: Scenario) -> dict[str, Any]:
    """Give a scenario as the plain values that `scenario_of` reads."""
    return {
        "format": FORMAT,
        "schema": SCHEMA,
        **{name: getattr(scenario, name) for name in _FIELDS},
        "changes": [
            {name.rstrip("_"): getattr(change, name) for name in _CHANGE_FIELDS}
            for change in scenario.changes
        ],
    }


def read_scenario(text: str) -> Scenario:
    """Read what `scenario_text` wrote.

    Raises
    ------
    ScenarioError
        Where anything in it is not what it should be, or a newer program wrote it.
    """
    if len(text) > MAX_CHARACTERS:
        raise ScenarioError(f"scenario: expected at most {MAX_CHARACTERS:,} characters, got {len(text):,}")
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        raise ScenarioError("scenario: expected JSON, got a text that is damaged") from None
    return scenario_of(document)


def read_scenario_file(path: Path) -> Scenario:
    """Read a scenario's file, and no more of it than shows that it is too long.

    Raises
    ------
    ScenarioError
        Where it is no text, or what `read_scenario` refuses.
    OSError
        Where it cannot be read.
    """
    with path.open("rb") as file:
        data = file.read(MAX_BYTES + 1)
    try:
        return read_scenario(data.decode("utf-8-sig"))  # some editors set a mark before it
    except UnicodeDecodeError:
        raise ScenarioError("expected a scenario, got no text") from None


def scenario_of(document: Any) -> Scenario:
    """Read a scenario from plain values, as files and sessions hold it.

    Raises
    ------
    ScenarioError
        Where anything in it is not what it should be, or a newer program wrote it.
    """
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise ScenarioError(f'scenario: expected the format "{FORMAT}", got something else')
    schema = document.get("schema")
    if type(schema) is not int or schema < 1:
        _refuse("schema", "a whole number from 1 on", schema)
    if schema > SCHEMA:
        raise ScenarioError(
            f"a newer IREL Atlas made it (version {schema} of scenarios; this one reads up to {SCHEMA})"
        )
    found = _fields(document, "scenario", ("format", "schema", *_FIELDS, "changes"))
    texts = {name: _line(found[name], name, name != "note") for name in _FIELDS}
    if not _ID.fullmatch(texts["id"]):
        _refuse("id", "small letters, digits and hyphens", texts["id"])
    changes = found["changes"]
    if not isinstance(changes, list) or len(changes) > MAX_CHANGES:
        _refuse("changes", f"a list of at most {MAX_CHANGES}", changes)
    return Scenario(**texts, changes=tuple(_change(change, n) for n, change in enumerate(changes, 1)))


def _change(value: Any, number: int) -> Change:
    where = f"change {number}"
    found = _fields(value, where, tuple(name.rstrip("_") for name in _CHANGE_FIELDS))
    if found["op"] not in OPS:
        _refuse(f"{where}, op", f"one of {', '.join(OPS)}", found["op"])
    needed = ("op", "target", "to", "assumption")
    return Change(
        **{
            name: _line(found[name.rstrip("_")], f"{where}, {name.rstrip('_')}", name in needed)
            for name in _CHANGE_FIELDS
        }
    )


def _fields(value: Any, where: str, names: tuple[str, ...]) -> dict[str, Any]:
    expected = f"{where}: expected the fields {', '.join(names)}"
    if not isinstance(value, dict):
        raise ScenarioError(f"{expected}, got {reprlib.repr(value)[:80]}")
    wrong = [f"none called {name}" for name in names if name not in value]
    wrong += [f"one called {reprlib.repr(name)[:40]}" for name in value if name not in names]
    if wrong:
        raise ScenarioError(f"{expected}, got {' and '.join(wrong[:2])}")
    return value


def _line(value: Any, where: str, needed: bool) -> str:
    sound = isinstance(value, str) and len(value) <= MAX_LINE and not _UNSOUND.search(value)
    if not sound or (needed and not value.strip()):
        _refuse(where, f"a text of one line, up to {MAX_LINE:,} characters", value)
    return value


def _refuse(where: str, expected: str, got: Any) -> NoReturn:
    raise ScenarioError(f"{where}: expected {expected}, got {reprlib.repr(got)[:80]}")
