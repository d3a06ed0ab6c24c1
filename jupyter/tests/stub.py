"""A service that answers what a test wants, for routes and failures that the real one does not have at hand."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Asked:
    method: str
    path: str
    authorization: str
    body: dict[str, Any]


@dataclass
class Stub:
    url: str
    answer: Callable[["Handler"], None] = field(default=lambda handler: handler.json(404, {}))
    asked: list[Asked] = field(default_factory=list)
    closed: threading.Event = field(default_factory=threading.Event)

    def answers(self, status: int, body: object, **headers: str) -> None:
        self.answer = lambda handler: handler.json(status, body, **headers)

    def fails(self, status: int, code: str, **headers: str) -> None:
        self.answers(status, {"error": {"code": code, "message": "why", "request_id": "req_1"}}, **headers)


class Handler(BaseHTTPRequestHandler):
    stub: Stub

    def json(self, status: int, body: object, **headers: str) -> None:
        self.raw(status, json.dumps(body).encode(), **{"content-type": "application/json", **headers})

    def raw(self, status: int, data: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)
        self.wfile.flush()

    def events(self, *events: tuple[str, object]) -> None:
        text = "".join(f"event: {name}\ndata: {json.dumps(data)}\n\n" for name, data in events)
        self.raw(200, f": hello\n\n{text}".encode(), content_type="text/event-stream; charset=utf-8")

    def wait_for_close(self) -> None:
        """Sees that the client has gone: reading then ends."""
        self.connection.settimeout(10)
        if self.rfile.read(1) == b"":
            self.stub.closed.set()

    def do_GET(self) -> None:
        self._take({})

    def do_POST(self) -> None:
        self._take(json.loads(self.rfile.read(int(self.headers["content-length"]))))

    def _take(self, body: dict[str, Any]) -> None:
        self.stub.asked.append(Asked(self.command, self.path, self.headers.get("authorization", ""), body))
        self.stub.answer(self)

    def log_message(self, *_: object) -> None:
        """Nothing: the answers are in the tests."""


@contextmanager
def running_stub() -> Iterator[Stub]:
    stub = Stub("")
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Bound", (Handler,), {"stub": stub}))
    server.daemon_threads = True
    stub.url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield stub
    finally:
        server.shutdown()
        server.server_close()
