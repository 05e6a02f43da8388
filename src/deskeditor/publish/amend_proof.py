"""What an amendment takes for certain: a tree that nobody has touched since it was sealed."""

from dataclasses import dataclass
from pathlib import Path

from deskeditor.publish import tree
from deskeditor.publish.findings import Finding
from deskeditor.publish.grounds import Grounds, Unfit
from deskeditor.publish.looking import Looking
from deskeditor.publish.manifest import NAME
from deskeditor.publish.seals import KeptSeal


@dataclass(frozen=True, slots=True)
class Amended:
    """What an amendment came to."""

    changed: tuple[str, ...]
    counts: tuple[int, int, int, int]
    findings: tuple[Finding, ...] = ()


def looked_through(grounds: Grounds) -> Amended:
    """Prove that the bundle is as it was left; raises Unfit where anything was touched."""
    seal = seal_of(grounds, grounds.out, grounds.standing.tree)
    with Looking(grounds.out, grounds.kept, seal.name) as looking:
        if looking.altered():
            raise Unfit
    return Amended((), grounds.standing.counts)


def seal_of(grounds: Grounds, root: Path, mark: str) -> KeptSeal:
    """The seal of the tree of that mark, whose names have not changed; raises Unfit for any other."""
    if not (root / NAME).is_file() or tree.mark_of(root) != mark:
        raise Unfit
    seal = KeptSeal(grounds.kept, tree.name_of(root))
    folders = seal.folders()
    if not folders or tree.odd_folders(root, folders):
        raise Unfit
    return seal
