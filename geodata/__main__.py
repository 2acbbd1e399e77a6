"""Check the data: ``python -m geodata [--data DIR] [--scenario FILE]``."""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from geodata.bundled import SCENARIOS
from geodata.checking.check import check
from geodata.checking.layer_files import LAYERS
from geodata.checking.scenario_files import check_scenario
from geodata.claim import Dataset
from geodata.framing.origins import independent
from geodata.reading import read
from geodata.terminal import endure_any_letter


def main(arguments: Sequence[str] | None = None) -> int:
    """Print every problem of a data folder, or one line that says what is in it, and one for each scenario.

    Parameters
    ----------
    arguments : sequence of str, optional
        The command line's by default.

    Returns
    -------
    int
        1 where there is any problem, else 0.
    """
    parser = argparse.ArgumentParser("python -m geodata", description="Check the atlas's data.")
    layers = "a folder of layers instead of the atlas's own, which its scenarios belong to"
    parser.add_argument("--data", type=Path, metavar="DIR", help=layers)
    files = "a scenario to hold against the claims; may be given again"
    parser.add_argument("--scenario", type=Path, default=[], action="append", metavar="FILE", help=files)
    asked = parser.parse_args(arguments)
    folder = asked.data or LAYERS
    problems = check(folder)
    for problem in problems:
        print(problem)
    dataset = None if problems else read(folder).dataset
    print(
        summary(dataset)
        if dataset
        else f"{len(problems)} problem{'s' if len(problems) > 1 else ''} in {folder}."
    )
    bundled = sorted(SCENARIOS.glob("*.json")) if asked.data is None else []
    return max(_check_scenarios([*bundled, *asked.scenario], dataset), int(dataset is None))


def _check_scenarios(paths: Sequence[Path], dataset: Dataset | None) -> int:
    """Print a line for each scenario, and each change of it that does not fit; 1 where there is any."""
    found = [check_scenario(path, dataset) for path in paths]
    for one in found:
        print(*filter(None, [one.words, *one.problems]), sep="\n")
    return int(any(one.problems for one in found))


def summary(dataset: Dataset) -> str:
    """Say in one line how much a dataset holds; all retellings of one text have one origin."""
    return (
        f"{len(dataset.things)} things, {len(dataset.claims)} claims, {len(dataset.sources)} sources "
        f"from {independent(dataset, dataset.sources)} origins; data of {dataset.catalog.data_date}."
    )


if __name__ == "__main__":
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # whoever reads has heard enough, such as head
    endure_any_letter()
    sys.exit(main())
