"""What packaging/set-up decides on machines that lack this or that, each a folder of small programs."""

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = (
    *(
        "awk",
        "bash",
        "cat",
        "chmod",
        "cksum",
        "comm",
        "cp",
        "dirname",
        "env",
        "grep",
        "head",
        "id",
        "ls",
        "mkdir",
    ),
    *("mktemp", "mv", "paste", "rm", "sed", "sort", "tail", "touch", "tr", "uname"),
)
LOCKED = "pyside6==6.11.0\nnh3==0.3.1\n"
UV = """
case "$*" in
--version) echo "uv 0.13.9" ;;
venv*) for last; do :; done
    mkdir -p "$last/bin" "$last/lib/python3.11/site-packages/PySide6"
    echo "relocatable = true" >"$last/pyvenv.cfg"
    printf '#!/bin/sh\\nexit 0\\n' >"$last/bin/python"; chmod +x "$last/bin/python" ;;
export*) cat uv.lock ;;
*) if [ -e ../cut ]; then echo "error: dns error: no such host" >&2; exit 2; fi ;;
esac
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the rows are of Debian")


@dataclass(frozen=True)
class Machine:
    """A checkout on a machine where one is root and has every library and uv, unless said otherwise."""

    folder: Path

    def __post_init__(self) -> None:
        """Lay out the checkout and the programs that every machine has."""
        shutil.copytree(ROOT / "packaging", self.checkout / "packaging")
        (self.checkout / "uv.lock").write_text(LOCKED)
        (self.checkout / "pyproject.toml").write_text("")
        (self.folder / "bin").mkdir()
        for name in TOOLS:
            (self.folder / "bin" / name).symlink_to(shutil.which(name) or name)
        libraries = (ROOT / "packaging/linux/libraries").read_text("utf-8")
        there = "".join(f"\t{line.split()[0]} (x)\n" for line in libraries.splitlines() if line)
        (self.folder / "cache").write_text(there)
        self.has(id="echo 0", ldconfig=f"cat {self.folder / 'cache'}", uv=UV)

    @property
    def checkout(self) -> Path:
        """Where the project is."""
        return self.folder / "deskeditor"

    def has(self, **programs: str) -> None:
        """Programs by name, each a few lines of shell; underscores are dashes."""
        for name, lines in programs.items():
            path = self.folder / "bin" / name.replace("_", "-")
            path.unlink(missing_ok=True)
            path.write_text(f"#!/bin/bash\n{lines}\n")
            path.chmod(0o755)

    def lacks(self, *names: str) -> None:
        """Programs that are not there, or libraries that the loader does not know."""
        cache = self.folder / "cache"
        for name in names:
            (self.folder / "bin" / name).unlink(missing_ok=True)
            lines = cache.read_text().splitlines(keepends=True)
            cache.write_text("".join(line for line in lines if f"\t{name} " not in line))

    def set_up(self) -> tuple[int, str]:
        """The exit code and everything that was said."""
        done = subprocess.run(
            ["bash", "packaging/set-up"],
            cwd=self.checkout,
            env={"PATH": str(self.folder / "bin"), "TMPDIR": str(self.folder)},
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout + done.stderr

    @property
    def ready(self) -> bool:
        """Whether make takes it for ready."""
        return (self.checkout / ".venv" / "ready").exists()


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def bare(machine: Machine) -> None:
    """Neither two of the libraries nor uv nor pip."""
    machine.lacks("libXfixes.so.3", "libEGL.so.1", "uv")
    machine.has(apt_get=f'echo "$*" >>{machine.folder}/apt', apt_cache="echo libxfixes3", dpkg_query="exit 1")
    machine.has(python3='[ "$2" = "import sqlite3, ssl" ]')


def test_a_machine_that_has_all_is_ready_and_says_one_line(machine: Machine) -> None:
    assert machine.set_up() == (0, "deskeditor: installing the Python packages of uv.lock into .venv…\n")
    assert machine.ready


def test_who_may_not_install_is_told_all_at_once(machine: Machine) -> None:
    bare(machine)
    machine.has(id="echo 1000", sudo="exit 1")
    code, said = machine.set_up()
    assert (code, machine.ready) == (1, False)
    assert "This system lacks libEGL.so.1, libXfixes.so.3 and pip." in said
    assert "apt-get install --no-install-recommends -y libegl1 libxfixes3 python3-pip'" in said


def test_who_may_install_gets_all_at_once(machine: Machine) -> None:
    bare(machine)
    machine.set_up()
    installs = [line for line in (machine.folder / "apt").read_text().splitlines() if " install " in line]
    assert [line.partition(" -y ")[2] for line in installs] == ["libegl1 libxfixes3 python3-pip"]
    assert "--no-install-recommends" in installs[0]


def test_a_system_without_apt_names_what_it_lacks(machine: Machine) -> None:
    bare(machine)
    machine.lacks("apt-get", "python3")
    assert machine.set_up()[1].startswith(
        "deskeditor: This system lacks libEGL.so.1, libXfixes.so.3, python3 and pip. Install them"
    )


def test_what_apt_says_is_the_cause(machine: Machine) -> None:
    bare(machine)
    machine.has(apt_get='echo "E: Unable to locate package libegl1"; exit 100')
    code, said = machine.set_up()
    assert code == 1
    assert "E: Unable to locate package libegl1" in said


def test_a_python_that_is_too_old_is_said(machine: Machine) -> None:
    machine.lacks("uv")
    machine.has(python3='case "$2" in *version_info*) echo 3.9 ;; esac')
    assert machine.set_up() == (
        1,
        "deskeditor: Python 3.11 or newer is needed, and python3 is 3.9. "
        "Install a newer one, or uv, which fetches one.\n",
    )


def test_without_a_network_the_first_set_up_says_so_and_leaves_nothing_half_made(machine: Machine) -> None:
    (machine.folder / "cut").touch()
    code, said = machine.set_up()
    assert code == 1
    assert "could not be installed" in said and "dns error" in said
    assert not machine.ready


def test_without_a_network_what_was_ready_stays_and_what_is_late_is_named(machine: Machine) -> None:
    machine.set_up()
    before = (machine.checkout / ".venv/ready").stat().st_mtime_ns
    (machine.checkout / "uv.lock").write_text(LOCKED.replace("6.11.0", "6.11.1"))
    (machine.folder / "cut").touch()
    code, said = machine.set_up()
    assert code == 0
    assert "could not be renewed (not there yet: pyside6==6.11.1); those of last time are used" in said
    assert (machine.checkout / ".venv/ready").stat().st_mtime_ns == before


def test_a_lock_that_is_only_newer_needs_no_network(machine: Machine) -> None:
    machine.set_up()
    (machine.checkout / "uv.lock").touch()
    (machine.folder / "cut").touch()
    assert machine.set_up() == (0, "")


@pytest.mark.parametrize("left", [".venv.new", ".venv.old"])
def test_a_set_up_that_was_cut_begins_again(machine: Machine, left: str) -> None:
    machine.set_up()
    (machine.checkout / ".venv").rename(machine.checkout / left)
    assert machine.set_up()[0] == 0
    assert machine.ready and not (machine.checkout / left).exists()


def test_what_the_loader_misses_after_all_is_named(machine: Machine) -> None:
    machine.has(ldd='echo "	libXfixes.so.3 => not found"; echo "	libnew.so.1 => not found"')
    machine.has(apt_get="exit 0", apt_cache="echo libxfixes3")
    code, said = machine.set_up()
    assert (code, machine.ready) == (1, False)
    assert "Qt does not find libXfixes.so.3 and libnew.so.1 on this system." in said
    assert "--no-install-recommends -y libxfixes3" in said
