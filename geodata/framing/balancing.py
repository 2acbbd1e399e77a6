"""The balance of a year: what was made, sold, bought and promised, set against one another. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from geodata import wording
from geodata.balance import Balance, Chapter, Operand, Step
from geodata.claim import Claim, Thing
from geodata.framing.arithmetic import (
    share,
    subtract,
    why_other_period,
)
from geodata.framing.deliveries import delivered
from geodata.framing.figures import ended_words, what
from geodata.framing.index import Index
from geodata.framing.neodymium import neodymium
from geodata.framing.reckoning import compute, operand, unknown
from geodata.framing.rules import drawn_claim, is_after_data, is_there
from geodata.scenario import LETTER
from geodata.year import Year

HOME = "IN"
_RARE_EARTHS = ("reo", "re_product")


def balance(index: Index, year: Year) -> Balance:
    """Set the figures of a year against one another.

    Parameters
    ----------
    year : Year
        Only its last year counts: what a year makes does not add to what another makes.
    """
    made = _made(index, year)
    sold = _flows(index, lambda flow: flow.from_ == HOME, year)
    chapters = [
        _output(index, year, made),
        _exports(index, year, made, sold),
        neodymium(index, year, made),
        *_imports(index, year),
        *_promises(index, year),
    ]
    return Balance(year.number, str(year), tuple(chapter for chapter in chapters if chapter.steps))


def _made(index: Index, year: Year) -> list[Claim]:
    """List what the country's makers made, one figure for each series; facts and scenarios, no targets."""
    names = [
        series
        for actor in sorted(index.dataset.things.values(), key=lambda thing: thing.start is None)
        if actor.kind == "actor" and actor.country == HOME
        for series in index.series_about.get(actor.id, ())
        if series.split("/")[1] == "output"
    ]
    found = (drawn_claim(index, series, year) for series in names)
    return [claim for claim in found if claim and claim.is_outcome]


def _flows(index: Index, wanted: Callable[[Thing], bool], year: Year) -> list[tuple[Thing, Claim | None]]:
    """List flows and what is drawn of each in a year; parts come after their whole."""
    flows = [thing for thing in index.dataset.things.values() if thing.kind == "flow" and wanted(thing)]
    flows.sort(key=lambda flow: (flow.part_of is not None, flow.id))
    return [
        (flow, drawn_claim(index, f"{flow.id}/trade_mass/{flow.substance}", year))
        for flow in flows
        if is_there(index, flow, year)
    ]


def _told(index: Index, claims: Iterable[Claim]) -> list[Step]:
    return [Step(what(index, claim), (operand(index, claim),)) for claim in claims]


def _missing(index: Index, year: Year) -> str:
    return f"the volume of {year} {unknown(index, year)}"


def _output(index: Index, year: Year, made: list[Claim]) -> Chapter:
    none = Step("What was made", (), why_not=f"the output of {year} {unknown(index, year)}")
    return Chapter("Output", tuple(_told(index, made) or [none]))


def _exports(index: Index, year: Year, made: list[Claim], sold: list[tuple[Thing, Claim | None]]) -> Chapter:
    steps = []
    for flow, claim in sold:
        if claim is None:
            steps.append(Step(flow.name, (), why_not=_missing(index, year)))
            continue
        steps += _told(index, [claim])
        steps += [
            compute(index, f"{what(index, output)}, less {flow.name}", "−", (output, claim), subtract)
            for output in made
            if output.substance in _RARE_EARTHS
        ]
    ended = [
        Step(flow.name, (_ended(flow, year),))
        for flow in index.dataset.things.values()
        if flow.kind == "flow" and flow.from_ == HOME and ended_words(flow, year)
    ]
    return Chapter("Exports", (*steps, *ended))


def _ended(flow: Thing, year: Year) -> Operand:
    """Tell that a flow has ended."""
    words = ended_words(flow, year)
    letter = LETTER if flow.assumed_end else ""
    return Operand(words, words, letter=letter, scenario=flow.assumed_end)


def _imports(index: Index, year: Year) -> list[Chapter]:
    """Tell the magnets that came in, and which share of all of them each part is."""
    bought = _flows(index, lambda flow: flow.to == HOME and flow.substance == "metal_magnets", year)
    told = {flow.id: claim for flow, claim in bought}
    steps: list[Step] = []
    for flow, claim in bought:
        if claim is None:
            steps.append(Step(flow.name, (), why_not=_missing(index, year)))
            continue
        steps += _told(index, [claim])
        whole = told.get(flow.part_of or "")
        if whole is not None:
            steps += _part_of(index, flow, claim, whole)
    return [Chapter("Imports of magnets", tuple(steps))]


def _part_of(index: Index, flow: Thing, part: Claim, whole: Claim) -> list[Step]:
    title = f"Share of {wording.COUNTRIES.get(flow.from_ or '', flow.name)}"
    apart = why_other_period(part, whole)
    if apart:
        return [Step(title, (operand(index, part), operand(index, whole)), "÷", why_not=apart)]
    return [
        compute(index, title, "÷", (part, whole), share),
        compute(index, "From elsewhere", "−", (whole, part), subtract),
    ]


def _promises(index: Index, year: Year) -> list[Chapter]:
    """Set what each agreement promised against what came on its flow."""
    chapters = []
    agreements = [thing for thing in index.dataset.things.values() if thing.kind == "agreement"]
    for agreement in sorted(agreements, key=lambda thing: (thing.start is None, thing.start, thing.id)):
        promised = promise_of(index, agreement, year)
        if promised is not None:
            title = f"Promised against delivered: {agreement.name}"
            chapters.append(Chapter(title, _promise_steps(index, year, agreement, promised)))
    return chapters


def promise_of(index: Index, agreement: Thing, year: Year) -> Claim | None:
    """Find the yearly mass that an agreement promised for a year."""
    promises = [
        claim
        for series in index.series.values()
        for claim in series
        if claim.agreement == agreement.id and claim.status == "plan" and claim.measure == "trade_mass"
    ]
    alone = Year(year.number, year.fiscal)
    return next((claim for claim in promises if alone.overlaps(claim.start, claim.end)), None)


def _promise_steps(index: Index, year: Year, agreement: Thing, promised: Claim) -> tuple[Step, ...]:
    flow = index.dataset.things[promised.subject]
    came = delivered(index, agreement, flow, year)
    told = Step("Promised", (operand(index, promised),))
    if ended_words(flow, year):
        return (told, Step("Delivered", (_ended(flow, year),)))
    if came is None or came.quantity is None:
        why = (
            _missing(index, year)
            if came or is_after_data(index, year)
            else f"nothing is told of it in {year}"
        )
        return (told, Step("Delivered", (), why_not=why))
    return (
        told,
        Step("Delivered", (operand(index, came),)),
        compute(index, "Promised in a year, less delivered", "−", (promised, came), subtract),
    )
