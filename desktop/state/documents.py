"""The JSON documents that the atlas writes: each names its format and version before all else is read."""

from __future__ import annotations

import json
from typing import Any

from desktop.state import checked
from desktop.state.checked import SessionError


def read_document(text: str, name: str, newest: int, most: int, what: str = "JSON") -> Any:
    """Read a document of one format.

    Parameters
    ----------
    text : str
        JSON from a file that comes from anywhere.
    name : str
        What its field `format` has to say.
    newest : int
        The newest version of the format that can be read here.
    most : int
        How many characters it may have.
    what : str
        What was expected, for whoever has to be told that it is damaged.

    Raises
    ------
    SessionError
        Where it is something else, or a newer program wrote it.
    """
    if len(text) > most:
        raise SessionError(f"expected at most {most:,} characters of JSON, got {len(text):,}")
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        raise SessionError(f"expected {what} of IREL Atlas, got a text that is damaged") from None
    if not isinstance(document, dict) or document.get("format") != name:
        raise SessionError("expected JSON of IREL Atlas, got something else")
    schema = document.get("schema")
    if type(schema) is not int or schema < 1:
        checked.refuse("schema", "a whole number from 1 on", schema)
    if schema > newest:
        raise SessionError(
            f"a newer IREL Atlas made it (version {schema} of the format; this one reads up to {newest})"
        )
    return document
