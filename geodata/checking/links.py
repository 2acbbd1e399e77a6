"""Rules about what names what. Standard library only: on the road to the first paint."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from geodata.checking.entries import Entries
from geodata.checking.layer_files import FILE_OF_KIND, LAYER_FILES
from geodata.checking.problem import Problem, shown
from geodata.checking.records import Record

_THING_LINKS = ("operator", "part_of", "parties", "flow", "about")
_CLAIM_LINKS = ("subject", "source", "agreement", "conflict", "computed_from")
_SOURCE_LINKS = ("retells",)
_CIRCLES = ("part_of", "about", "computed_from", "retells")
_HOMES: dict[str, tuple[str, ...]] = {
    **{kind: (file,) for kind, file in FILE_OF_KIND.items()},
    "claim": LAYER_FILES,
    "src": ("sources.json",),
    "conflict": ("conflicts.json",),
}


def check_links(entries: Entries) -> Iterator[Problem]:
    """Check every id, and every field that holds one."""
    known = {record.get("id"): record for record in entries.everything if "id" in record.fields}
    yield from _once(entries.everything)
    yield from _once(entries.rows)
    for records, names in (
        (entries.things, _THING_LINKS), (entries.claims, _CLAIM_LINKS), (entries.sources, _SOURCE_LINKS),
        (entries.conflicts, ("claims",)),
    ):  # fmt: skip
        for name in names:
            yield from _lead_somewhere(records, name, known, entries.read)
    for name in _CIRCLES:
        yield from _run_in_no_circle(entries.everything, name)
    for claim in entries.claims:
        subject = known.get(claim.get("subject"))
        if subject:
            yield from _lives_with(claim, subject)
    yield from _conflicts_agree(entries, known)


def _once(records: Iterable[Record]) -> Iterator[Problem]:
    first: dict[str, Record] = {}
    for record in records:
        name = record.get("id")
        other = first.setdefault(name, record) if name else record
        if other is not record:
            yield record.problem("id", "an id of its own", f"{shown(name)}, which {other.file} has already")


def links(record: Record, name: str) -> tuple[str, ...]:
    """Give the ids that a field holds, whether joined, listed or single."""
    value = record.get(name)
    return tuple(value) if isinstance(value, list) else record.ids(name)


def _lead_somewhere(
    records: Iterable[Record], name: str, known: Mapping[str, Record], read: frozenset[str]
) -> Iterator[Problem]:
    for record in records:
        for link in links(record, name):
            homes = _HOMES[link.partition(".")[0]]
            if link not in known and read.issuperset(homes):
                where = homes[0] if len(homes) == 1 else "one of the layers"
                yield record.problem(name, f"an id that stands in {where}", shown(link))


def _run_in_no_circle(records: Iterable[Record], name: str) -> Iterator[Problem]:
    """Report each entry from which a field leads back to itself."""
    onward = {record.get("id"): (record, links(record, name)) for record in records if name in record.fields}
    for start, (record, ids) in onward.items():
        seen: set[str] = set()
        ahead = list(ids)
        while ahead:
            link = ahead.pop()
            if link == start:
                yield record.problem(name, "ids that do not lead back to itself", shown(record.get(name)))
                break
            if link not in seen and link in onward:
                seen.add(link)
                ahead += onward[link][1]


def _lives_with(claim: Record, subject: Record) -> Iterator[Problem]:
    """Check that a claim stands in the file of its subject, and only a traded mass has its flow's line."""
    if claim.file != subject.file:
        yield claim.problem(
            "subject", f"a thing of {claim.file}", f"{shown(claim.get('subject'))} of {subject.file}"
        )
    if "geometry" in claim.broken | subject.broken or not claim.get("measure"):
        return
    carries = claim.get("measure") == "trade_mass" and subject.get("kind") == "flow"
    if carries and len(subject.positions) == 1:
        return
    if claim.positions != (subject.positions if carries else ()):
        expected = f"the line of {subject.name}" if carries and subject.positions else "null"
        got = "another line" if carries and len(claim.positions) == 2 else claim.shape
        yield claim.problem("geometry", expected, got)


def _conflicts_agree(entries: Entries, known: Mapping[str, Record]) -> Iterator[Problem]:
    """Check that a conflict and its claims name each other, and that the questions differ."""
    for conflict in entries.conflicts:
        claims = [known[link] for link in links(conflict, "claims") if link in known]
        for claim in claims:
            named = claim.get("conflict")
            if named != conflict.get("id") and (named in known or claim.lacks("conflict")):
                expected = f"{shown(conflict.get('id'))}, which lists it"
                yield claim.problem("conflict", expected, shown(named))
        questions = {claim.get("question") for claim in claims}
        if len(claims) > 1 and len(questions) == 1:
            yield conflict.problem("claims", "claims of different questions", f"all of {questions.pop()}")
    for claim in entries.claims:
        conflict = known.get(claim.get("conflict"))
        if conflict and "claims" in conflict.fields and claim.get("id") not in links(conflict, "claims"):
            yield claim.problem("conflict", "a conflict that lists it", shown(claim.get("conflict")))
