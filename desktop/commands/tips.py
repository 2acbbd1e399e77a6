"""What tooltips say: the words as they are, whatever they look like."""

from __future__ import annotations

from html import escape


def as_tip(words: str) -> str:
    """Write words so that a tooltip shows them as they are: Qt takes for markup whatever looks like it.

    Examples
    --------
    >>> as_tip("over 1,000 t"), as_tip("<b>over</b>")
    ('over 1,000 t', '<qt>&lt;b&gt;over&lt;/b&gt;</qt>')
    """
    if "<" not in words and "&" not in words:
        return words
    return f"<qt>{escape(words)}</qt>".replace("\n", "<br>")
