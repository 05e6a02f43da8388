"""From the start of the program to an article that can be written on: one article in the library, or 100,000.

python -m tests.perf.bench_start [ARTICLES]

Each start is a process of its own; the clock runs from before the interpreter until the article stands in the
editor and the window has painted it. The two libraries take turns, so that the ratio holds on a busy machine.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.perf.newsroom import build

from deskeditor.document.model import Document, Fields
from deskeditor.library.records import ListView, Mode
from deskeditor.library.store import Library
from deskeditor.session.settings import Settings, SettingsFile

ROUNDS = 5
_CACHE = Path(__file__).parents[2] / "build" / "perf"
PROBE = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from deskeditor.app import journal_folder, settings_file
from deskeditor.app.session import Session, Start, make_application
from deskeditor.ui import look
app = make_application([])
look.apply(app, look.Scheme.LIGHT)
session = Session(Start(Path(sys.argv[1]), journal_folder(), settings_file(), ""))
def painted():
    session.window.repaint()
    print(time.time(), flush=True)
    session.window.close()
session.desk.opened.connect(lambda draft: QTimer.singleShot(0, painted))
session.window.show()
app.exec()
"""


def started_ms(library: Path, home: Path) -> float:
    """Milliseconds of one start."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    env |= {f"XDG_{name}_HOME": str(home) for name in ("DATA", "CONFIG", "STATE", "CACHE")}
    begun = time.time()
    done = subprocess.run(
        [sys.executable, "-c", PROBE, str(library)], env=env, capture_output=True, text=True, check=True
    )
    return (float(done.stdout) - begun) * 1000


def home_for(library: Path, folder: Path) -> Path:
    """Settings that open the library's newest article."""
    with Library.open(library, Mode.READ) as opened:
        article = opened.page(ListView(), None, 1).rows[0].id
    home = folder / library.stem
    settings = Settings(library=str(library.resolve()), article=article)
    SettingsFile(home / "deskeditor" / "settings.toml").save(settings)
    return home


def main() -> None:
    """Measure in turns and print medians and their ratio."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    large = build(_CACHE / f"news-{count}.desk", count)
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder) / "one.desk"
        with Library.create(small) as library:
            library.new(Document("The only story.\n", Fields(headline="One")))
        homes = {path: home_for(path, Path(folder)) for path in (small, large)}
        times: dict[Path, list[float]] = {small: [], large: []}
        for number in range(ROUNDS + 1):
            for path, home in homes.items():
                taken = started_ms(path, home)
                if number:
                    times[path].append(taken)
    one, many = (statistics.median(times[path]) for path in (small, large))
    print(f"start to an editable article: 1 article {one:.0f} ms, {count:,} articles {many:.0f} ms")
    print(f"ratio {many / one:.2f}")


if __name__ == "__main__":
    main()
