"""A second start on the same library brings the first window to the front instead of a second writer."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

WAIT_MS = 1_000


def _name(library: Path) -> str:
    return "deskeditor-" + hashlib.sha256(str(library.resolve()).encode()).hexdigest()[:24]


def hand_over(library: Path, article: str) -> bool:
    """Ask the window that has the library to come forward; whether there was one to ask."""
    socket = QLocalSocket()
    socket.connectToServer(_name(library))
    if not socket.waitForConnected(WAIT_MS):
        return False
    socket.write(QByteArray(json.dumps({"open": article}).encode() + b"\n"))
    sent = socket.waitForBytesWritten(WAIT_MS)
    heard = sent and socket.waitForReadyRead(WAIT_MS)
    socket.disconnectFromServer()
    return bool(heard)


class Doorbell(QObject):
    """Listens for other starts of the same person on the same machine."""

    def __init__(self, library: Path, answer: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._answer = answer
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        # What a killed program left behind would keep the name taken; the lock says that nobody has it.
        QLocalServer.removeServer(_name(library))
        self._server.listen(_name(library))
        self._server.newConnection.connect(self._on_connection)

    @Slot()
    def _on_connection(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.readyRead.connect(lambda: self._on_words(socket))
        socket.disconnected.connect(socket.deleteLater)

    def _on_words(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            return
        try:
            wish = json.loads(bytes(socket.readLine().data()))
        except ValueError:
            return
        socket.write(QByteArray(b"here\n"))
        socket.flush()
        article = wish.get("open") if isinstance(wish, dict) else None
        self._answer(article if isinstance(article, str) else "")
