"""The dated states of the proposed mines. Pure."""

from __future__ import annotations

from geodata import wording
from geodata.claim import Claim, Thing
from geodata.framing.figures import source_short, when
from geodata.framing.index import Index
from geodata.ladder import OFF, RUNGS, Ladder, Rung


def ladders(index: Index) -> tuple[Ladder, ...]:
    """Tell the dated states of every mine, in the order of their names."""
    mines = [thing for thing in index.dataset.things.values() if thing.kind == "mine"]
    return tuple(_ladder(index, mine) for mine in sorted(mines, key=lambda mine: mine.short))


def _ladder(index: Index, mine: Thing) -> Ladder:
    return Ladder(
        thing=mine.id,
        name=mine.short,
        named=wording.NAMED.get(mine.named or "", ""),
        rungs=tuple(_rung(index, claim) for claim in index.states.get(mine.id, ())),
    )


def _rung(index: Index, claim: Claim) -> Rung:
    word = claim.word or "unknown"
    return Rung(
        claim=claim.id,
        word=word,
        words=wording.STATES[word],
        height=RUNGS.index(OFF.get(word, word)),
        off=word in OFF,
        start=claim.start,
        when=when(claim),
        source=claim.source,
        source_short=source_short(index, claim.source),
        note=claim.note or "",
        scenario=claim.scenario,
        year=index.year(claim),
    )
