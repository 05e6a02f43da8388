"""What every browser of the desk is: shut in, without a memory, a script of the page's or a way out."""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile, QWebEngineSettings

from deskeditor.ui.preview.serving import ADDRESS, SCHEME, Gate, Serving

_OFF = (
    QWebEngineSettings.WebAttribute.JavascriptEnabled,
    QWebEngineSettings.WebAttribute.JavascriptCanOpenWindows,
    QWebEngineSettings.WebAttribute.JavascriptCanAccessClipboard,
    QWebEngineSettings.WebAttribute.LocalStorageEnabled,
    QWebEngineSettings.WebAttribute.LocalContentCanAccessFileUrls,
    QWebEngineSettings.WebAttribute.LocalContentCanAccessRemoteUrls,
    QWebEngineSettings.WebAttribute.HyperlinkAuditingEnabled,
    QWebEngineSettings.WebAttribute.PluginsEnabled,
    QWebEngineSettings.WebAttribute.FullScreenSupportEnabled,
    QWebEngineSettings.WebAttribute.ScreenCaptureEnabled,
    QWebEngineSettings.WebAttribute.WebGLEnabled,
    QWebEngineSettings.WebAttribute.AutoLoadIconsForPage,
    QWebEngineSettings.WebAttribute.DnsPrefetchEnabled,
    QWebEngineSettings.WebAttribute.PdfViewerEnabled,
    QWebEngineSettings.WebAttribute.NavigateOnDropEnabled,
    QWebEngineSettings.WebAttribute.FocusOnNavigationEnabled,
)


def locked_profile(media: Path, parent: QObject) -> tuple[QWebEngineProfile, Serving]:
    """A profile that keeps nothing, asks nobody, and gets its pages from `Serving` alone."""
    profile = QWebEngineProfile(parent)
    profile.setPersistentCookiesPolicy(QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies)
    profile.setHttpCacheType(QWebEngineProfile.HttpCacheType.NoCache)
    profile.setUrlRequestInterceptor(Gate(profile))
    serving = Serving(media, profile)
    profile.installUrlSchemeHandler(SCHEME, serving)
    return profile, serving


class LockedPage(QWebEnginePage):
    """A page that runs nothing of its own and goes nowhere but to its one address."""

    def __init__(self, profile: QWebEngineProfile, parent: QObject) -> None:
        super().__init__(profile, parent)
        for attribute in _OFF:
            self.settings().setAttribute(attribute, False)

    def acceptNavigationRequest(
        self, url: QUrl | str, _kind: QWebEnginePage.NavigationType, _main: bool
    ) -> bool:
        """The page goes nowhere: links are looked at, not followed."""
        return url == QUrl(ADDRESS)

    def createWindow(self, _kind: QWebEnginePage.WebWindowType) -> None:  # type: ignore[override]
        """No second window, ever."""
        return

    def javaScriptConsoleMessage(
        self, _level: QWebEnginePage.JavaScriptConsoleMessageLevel, _text: str, _line: int, _source: str
    ) -> None:
        """What a page mutters is nobody's business."""
        return
