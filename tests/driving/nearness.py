"""Compare measures that may differ by a little.

`pytest.approx` asks numpy, wherever that was imported, and fails while a thread of the program still does so.
"""

from __future__ import annotations

from collections.abc import Sequence


def are_near(found: Sequence[float], wanted: Sequence[float], by: float) -> bool:
    """Tell whether each number is as wanted, give or take so much."""
    return all(abs(one - other) <= by for one, other in zip(found, wanted, strict=True))
