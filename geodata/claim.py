"""The values of the atlas: things, the claims made about them, and where the claims come from.

A *thing* exists once and has no figures. A *claim* is one statement of one source about one thing. Standard
library only, so that everyone may import it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from geodata.period import Period
from geodata.quantity import Quantity

KINDS = ("plant", "site", "mine", "flow", "actor", "agreement", "event")
PLACE_BASES = ("surveyed", "town", "inferred", "state_only", "representative")
NAMED = ("stated", "inferred", "guess", "none")
AMOUNT_MEASURES = (
    "output", "capacity", "trade_mass", "trade_value", "reserves", "resource", "stock", "area",
    "cost", "count", "world_rank", "share_mining", "share_refining", "share_supply", "share_magnets",
    "share_of_output",
)  # fmt: skip
WORD_MEASURES = ("start", "end", "state", "role")
MEASURES = AMOUNT_MEASURES + WORD_MEASURES
SUBSTANCES = (
    "reo", "re_product", "re_minerals", "re_chloride", "nd", "nd_oxide", "ndpr_oxide", "re_magnets",
    "metal_magnets", "monazite", "heavy_minerals", "ore",
)  # fmt: skip
STATUSES = ("actual", "provisional", "estimate", "forecast", "target", "plan", "missing")
FACT_STATUSES = ("actual", "provisional", "estimate")
RANKS = ("preferred", "normal", "deprecated")
CONFIDENCES = ("stated", "reported", "indicative")
AGREEMENT_STATES = (
    "proposed", "memorandum", "in_force", "suspension_requested", "suspended", "ended", "unknown",
)  # fmt: skip
MINE_STATES = (
    "proposed", "reserved", "prior_approval", "letter_of_intent", "clearances_applied", "hearing",
    "hearing_cancelled", "granted", "operating", "dropped", "unknown",
)  # fmt: skip
EVENT_STATES = ("in_force", "suspended", "ended", "unknown")
ROLES = ("mining", "separation", "monazite_processing", "refining", "magnets", "research", "park", "port")
RELIABILITIES = ("official", "company", "agency", "press", "retelling", "dataset", "own_search")

Position = tuple[float, float]
"""Longitude and latitude in degrees, WGS84."""


@dataclass(frozen=True, slots=True)
class Thing:
    """What exists once: a plant, site, mine, flow, actor, agreement or event.

    Parameters
    ----------
    id, kind, name : str
        ``kind.slug``, one of `KINDS`, the full name.
    file : str
        The layer it lives in, such as ``plants.geojson``.
    positions : tuple of Position
        None, one (a place) or two (a flow, from and to); longitude, latitude in degrees, WGS84.
    precision_m : float or None
        Radius of uncertainty in metres.
    start, end : datetime.date or None
        Validity, half-open.

    Notes
    -----
    The other fields are those of the layers; lists are joined by ``; `` there and are tuples here.
    `assumed_end` tells that a scenario set the end; layers never say so.
    """

    id: str
    kind: str
    name: str
    file: str
    label: str = ""
    positions: tuple[Position, ...] = ()
    aliases: tuple[str, ...] = ()
    country: str | None = None
    region: str | None = None
    operator: str | None = None
    precision_m: float | None = None
    place_basis: str | None = None
    named: str | None = None
    from_: str | None = None
    to: str | None = None
    from_place: str | None = None
    to_place: str | None = None
    substance: str | None = None
    hs: str | None = None
    part_of: str | None = None
    parties: tuple[str, ...] = ()
    flow: str | None = None
    about: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None
    date_precision: str | None = None
    note: str | None = None
    assumed_end: bool = False

    @property
    def short(self) -> str:
        """The label for the map, or else the name."""
        return self.label or self.name


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of one source about one thing.

    Parameters
    ----------
    id, subject, measure, question : str
        Its id, the thing it speaks of, what it tells, and the question that it answers.
    period : Period
        The stretch of time it speaks of.
    status : str
        One of `STATUSES`.
    source, locator : str
        The source's id, and the place in it.
    quantity : Quantity or None
        The figure; None for states, dates, roles and for what was looked for and not found.
    known_on : datetime.date or None
        The day its source made it public; None is always known.
    scenario : bool
        Whether a scenario assumes it; layers never say so.
    base : Claim or None
        What it says without the scenario, where that says anything.
    """

    id: str
    subject: str
    measure: str
    question: str
    period: Period
    status: str
    source: str
    locator: str
    quantity: Quantity | None = None
    word: str | None = None
    substance: str | None = None
    substance_basis: str | None = None
    scope: str | None = None
    start: date | None = None
    end: date | None = None
    date_precision: str | None = None
    year: int | None = None
    made: str = "stated"
    computed_from: tuple[str, ...] = ()
    formula: str | None = None
    rank: str = "normal"
    rank_reason: str | None = None
    confidence: str = "reported"
    conflict: str | None = None
    agreement: str | None = None
    known_on: date | None = None
    note: str | None = None
    scenario: bool = False
    base: Claim | None = None

    @property
    def is_fact(self) -> bool:
        """Whether it speaks of what was, rather than of what is wanted."""
        return self.status in FACT_STATUSES

    @property
    def is_outcome(self) -> bool:
        """Whether it speaks of what was, or of what a scenario assumes to come."""
        return self.is_fact or (self.scenario and self.status == "forecast")


@dataclass(frozen=True, slots=True)
class Source:
    """A text that claims come from; `retells` names the source that it repeats."""

    id: str
    title: str
    publisher: str
    reliability: str
    published: str | None = None
    address: str | None = None
    read_on: str | None = None
    retells: str | None = None
    licence_note: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A named tension between claims that answer different questions."""

    id: str
    title: str
    text: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the Layers panel: the things of a file that meet every equality of `where`.

    Parameters
    ----------
    style : str
        How its things are drawn: plant, mine, site, export, import, relation, promise or none.
    on : bool
        Whether it is shown when the atlas opens.
    """

    id: str
    file: str
    where: tuple[tuple[str, Any], ...]
    title: str
    group: str
    time: str
    style: str
    panel: str
    on: bool = True


@dataclass(frozen=True, slots=True)
class HeadlineRow:
    """A series that the sheet tells in large figures, and the words above it.

    Parameters
    ----------
    series : str
        ``subject/measure/substance``.
    style : str
        Whose colour the figure takes: import, export or plant.
    """

    series: str
    title: str
    style: str


@dataclass(frozen=True, slots=True)
class Catalog:
    """The rows, the headlines, the day the data speak for, and the years of the clock."""

    data_date: date
    first_year: int
    last_year: int
    open_year: int
    rows: tuple[Row, ...]
    headlines: tuple[HeadlineRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Dataset:
    """Everything that the layers say, read and checked.

    Parameters
    ----------
    digest : str
        Hash of the files' bytes: the version of the data.
    """

    things: dict[str, Thing]
    claims: dict[str, Claim]
    sources: dict[str, Source]
    conflicts: dict[str, Conflict]
    catalog: Catalog
    digest: str
