"""What the page may ask for: its own shell and the library's pictures, by name; anything else is refused."""

import re
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject
from PySide6.QtWebEngineCore import (
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
    QWebEngineUrlRequestJob,
    QWebEngineUrlScheme,
    QWebEngineUrlSchemeHandler,
)

SCHEME = b"desk-preview"
ADDRESS = "desk-preview://article/"
_PICTURE = re.compile(r"/media/([0-9a-f]{64})")
_KINDS = {
    ".jpg": b"image/jpeg",
    ".png": b"image/png",
    ".webp": b"image/webp",
    ".gif": b"image/gif",
    ".avif": b"image/avif",
}
_LARGEST = 64 * 1024 * 1024


def register_scheme() -> None:
    """Make the scheme known; before the first profile, and only once in the life of a process."""
    if QWebEngineUrlScheme.schemeByName(SCHEME).name() == SCHEME:
        return
    scheme = QWebEngineUrlScheme(SCHEME)
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    scheme.setFlags(QWebEngineUrlScheme.Flag.SecureScheme | QWebEngineUrlScheme.Flag.CorsEnabled)
    QWebEngineUrlScheme.registerScheme(scheme)


class Serving(QWebEngineUrlSchemeHandler):
    """Hands out the shell and pictures; knows hashes, never paths."""

    def __init__(self, media: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._media = media
        self.shell = ""

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        """Answer one request."""
        path = job.requestUrl().path()
        if path == "/":
            self._reply(job, b"text/html", self.shell.encode("utf-8", "replace"))
        elif picture := _PICTURE.fullmatch(path):
            self._picture(job, picture.group(1))
        else:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)

    def _picture(self, job: QWebEngineUrlRequestJob, name: str) -> None:
        for path in (self._media / name[:2]).glob(name + ".*"):
            kind = _KINDS.get(path.suffix)
            if kind and path.stat().st_size <= _LARGEST:
                self._reply(job, kind, path.read_bytes())
                return
        job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)

    def _reply(self, job: QWebEngineUrlRequestJob, kind: bytes, content: bytes) -> None:
        buffer = QBuffer(job)
        buffer.setData(QByteArray(content))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        job.reply(kind, buffer)


class Gate(QWebEngineUrlRequestInterceptor):
    """Lets nothing through but the page's own scheme."""

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        """Block whatever would leave."""
        if info.requestUrl().scheme().encode() != SCHEME:
            info.block(True)
