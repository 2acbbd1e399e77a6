"""What every format that can be read must say of a frame: year, figures, flows and legend."""

from __future__ import annotations

import re

from geodata.frame import Frame

_SPACES = re.compile(r"\s+")


def close(words: str) -> str:
    """Leave out white space: where a line is broken is each format's own."""
    return _SPACES.sub("", words)


def told_by(frame: Frame) -> set[str]:
    """Give the words of a frame, without white space."""
    told = {headline.number + headline.unit for headline in frame.headlines}
    told |= {flow.label.title for flow in frame.flows} | {entry.text for entry in frame.legend}
    return {close(words) for words in (*told, str(frame.year))}


def missing_in(words: str, frame: Frame) -> set[str]:
    """Give what a frame tells and some words do not."""
    found = close(words)
    return {told for told in told_by(frame) if told not in found}
