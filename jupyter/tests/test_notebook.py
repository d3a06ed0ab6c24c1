"""A notebook, executed by nbclient in a real kernel, with the real service and its model."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook
from service import running_service

PACKAGE = Path(__file__).resolve().parents[1]

INTERRUPT = "import os, signal, threading\nthreading.Timer(1, os.kill, (os.getpid(), signal.SIGINT)).start()\n"
LONG = 'quantum("Run quantum Fourier transform on 20 qubits")\\n' * 12


def executed(url: str, folder: Path, *cells: str) -> tuple[list[list[dict[str, Any]]], list[list[str]]]:
    """The outputs of each cell, and the code that it puts into a new cell below."""
    handed_over: dict[int, list[str]] = {}

    def on_executed(cell_index: int, execute_reply: dict[str, Any], **_: object) -> None:
        payloads = execute_reply["content"].get("payload", [])
        handed_over[cell_index] = [each["text"] for each in payloads if each["source"] == "set_next_input"]

    notebook = new_notebook(cells=[new_code_cell(source) for source in cells])
    client = NotebookClient(notebook, timeout=60, kernel_name="python3", allow_errors=True)
    client.on_cell_executed = on_executed
    environment = {**os.environ, "PYTHONPATH": str(PACKAGE), "BIOQL_URL": url, "IPYTHONDIR": str(folder / "ipython")}
    client.execute(env=environment, cwd=str(folder))
    nbformat.write(notebook, folder / "executed.ipynb")
    nbformat.validate(notebook)
    return [cell["outputs"] for cell in notebook.cells], [handed_over[at] for at in range(len(cells))]


def error_of(outputs: list[dict[str, Any]]) -> str:
    """All that a failed cell shows."""
    [error] = [each for each in outputs if each["output_type"] == "error"]
    [sentence] = error["traceback"]
    assert sentence == f"BioQL: {error['evalue']}"
    return str(sentence)


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with running_service(tmp_path_factory.mktemp("service")) as url:
        yield url


def test_from_words_to_a_histogram(url: str, tmp_path: Path) -> None:
    outputs, handed_over = executed(
        url,
        tmp_path,
        "%load_ext bioql_jupyter",
        "%bioql 3-qubit GHZ on IonQ, 500 shots",
        "%bioql_run --seed 7",
        "%bioql_balance",
        "%%bioql --run --no-reasoning\nCrea un estado de Bell en el simulador\ncon 200 mediciones",
        "print(_bioql[0].counts['00'] + _bioql[0].counts['11'])",
    )
    loaded, ghz, histogram, balance, bell, counted = outputs
    assert loaded == []

    [code] = handed_over[1]
    assert 'quantum("Create 3-qubit GHZ state", backend="ionq_qpu", shots=500)' in code
    [answer] = ghz  # one output, which was updated while the answer was written
    assert "GHZ state on 3 qubits" in answer["data"]["text/html"]
    assert " micro-dollars · balance $9.99" in answer["data"]["text/plain"]
    assert "req_" in answer["data"]["text/plain"]
    assert code in answer["data"]["text/plain"]

    [drawn] = histogram
    assert 'src="data:image/svg+xml;base64,' in drawn["data"]["text/html"]
    lines = drawn["data"]["text/plain"].splitlines()
    assert lines[:3] == [
        "result: Create 3-qubit GHZ state",
        "ionq_qpu · 3 qubits · depth 4 · 500 shots · seed 7",
        "outcome     count     exact",
    ]
    assert sorted(line[:3] for line in lines[3:5]) == ["000", "111"]
    assert lines[-1] == "An ideal simulation; nothing was sent to ionq_qpu."

    assert balance[0]["data"]["text/plain"].startswith("Balance $9.99")
    assert balance[0]["data"]["text/plain"].endswith(" · demo@bioql.com")

    assert 'quantum("Create Bell state", backend="simulator", shots=200)' in handed_over[4][0]
    assert "microdólares · saldo $9.99" in bell[0]["data"]["text/plain"]
    assert "200 mediciones" in bell[1]["data"]["text/plain"]
    assert counted[0]["text"] == "200\n"


def test_failures_are_sentences(url: str, tmp_path: Path) -> None:
    outputs, handed_over = executed(
        url,
        tmp_path,
        "%load_ext bioql_jupyter",
        "%bioql What will the weather be like in Seville tomorrow?",
        "%bioql_config --key",
        "_typed = 'bioql_live_' + 'no'",
        "%bioql_config --key {_typed}",
        "%bioql a Bell state",
        "%bioql_config --url http://127.0.0.1:1",
        "%bioql a Bell state",
    )
    assert error_of(outputs[1]).startswith("BioQL: No program, and no charge: ")
    assert "cannot ask for a key" in error_of(outputs[2])
    assert outputs[4][0]["text"] == f"{url}, key: set\n"
    assert "does not know this API key" in error_of(outputs[5])
    assert "http://127.0.0.1:1 cannot be reached" in error_of(outputs[7])
    assert not any(handed_over)


def test_an_interrupt_stops_the_service_too(url: str, tmp_path: Path) -> None:
    outputs, _ = executed(
        url,
        tmp_path,
        "%load_ext bioql_jupyter\nimport time",
        f"{INTERRUPT}started = time.monotonic()\nget_ipython().run_cell_magic('bioql_run', '', '{LONG}')",
        "print(time.monotonic() - started < 5)",
        "%%bioql_run\nquantum('Create Bell state')",
    )
    assert error_of(outputs[1]).startswith("BioQL: Stopped.")
    assert outputs[2][0]["text"] == "True\n"
    assert "Create Bell state" in outputs[3][0]["data"]["text/plain"]
