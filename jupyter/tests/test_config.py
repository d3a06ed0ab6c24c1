import pytest

from bioql_jupyter.config import DEMO_KEY, LOCAL_URL, Config, config_from_env, usable_key, usable_url
from bioql_jupyter.errors import BioqlError


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("http://127.0.0.1:8000/", "http://127.0.0.1:8000"),
        (" http://localhost:9 ", "http://localhost:9"),
        ("http://[::1]:8000", "http://[::1]:8000"),
        ("https://bioql.example/api/", "https://bioql.example/api"),
    ],
)
def test_an_address_may_be_https_or_of_this_computer(text: str, url: str) -> None:
    assert usable_url(text, "en") == url


@pytest.mark.parametrize(
    "url",
    [
        "http://bioql.example",
        "http://127.0.0.1.example",
        "http://127.0.0.1@bioql.example",
        "https://user:word@bioql.example",
        "ftp://localhost",
        "file:///etc/hosts",
        "bioql.example",
        "https://",
        "https://a b.example",
        "http://localhost:port",
        "",
    ],
)
def test_no_other_address_gets_the_key(url: str) -> None:
    with pytest.raises(BioqlError, match="https://"):
        usable_url(url, "en")


def test_the_environment_says_which_service(monkeypatch: pytest.MonkeyPatch) -> None:
    assert config_from_env("en") == Config(LOCAL_URL, None)
    monkeypatch.setenv("BIOQL_URL", "https://bioql.example")
    monkeypatch.setenv("BIOQL_API_KEY", " bioql_live_1 ")
    assert config_from_env("en") == Config("https://bioql.example", "bioql_live_1")


def test_the_demo_key_is_for_this_computer_alone() -> None:
    assert Config(LOCAL_URL, None).used_key == DEMO_KEY
    assert Config("https://bioql.example", None).used_key is None


def test_a_key_is_never_printed() -> None:
    assert "secret" not in repr(Config(LOCAL_URL, "bioql_live_secret"))


@pytest.mark.parametrize("key", ["", "two words", "clavé", "line\nend"])
def test_a_key_that_no_header_can_hold_is_refused(key: str) -> None:
    with pytest.raises(BioqlError):
        usable_key(key, "en")
