"""What a process and all it started take of the machine's memory (Linux only; elsewhere nothing is known)."""

from pathlib import Path


def tree_pss_mb(root):
    """Sum the proportional set sizes of a process and all its descendants, in MB; None where unknown."""
    if not Path("/proc/self/smaps_rollup").exists():
        return None
    return sum(_pss_kb(process) for process in _tree(root)) / 1024


def _tree(root):
    children = {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            after_name = status.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue  # it ended meanwhile
        children.setdefault(int(after_name[1]), []).append(int(status.parent.name))
    found = [root]
    for process in found:
        found += children.get(process, [])
    return found


def _pss_kb(process):
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
