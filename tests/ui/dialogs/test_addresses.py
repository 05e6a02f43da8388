"""What people type for an address."""

import pytest

from deskeditor.ui.dialogs.addresses import link_address


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("example.org", "https://example.org"),
        (" www.example.org/a?b=c#d ", "https://www.example.org/a?b=c#d"),
        ("//example.org/a", "https://example.org/a"),
        ("HTTP://Example.org", "HTTP://Example.org"),
        ("example.org:8080/a", "https://example.org:8080/a"),
        ("localhost:8000", "https://localhost:8000"),
        ("http://[::1]/", "http://[::1]/"),
        ("bücher.example/ä", "https://bücher.example/ä"),
        ("jane@example.org", "mailto:jane@example.org"),
        ("mailto:jane@example.org", "mailto:jane@example.org"),
        ("tel:+41 44".replace(" ", "-"), "tel:+41-44"),
        ("article:abc123def456", "article:abc123def456"),
    ],
)
def test_an_address_is_made_whole(typed: str, address: str) -> None:
    assert link_address(typed) == address


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "  ",
        "report",
        "two words.org",
        "javascript:alert(1)",
        "JavaScript:alert(1)//example.org",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "vbscript:x.org",
        "https://",
        "https://user:secret@example.org",
        "https://good.example@evil.example",
        "https://example.org:port/",
        "https://[::1",
        "article:short",
        "mailto:nobody",
        "ftp://example.org",
    ],
)
def test_what_no_reader_should_follow_is_no_address(typed: str) -> None:
    assert link_address(typed) is None
