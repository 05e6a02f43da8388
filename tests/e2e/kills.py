"""Kills the real program at random moments while somebody types, and counts what is lost.

`python -m tests.e2e.kills --runs 200` starts the window on a library of its own, types bursts of 200
characters a second with key events, kills it without warning, starts it again and reads the screen.
Printed are the longest loss in milliseconds of typing, acknowledged saves that were lost, and in how many
runs the text came back without a question. The exit code is 1 where a promise did not hold.

`--without-journal` takes the journal away, to see that the test can fail.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ALLOWED_MS = 300
TYPIST = [sys.executable, "-m", "tests.e2e.typist"]


@dataclass(frozen=True)
class Run:
    """What one kill came to."""

    typed: int
    kept: int
    lost_ms: float
    acknowledged: int
    recovered: bool


def at_random(seed: int) -> float:
    """Seconds of typing before a kill."""
    return random.Random(seed).uniform(0.1, 6.0)


def one_run(folder: Path, moment: float | None, extra: list[str]) -> Run:
    """Type, kill after `moment` seconds or, for None, let the typist kill itself, and start again."""
    env = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    for name in ("DATA", "CONFIG", "STATE", "CACHE"):
        env[f"XDG_{name}_HOME"] = str(folder / name.lower())
    library = folder / "news.desk"
    lines = _type_until_killed([*TYPIST, "type", str(library), *extra], env, moment)
    keys = [(int(n), float(at)) for kind, n, at in lines if kind == "key"]
    saves = [int(n) for kind, n, _ in lines if kind == "saved"]
    again = subprocess.run(
        [*TYPIST, "read", str(library), *extra],
        env=env,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    kept = int(again.stdout.split()[1]) if again.stdout.startswith("kept") else -1
    died = keys[-1][1] if keys else 0.0
    first_lost = next((at for n, at in keys if n > kept), died)
    return Run(len(keys), kept, (died - first_lost) * 1000, max(saves, default=0), kept >= 0)


def _type_until_killed(
    command: list[str], env: dict[str, str], moment: float | None
) -> list[tuple[str, str, str]]:
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        seen = [program.stdout.readline()]
        if moment is not None:
            time.sleep(moment)
            program.send_signal(signal.SIGKILL)
        seen += program.stdout.readlines()
    whole = [line.split() for line in seen if line.endswith("\n")]
    return [(parts[0], parts[1], parts[2]) for parts in whole if len(parts) == 3]


def main() -> int:
    """Do the runs and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--without-journal", action="store_true")
    asked = parser.parse_args()
    extra = ["--without-journal"] if asked.without_journal else []
    runs: list[Run] = []
    for number in range(asked.runs):
        with tempfile.TemporaryDirectory() as folder:
            runs.append(one_run(Path(folder), at_random(asked.seed + number), extra))
        if sys.stderr.isatty():
            print(f"\r{number + 1}/{asked.runs}", end="", file=sys.stderr)
    longest = max(run.lost_ms for run in runs)
    broken = sum(run.kept < run.acknowledged for run in runs)
    back = sum(run.recovered for run in runs)
    typed = sum(run.typed for run in runs)
    print(
        f"{len(runs)} kills, {typed} keys: longest loss {longest:.0f} ms, "
        f"acknowledged saves lost {broken}, recovered by itself {back}"
    )
    return 0 if longest <= ALLOWED_MS and not broken and back == len(runs) else 1


if __name__ == "__main__":
    sys.exit(main())
