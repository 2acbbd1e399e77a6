"""Our ES modules as one classic script: pages opened from a disk may not load modules.

It knows the few forms that our modules are written in, ``import { a, b } from './c.js';`` and ``export``
before a function, a class or a const, and refuses all others.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from functools import cache

from resources import files

_IMPORT = re.compile(r"^import \{ ([\w$]+(?:, [\w$]+)*) \} from '(\.{1,2}/[\w./-]+\.js)';$", re.MULTILINE)
_EXPORT = re.compile(r"^export (?:(?:async )?function|class|const) ([\w$]+)(.*)$", re.MULTILINE)
_MORE = re.compile(r", ([\w$]+) = ")
_OTHER = re.compile(r"^\s*(?:import|export)\b.*$|^.*\bimport\s*[.(].*$", re.MULTILINE)
_ENDS_SCRIPT = re.compile(r"<(?:/script|!--|script)", re.IGNORECASE)

Read = Callable[[str], str]


class BundleError(ValueError):
    """A module in a form that the bundler does not know; its text names file and form."""


@cache
def bundled(entry: str) -> str:
    """Bundle a module of ours with all that it imports.

    Parameters
    ----------
    entry : str
        Its name among the resources: ``web/standalone/main.js``.

    Returns
    -------
    str
        A classic script that leaves no name behind; the same each time.

    Raises
    ------
    BundleError
        Where a module has a form that is not known, or imports itself by a detour.
    """
    return bundle(entry, lambda name: files.read(name).decode())


def bundle(entry: str, read: Read) -> str:
    """Bundle modules that a function reads by name; see `bundled`."""
    parts: dict[str, str] = {}
    _add(entry, read, parts, ())
    script = f"(() => {{\n'use strict';\n{''.join(parts.values())}}})();\n"
    if _ENDS_SCRIPT.search(script):
        raise BundleError(f"{entry}: expected no tag of a script in the bundle, it would end there")
    return script


def _add(name: str, read: Read, parts: dict[str, str], importers: tuple[str, ...]) -> None:
    """Add a module behind everything that it imports."""
    if name in importers:
        raise BundleError(f"{name}: expected no circle of imports, got {' → '.join((*importers, name))}")
    if name in parts:
        return
    text = read(name)
    imported = [(names, _resolved(name, path)) for names, path in _IMPORT.findall(text)]
    for names, path in imported:
        _add(path, read, parts, (*importers, name))
        _check_names(names.split(", "), path, read(path), name)
    links = "".join(f"const {{ {names} }} = {_scope(path)};\n" for names, path in imported)
    body = _EXPORT.sub(lambda found: found[0].removeprefix("export "), _IMPORT.sub("", text))
    other = _OTHER.search(body)
    if other:
        raise BundleError(f"{name}: this form of import or export is not known: {other[0].strip()}")
    given = ", ".join(_exported(text))
    parts[name] = f"const {_scope(name)} = (() => {{\n{links}{body.strip()}\nreturn {{ {given} }};\n}})();\n"


def _exported(text: str) -> list[str]:
    """Name what a module exports; a const may have several names, all in its first line."""
    found: list[str] = []
    for name, rest in _EXPORT.findall(text):
        line = rest.split("//")[0].rstrip()
        found += [name, *(_MORE.findall(line) if line.endswith(";") and "=>" not in line else [])]
    return found


def _check_names(names: list[str], path: str, text: str, importer: str) -> None:
    missing = set(names) - set(_exported(text))
    if missing:
        raise BundleError(f"{importer}: expected {path} to export {', '.join(sorted(missing))}")


def _resolved(name: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), path))


def _scope(name: str) -> str:
    """Name the variable that holds what a module exports."""
    return "_" + re.sub(r"\W", "_", name.removesuffix(".js"))
