"""Check the data: ``python -m geodata [--data DIR]``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from geodata.checking.check import check
from geodata.checking.layer_files import LAYERS
from geodata.claim import Dataset
from geodata.framing.origins import independent
from geodata.reading import read


def main(arguments: Sequence[str] | None = None) -> int:
    """Print every problem of a data folder, or one line that says what is in it.

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
    parser.add_argument("--data", type=Path, default=LAYERS, metavar="DIR", help="a folder of layers")
    folder = parser.parse_args(arguments).data
    problems = check(folder)
    for problem in problems:
        print(problem)
    dataset = None if problems else read(folder).dataset
    print(
        summary(dataset)
        if dataset
        else f"{len(problems)} problem{'s' if len(problems) > 1 else ''} in {folder}."
    )
    return 0 if dataset else 1


def summary(dataset: Dataset) -> str:
    """Say in one line how much a dataset holds; all retellings of one text have one origin."""
    return (
        f"{len(dataset.things)} things, {len(dataset.claims)} claims, {len(dataset.sources)} sources "
        f"from {independent(dataset, dataset.sources)} origins; data of {dataset.catalog.data_date}."
    )


if __name__ == "__main__":
    sys.exit(main())
