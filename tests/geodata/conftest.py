"""Copies of data folders that a test may break, the shipped data, and made-up ones."""

import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import strategies as st

from geodata.checking.check import check
from geodata.checking.layer_files import LAYERS
from geodata.checking.problem import Problem
from geodata.claim import RANKS, STATUSES, Claim
from geodata.period import parse_period
from geodata.quantity import Quantity
from geodata.reading import read

SMALL = Path(__file__).parent / "small"
GONE = object()


class Folder:
    """A copy of a data folder, changed entry by entry as an editor would change it."""

    def __init__(self, path: Path):
        self.path = path

    def files(self) -> list[Path]:
        return sorted(self.path.glob("*json"))

    def load(self, file: str):
        return json.loads((self.path / file).read_text(encoding="utf-8"))

    def save(self, file: str, document) -> None:
        (self.path / file).write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")

    def edit(self, file: str, entry_id: str, /, **changes) -> None:
        """Change fields of an entry; `GONE` takes one away; an underscore at a name's end is none of it.

        ``geometry``, ``type`` and ``feature_id`` are the feature's own.
        """
        document = self.load(file)
        entry = self._find(document, entry_id)
        for name, value in changes.items():
            members = name in ("geometry", "type", "feature_id") or "properties" not in entry
            holder = entry if members else entry["properties"]
            key = "id" if name == "feature_id" else name.rstrip("_")
            if value is GONE:
                del holder[key]
            else:
                holder[key] = value
        self.save(file, document)

    def add(self, file: str, like: str, **changes) -> None:
        """Add an entry that is like another one but for some fields."""
        document = self.load(file)
        entry = json.loads(json.dumps(self._find(document, like)))
        entry.get("properties", entry).update(changes)
        self._entries(document).append(entry)
        self.save(file, document)

    def problems(self) -> list[Problem]:
        return check(self.path)

    @staticmethod
    def _entries(document):
        return document if isinstance(document, list) else document.get("features") or document["rows"]

    def _find(self, document, name: str):
        if not name:
            return document
        entries = self._entries(document)
        return next(entry for entry in entries if entry.get("properties", entry).get("id") == name)


@pytest.fixture
def gone():
    """What stands for a field that is taken away."""
    return GONE


@pytest.fixture
def small(tmp_path):
    """A small folder of layers without any problem."""
    return Folder(shutil.copytree(SMALL, tmp_path / "small"))


@pytest.fixture(scope="session")
def shipped():
    """The data that come with the atlas."""
    return read(LAYERS).dataset


@pytest.fixture(scope="session")
def made_up(shipped):
    """Datasets that nobody would write: the shipped things with claims of any kind about a few of them."""
    return st.lists(_claims(), min_size=1, max_size=12).map(lambda claims: _dataset(shipped, claims))


def _dataset(shipped, claims):
    numbered = {}
    for number, claim in enumerate(claims):
        # Numbers that occur once each, so that a figure on the screen can be traced to its claim.
        quantity = claim.quantity and replace(claim.quantity, value=1000 + 7 * number)
        numbered[f"claim.{number}"] = replace(claim, id=f"claim.{number}", quantity=quantity)
    return replace(shipped, claims=numbered, conflicts={})


@st.composite
def _claims(draw):
    subject, substance = draw(
        st.sampled_from(
            [
                ("flow.in-jp.re", "re_product"),
                ("flow.cn-in.magnets", "metal_magnets"),
                ("flow.world-in.magnets", "metal_magnets"),
                ("actor.irel", "nd"),
                ("actor.irel", "nd_oxide"),
                ("plant.oscom", "monazite"),
            ]
        )
    )
    measure = "trade_mass" if subject.startswith("flow") else draw(st.sampled_from(["output", "capacity"]))
    period = parse_period(*draw(_periods()))
    status = draw(st.sampled_from(STATUSES))
    shared = draw(st.sampled_from(["", "", f"/{substance}/{period.key}"]))
    return Claim(
        id="",
        subject=subject,
        measure=measure,
        question=f"{subject}/{measure}{shared}" if shared else f"{subject}/{measure}/{draw(st.uuids())}",
        period=period,
        status=status,
        source="src.reuters-2025-06-13",
        locator="whole",
        quantity=None if status == "missing" else _quantity(draw, measure, substance, period, status),
        substance=substance,
        start=period.start,
        end=period.end,
        year=period.year,
        rank=draw(st.sampled_from(RANKS)),
        made=draw(st.sampled_from(["stated", "computed"])),
        known_on=draw(st.dates(date(2008, 1, 1), date(2026, 11, 1))),
    )


def _periods():
    year = st.integers(2008, 2034)
    return st.one_of(
        year.map(lambda y: (f"{y}", "calendar")),
        year.map(lambda y: (f"FY{y}", "fiscal")),
        year.map(lambda y: (f"H1 FY{y}", "part")),
        year.map(lambda y: (f"Q3 {y}", "part")),
        year.map(lambda y: (f"{y}-{(y + 4) % 100:02d}", "span")),
        year.map(lambda y: (f"since {y}", "since")),
        year.map(lambda y: (f"by {y}", "by")),
        year.map(lambda y: (f"4 Apr {y}", "instant")),
    )


def _quantity(draw, measure, substance, period, status):
    bound = draw(st.sampled_from(["exact", "about", "at_least", "at_most"]))
    unit = draw(st.sampled_from(["t", "t/y"]))
    is_target = status in ("target", "plan", "forecast")
    return Quantity(0, unit, measure, bound, None, substance, period.months, is_target)
