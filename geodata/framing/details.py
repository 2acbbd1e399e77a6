"""Everything about one thing: facts, rivals, states, conflicts; agreements, events and sources. Pure."""

from __future__ import annotations

from geodata import wording
from geodata.claim import Claim, Conflict, Thing
from geodata.drawn import Bounds
from geodata.framing.figures import end_words, ended_words, figure, source_short, what, when
from geodata.framing.index import Index
from geodata.framing.origins import independent, origin
from geodata.framing.rules import is_after_data, state_in
from geodata.regions import BOUNDS
from geodata.rivals import agree, preference
from geodata.told import AgreementRow, ConflictTold, Detail, Event, Rivalry, SourceRow, StateChange
from geodata.year import Year, year_of


def detail(index: Index, selected: str | None) -> Detail | None:
    """Tell everything about a selected thing or claim; None if there is no such id."""
    claim = index.dataset.claims.get(selected or "")
    thing = index.dataset.things.get(claim.subject if claim else selected or "")
    if thing is None:
        return None
    claims = [c for c in index.claims_of.get(thing.id, ()) if c.measure != "state"]
    told = dict.fromkeys(c.conflict for c in index.claims_of.get(thing.id, ()) if c.conflict)
    return Detail(
        thing=thing.id,
        claim=claim.id if claim else None,
        title=thing.name,
        kind=wording.KINDS[thing.kind],
        facts=tuple(_facts(index, thing)),
        rivalries=tuple(_rivalries(index, claims)),
        history=history(index, thing.id),
        conflicts=tuple(conflict_told(index, index.dataset.conflicts[name]) for name in told),
        bounds=bounds_of(thing),
    )


def history(index: Index, thing: str) -> tuple[StateChange, ...]:
    """List the dated states of an agreement or mine, oldest first."""
    return tuple(
        StateChange(
            claim=claim.id,
            word=claim.word or "",
            words=wording.STATES[claim.word or "unknown"],
            when=when(claim),
            start=claim.start,
            source_short=source_short(index, claim.source),
            note=claim.note,
            scenario=claim.scenario,
        )
        for claim in index.states.get(thing, ())
    )


def agreements(index: Index, year: Year) -> tuple[AgreementRow, ...]:
    """Tell of every agreement: its state in a year, and what was promised beside what came."""
    things = [thing for thing in index.dataset.things.values() if thing.kind == "agreement"]
    things.sort(key=lambda thing: (thing.start is None, thing.start, thing.id))
    return tuple(_agreement(index, thing, year) for thing in things)


def events(index: Index) -> tuple[Event, ...]:
    """List the dated events and the beginnings of agreements, oldest first."""
    found = [
        Event(
            thing=thing.id,
            name=thing.name,
            label=thing.short,
            day=wording.day_words(thing.start, thing.date_precision),
            year=year_of(thing.start, index.fiscal),
            start=thing.start,
        )
        for thing in index.dataset.things.values()
        if thing.kind in ("event", "agreement") and thing.start
    ]
    return tuple(sorted(found, key=lambda event: (event.start, event.thing)))


def sources(index: Index) -> tuple[SourceRow, ...]:
    """List every source under the origin that it retells."""
    count = dict.fromkeys(index.dataset.sources, 0)
    for claim in index.dataset.claims.values():
        count[claim.source] += 1
    rows = [
        SourceRow(
            id=source.id,
            title=source.title,
            publisher=source.publisher,
            published=source.published or wording.NOT_FOUND,
            reliability=wording.RELIABILITIES[source.reliability],
            address=source.address,
            retells=source.retells,
            origin=origin(index.dataset, source.id),
            origin_title=index.dataset.sources[origin(index.dataset, source.id)].title,
            claims=count[source.id],
        )
        for source in index.dataset.sources.values()
    ]
    return tuple(sorted(rows, key=lambda row: (row.origin, row.retells is not None, row.id)))


def bounds_of(thing: Thing) -> Bounds | None:
    """Give the extent of a thing, its uncertainty included, at worst its state; None where it has none."""
    if not thing.positions:
        return BOUNDS.get(thing.region or "")
    margin = max((thing.precision_m or 0) / 111_000 * 2, 0.05)
    longitudes, latitudes = zip(*thing.positions, strict=True)
    return (
        min(longitudes) - margin,
        min(latitudes) - margin,
        max(longitudes) + margin,
        max(latitudes) + margin,
    )


def _facts(index: Index, thing: Thing) -> list[tuple[str, str]]:
    """Name the plain facts of a thing, each as precisely as it is known."""
    things = index.dataset.things
    operator = things.get(thing.operator or "")
    parties = ", ".join(things[party].name for party in thing.parties if party in things)
    facts = [
        ("Operator", operator.name if operator else ""),
        ("Other names", ", ".join(thing.aliases)),
        ("Parties", parties),
        ("From", _end(thing.from_, thing.from_place)),
        ("To", _end(thing.to, thing.to_place)),
        ("Moves", wording.SUBSTANCES.get(thing.substance or "", "")),
        ("HS code", thing.hs or ""),
        ("Part of", things[thing.part_of].name if thing.part_of in things else ""),
        ("Place", _place(thing)),
        ("One of the four", wording.NAMED.get(thing.named or "", "") if thing.kind == "mine" else ""),
        ("Since", wording.day_words(thing.start, thing.date_precision) if thing.start else ""),
        ("Until", end_words(thing)),
        ("Note", thing.note or ""),
    ]
    return [(name, words) for name, words in facts if words]


def _end(country: str | None, place: str | None) -> str:
    name = wording.COUNTRIES.get(country or "", country or "")
    return f"{name}, {place} (representative)" if name and place else name


def _place(thing: Thing) -> str:
    basis = wording.PLACE_BASES.get(thing.place_basis or "", "")
    if not thing.precision_m or not thing.positions:
        return basis
    return f"good to {wording.distance_words(thing.precision_m)}; {basis}"


def _rivalries(index: Index, claims: list[Claim]) -> list[Rivalry]:
    """Group claims by question, newest first within a measure."""
    ordered = sorted(claims, key=lambda c: (c.measure, -(c.year or 9999), c.question))
    return [rivalry(index, question) for question in dict.fromkeys(claim.question for claim in ordered)]


def rivalry(index: Index, question: str) -> Rivalry:
    """Set all answers to a question side by side."""
    answers = index.rivals_of[question]
    first = answers[0]
    computed = first.made == "computed" and first.formula
    return Rivalry(
        question=question,
        title=f"{what(index, first)} · {first.period.label}",
        figures=tuple(figure(index, claim) for claim in answers),
        standings=tuple(_standing(claim, first) for claim in answers),
        agree=not any(index.rivals[claim.id] for claim in answers if claim.rank != "deprecated"),
        reason=first.rank_reason or "",
        computed=f"Computed by us: {first.formula}" if computed else "",
        origins=independent(index.dataset, (claim.source for claim in answers)),
    )


def _standing(claim: Claim, first: Claim) -> str:
    """Say how a claim stands to the first of those that answer its question."""
    if claim.rank != "normal":
        return claim.rank
    if claim.status == "missing":
        return ""
    return "agrees" if agree(first, claim) else "rival"


def conflict_told(index: Index, conflict: Conflict) -> ConflictTold:
    """Tell a conflict with the figures that stand in it."""
    claims = (index.dataset.claims[name] for name in conflict.claims if name in index.dataset.claims)
    return ConflictTold(
        conflict.id, conflict.title, conflict.text, tuple(figure(index, claim) for claim in claims)
    )


def _agreement(index: Index, thing: Thing, year: Year) -> AgreementRow:
    things = index.dataset.things
    state = state_in(index, thing.id, year)
    is_after = is_after_data(index, year)
    promised, delivered = _carried(index, thing, year)
    missing = f"{year}: {wording.NOT_KNOWN_YET if is_after else wording.NOT_FOUND}"
    flow = things.get(next((claim.subject for claim in promised), thing.flow or ""))
    ended = ended_words(flow, year) if flow else ""
    return AgreementRow(
        thing=thing.id,
        name=thing.name,
        parties=", ".join(things[party].short for party in thing.parties if party in things),
        begun=wording.day_words(thing.start, thing.date_precision),
        state=(state.word or "") if state else "",
        state_words=_state_words(thing, state, year, is_after),
        state_when=_state_when(state) if state else "",
        history=history(index, thing.id),
        promised=tuple(figure(index, claim) for claim in promised),
        delivered=tuple(figure(index, claim) for claim in delivered),
        delivered_words="" if delivered else ended or missing,
        ended_words=ended,
    )


def _state_when(state: Claim) -> str:
    """Say since when a state lasts; of one that is told for a year nobody says when it began."""
    is_told_for = state.date_precision == "year" and not state.scenario
    return f"{'in' if is_told_for else 'since'} {when(state)}"


def _state_words(thing: Thing, state: Claim | None, year: Year, is_after: bool) -> str:
    if state is None:
        begun = thing.start is not None and thing.start < year.end
        return f"state {wording.NOT_FOUND}" if begun else "not yet begun"
    words = wording.STATES[state.word or "unknown"]
    if state.scenario:
        return f"{words}, in the scenario"
    return f"{wording.NOT_KNOWN_YET}; last: {words}" if is_after else words


def _carried(index: Index, thing: Thing, year: Year) -> tuple[list[Claim], list[Claim]]:
    """List what an agreement that has begun promised, and what came in that year, one claim per question."""
    own: dict[str, Claim] = {}
    for claim in sorted(index.claims_under.get(thing.id, ()), key=preference):
        is_rival = index.rivals_of[claim.question][0] in index.rivals[claim.id]
        if claim.quantity and claim.rank != "deprecated" and not is_rival:
            own.setdefault(claim.question, claim)
    begun = thing.start is None or thing.start < year.end
    promised = [claim for claim in own.values() if not claim.is_fact and begun]
    delivered = [claim for claim in own.values() if claim.is_fact and year.owns(claim.period)]
    return promised, delivered
