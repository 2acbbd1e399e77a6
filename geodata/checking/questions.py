"""Rules about claims that answer one question. Standard library only: on the road to the first paint."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from geodata.checking.building import claim_of
from geodata.checking.problem import Problem
from geodata.checking.records import Record
from geodata.claim import Claim
from geodata.rivals import agree


def check_questions(records: Iterable[Record]) -> Iterator[Problem]:
    """Check all claims, question by question."""
    pairs = [(record, claim_of(record)) for record in records]
    claims = {claim.id: claim for _, claim in pairs if claim}
    files = {claim.id: record.file for record, claim in pairs if claim}
    yield from _one_question_each(claims, files)
    questions: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims.values():
        questions[claim.question].append(claim)
    for question in questions.values():
        yield from _one_preferred(question, files)
        yield from _stated_before_computed(question, files)


def _one_question_each(claims: dict[str, Claim], files: dict[str, str]) -> Iterator[Problem]:
    """Check that equal subject, measure, substance and period ask one question, one for each role."""
    first: dict[tuple[object, ...], Claim] = {}
    for claim in claims.values():
        role = claim.word if claim.measure == "role" else None
        period = claim.period
        alike = (claim.subject, claim.measure, claim.substance, period.type, period.start, period.end, role)
        other = first.setdefault(alike, claim)
        if other.question != claim.question:
            expected = f"{other.question}, as {other.id} of equal subject, measure, substance and period has"
            yield Problem(files[claim.id], claim.id, "question", expected, claim.question)


def _one_preferred(question: list[Claim], files: dict[str, str]) -> Iterator[Problem]:
    """Check that rivals have one preferred among them, with a reason, and that no question has two."""
    preferred = [claim for claim in question if claim.rank == "preferred"]
    first = question[0]
    if len(preferred) > 1:
        for claim in preferred[1:]:
            expected = f"one preferred claim for {claim.question}, which is {preferred[0].id}"
            yield Problem(files[claim.id], claim.id, "rank", expected, "preferred")
    if all(agree(claim, other) for claim, other in combinations(question, 2)):
        return
    if not preferred:
        ids = ", ".join(claim.id for claim in question)
        expected = f"one preferred among the rivals for {first.question}"
        yield Problem(files[first.id], first.id, "rank", expected, f"none among {ids}")
    for claim in preferred:
        if not claim.rank_reason:
            expected = f"why it is preferred among the rivals for {claim.question}"
            yield Problem(files[claim.id], claim.id, "rank_reason", expected, "nothing")


def _stated_before_computed(question: list[Claim], files: dict[str, str]) -> Iterator[Problem]:
    """Check that what a source states comes before what we computed, unless set aside or not found."""
    stated = [c for c in question if c.made == "stated" and c.rank != "deprecated" and c.status != "missing"]
    for claim in question:
        if stated and claim.made == "computed" and claim.rank == "preferred":
            expected = f"a stated claim preferred, such as {stated[0].id}"
            yield Problem(files[claim.id], claim.id, "rank", expected, "preferred, though computed")
