"""Talks to the service. A request that is interrupted is closed, and then the service stops working on it."""

import http.client
import json
import urllib.error
import urllib.request
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from bioql_jupyter.config import Config
from bioql_jupyter.errors import BioqlError, error_from
from bioql_jupyter.sse import read_events
from bioql_jupyter.texts import Lang

Body = Mapping[str, Any]

TIMEOUT_SECONDS = 45.0  # longer than the service's own limit of 30 s


class NoRedirects(urllib.request.HTTPRedirectHandler):
    """A redirect would take the key to another place."""

    def redirect_request(self, *_args: object, **_named: object) -> None:
        return None


@dataclass(frozen=True)
class Client:
    config: Config
    lang: Lang
    timeout_seconds: float = field(default=TIMEOUT_SECONDS)

    def get(self, path: str) -> Body:
        with self._open("GET", path, None) as response:
            return self._object(response.read())

    def post(self, path: str, body: Body) -> Body:
        with self._open("POST", path, body) as response:
            return self._object(response.read())

    def stream(self, path: str, body: Body) -> Generator[tuple[str, Body], None, None]:
        """`delta` events, then one `result`."""
        with self._open("POST", path, {**body, "stream": True}) as response:
            if not response.headers.get("content-type", "").startswith("text/event-stream"):
                raise BioqlError("not_bioql", self.lang, url=self.config.url)
            for event in read_events(response):
                data = self._object(event.data)
                if event.name == "error":
                    raise error_from(data, self.lang, self.config.url)
                yield event.name, data
                if event.name == "result":
                    return
        raise BioqlError("broken_off", self.lang, url=self.config.url)

    @contextmanager
    def _open(self, method: str, path: str, body: Body | None) -> Iterator[http.client.HTTPResponse]:
        url, key = self.config.url, self.config.used_key
        if key is None:
            raise BioqlError("no_key", self.lang, url=url)
        headers = {"authorization": f"Bearer {key}", "content-type": "application/json"}
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(url + path, data, headers, method=method)
        try:
            with self._opener().open(request, timeout=self.timeout_seconds) as response:
                yield response
        except urllib.error.HTTPError as error:
            raise self._refusal(error) from None
        except (OSError, http.client.HTTPException) as error:
            raise self._broken(error) from None
        except KeyboardInterrupt:
            raise BioqlError("stopped", self.lang) from None

    def _opener(self) -> urllib.request.OpenerDirector:
        if self.config.loopback:
            return urllib.request.build_opener(NoRedirects, urllib.request.ProxyHandler({}))
        return urllib.request.build_opener(NoRedirects)

    def _refusal(self, error: urllib.error.HTTPError) -> BioqlError:
        with error:
            try:
                body = json.loads(error.read())
            except (ValueError, OSError, http.client.HTTPException):
                body = None
            return error_from(body, self.lang, self.config.url, error.headers.get("retry-after"))

    def _broken(self, error: OSError | http.client.HTTPException) -> BioqlError:
        reason = error.reason if isinstance(error, urllib.error.URLError) else error
        if isinstance(reason, TimeoutError):
            return BioqlError("timeout", self.lang)
        code = "unreachable" if isinstance(error, urllib.error.URLError) else "broken_off"
        return BioqlError(code, self.lang, url=self.config.url)

    def _object(self, text: str | bytes) -> Body:
        try:
            body = json.loads(text)
        except ValueError:
            body = None
        if not isinstance(body, dict):
            raise BioqlError("not_bioql", self.lang, url=self.config.url)
        return body
