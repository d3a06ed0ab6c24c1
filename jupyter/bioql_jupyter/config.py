"""Which service, and with which key."""

import os
import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from bioql_jupyter.errors import BioqlError
from bioql_jupyter.texts import Lang

LOCAL_URL = "http://127.0.0.1:8000"
DEMO_KEY = "bioql_test_870ce7ae"
LOOPBACK = {"localhost", "127.0.0.1", "::1"}


@dataclass(frozen=True)
class Config:
    url: str
    key: str | None = field(repr=False)

    @property
    def loopback(self) -> bool:
        return urlsplit(self.url).hostname in LOOPBACK

    @property
    def used_key(self) -> str | None:
        """On this computer the demo account's key stands in for none."""
        return self.key or (DEMO_KEY if self.loopback else None)


def config_from_env(lang: Lang) -> Config:
    url = os.environ.get("BIOQL_URL") or LOCAL_URL
    key = os.environ.get("BIOQL_API_KEY", "").strip()
    return Config(usable_url(url, lang), usable_key(key, lang) if key else None)


def usable_url(text: str, lang: Lang) -> str:
    """A key goes in clear text over http, so that http is for this computer alone."""
    url = text.strip().rstrip("/")
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise BioqlError("insecure_url", lang, url=url) from None
    clean = parts.username is None and not re.search(r"\s", url) and not parts.query and not parts.fragment
    secure = parts.scheme == "https" or (parts.scheme == "http" and host in LOOPBACK)
    if not (host and secure and clean):
        raise BioqlError("insecure_url", lang, url=url)
    return url


def usable_key(text: str, lang: Lang) -> str:
    key = text.strip()
    if not key or not key.isascii() or not key.isprintable() or " " in key:
        raise BioqlError("bad_key", lang)
    return key
