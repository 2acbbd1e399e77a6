"""Guard the plain names ``desktop``, ``geodata`` and ``resources`` against other distributions."""

from __future__ import annotations

from importlib.metadata import packages_distributions

OURS = "irel-atlas"
NAMES = ("desktop", "geodata", "resources")


def foreign_owners() -> dict[str, list[str]]:
    """Find other distributions that installed files under one of the atlas's names.

    It reads the records of everything that is installed (about 70 ms), so call it in a worker thread
    after the first paint.

    Returns
    -------
    dict of str to list of str
        For each name with other owners, their distributions in alphabetical order; usually empty.
    """
    owners = packages_distributions()
    foreign = {name: sorted(set(owners.get(name, [])) - {OURS}) for name in NAMES}
    return {name: others for name, others in foreign.items() if others}


def warning(foreign: dict[str, list[str]]) -> str:
    """Say in one sentence what is wrong and what to do.

    Examples
    --------
    >>> warning({"resources": ["game-kit"]})
    'game-kit also installs "resources" and may have overwritten the atlas: install it alone (pipx).'
    """
    others = sorted({other for owners in foreign.values() for other in owners})
    names = ", ".join(f'"{name}"' for name in foreign)
    verb = "installs" if len(others) == 1 else "install"
    return (
        f"{', '.join(others)} also {verb} {names} and may have overwritten the atlas: "
        "install it alone (pipx)."
    )
