"""The parts of the benchmark: one that fails is named at the end, and leaves the others their turn."""

from statistics import median


class Parts:
    """Runs parts one after another, and keeps their figures.

    Attributes
    ----------
    figures : dict of str to float or None
        By name; of what was measured several times, the median.
    failed : list of str
        Which parts failed, and why.
    """

    def __init__(self):
        self.figures, self.failed = {}, []

    def run(self, name, measure, *given):
        """Measure a part: a function that gives figures by name."""
        try:
            found = measure(*given)
        except (Exception, SystemExit) as error:  # noqa: BLE001 (whatever it is, it is told)
            self.failed.append(f"{name}: {type(error).__name__}: {error}")
            return
        self.take(found)

    def take(self, found):
        """Keep figures."""
        for figure, value in found.items():
            self.figures[figure] = (median(value) if value else None) if isinstance(value, list) else value
