"""What a process and all it started take of the machine's memory (Linux only; elsewhere nothing is known)."""

from pathlib import Path


def tree_memory_mb(root, kind="Pss"):
    """Sum the memory of a process and all its descendants, in MB; None where it is unknown.

    Parameters
    ----------
    kind : str
        Pss shares out what others use as well, and so moves with them; Private_Dirty is ours alone.
    """
    if not Path("/proc/self/smaps_rollup").exists():
        return None
    return sum(_memory_kb(process, kind) for process in _tree(root)) / 1024


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


def _memory_kb(process, kind):
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith(f"{kind}:"))
