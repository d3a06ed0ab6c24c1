import os
import signal
import socket
import threading
from contextlib import closing

import pytest
from stub import Handler, Stub

from bioql_jupyter.client import Client
from bioql_jupyter.config import Config
from bioql_jupyter.errors import BioqlError

DELTA = ("delta", {"field": "code", "text": "from"})


def client_of(url: str, timeout_seconds: float = 5) -> Client:
    return Client(Config(url, "bioql_live_1"), "en", timeout_seconds)


def failure_of(stub: Stub, timeout_seconds: float = 5) -> BioqlError:
    with pytest.raises(BioqlError) as raised:
        client_of(stub.url, timeout_seconds).post("/v1/generate", {})
    return raised.value


def test_sends_the_key_in_the_header_alone(stub: Stub) -> None:
    stub.answers(200, {"balance": 1})
    assert client_of(stub.url).get("/v1/account") == {"balance": 1}
    [asked] = stub.asked
    assert (asked.method, asked.path, asked.authorization) == ("GET", "/v1/account", "Bearer bioql_live_1")


def test_a_proxy_is_not_asked_for_this_computer(stub: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    stub.answers(200, {})
    assert client_of(stub.url).get("/v1/account") == {}


def test_retry_after_is_told(stub: Stub) -> None:
    stub.fails(429, "rate_limited", retry_after="9")
    assert "in 9 s" in str(failure_of(stub))


def test_nothing_listens() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        port = server.getsockname()[1]
    with pytest.raises(BioqlError, match="cannot be reached"):
        client_of(f"http://127.0.0.1:{port}").get("/v1/account")


def test_an_answer_that_does_not_come(stub: Stub) -> None:
    stub.answer = Handler.wait_for_close
    assert failure_of(stub, timeout_seconds=0.1).code == "timeout"


def say_ssh(handler: Handler) -> None:
    handler.wfile.write(b"SSH-2.0\r\n")


def test_another_program_answers(stub: Stub) -> None:
    for answer in (b"<html>", b"[1]", b"\xff"):
        stub.answer = lambda handler, answer=answer: handler.raw(200, answer)  # type: ignore[misc]
        assert failure_of(stub).code == "not_bioql"
    stub.answer = lambda handler: handler.raw(500, b"<html>")
    assert failure_of(stub).code == "not_bioql"
    stub.answer = say_ssh
    assert failure_of(stub).code == "broken_off"


def test_the_key_follows_no_redirect(stub: Stub) -> None:
    stub.answer = lambda handler: handler.raw(302, b"", location=f"{stub.url}/elsewhere")
    assert failure_of(stub).code == "not_bioql"
    assert len(stub.asked) == 1


def test_no_key_no_request() -> None:
    with pytest.raises(BioqlError, match="needs an API key"):
        Client(Config("https://bioql.example", None), "en").get("/v1/account")


def test_a_stream_ends_with_its_result(stub: Stub) -> None:
    stub.answer = lambda handler: handler.events(DELTA, ("result", {"code": "x"}), DELTA)
    assert list(client_of(stub.url).stream("/v1/generate", {"prompt": "p"})) == [DELTA, ("result", {"code": "x"})]
    assert stub.asked[0].body == {"prompt": "p", "stream": True}


def test_a_stream_that_breaks_off_is_no_answer(stub: Stub) -> None:
    stub.answer = lambda handler: handler.events(DELTA)
    with pytest.raises(BioqlError, match="broke off"):
        list(client_of(stub.url).stream("/v1/generate", {}))


def test_a_stream_may_end_with_an_error(stub: Stub) -> None:
    error = {"error": {"code": "deadline_exceeded", "message": "late", "request_id": "req_1"}}
    stub.answer = lambda handler: handler.events(DELTA, ("error", error))
    with pytest.raises(BioqlError, match="too long"):
        list(client_of(stub.url).stream("/v1/generate", {}))


def interrupt_soon() -> None:
    threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGINT)).start()


def test_an_interrupt_closes_a_stream(stub: Stub) -> None:
    def stall(handler: Handler) -> None:
        handler.events(DELTA)
        handler.wait_for_close()

    stub.answer = stall
    interrupt_soon()
    with pytest.raises(BioqlError, match="Stopped"):
        list(client_of(stub.url).stream("/v1/generate", {}))
    assert stub.closed.wait(2)


def test_an_interrupt_closes_a_request_without_an_answer_yet(stub: Stub) -> None:
    stub.answer = Handler.wait_for_close
    interrupt_soon()
    assert failure_of(stub).code == "stopped"
    assert stub.closed.wait(2)
