"""How a page of the benchmark says that it is on the screen: its title changes after two animation frames.

Imports nothing, because the barest start that is measured imports it.
"""


def two_frames(title):
    """Give the script that sets the title of a page when two animation frames have passed."""
    return f"requestAnimationFrame(() => requestAnimationFrame(() => {{ document.title = '{title}'; }}));"
