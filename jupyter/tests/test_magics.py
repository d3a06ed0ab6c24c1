import getpass

import pytest
from IPython.core.interactiveshell import ExecutionResult, InteractiveShell
from stub import Handler, Stub

from bioql_jupyter.errors import BioqlError

CODE = (
    'from bioql import quantum\n\nresult = quantum("Create Bell state", backend="simulator", shots=200)\nprint(result)'
)
ANSWER = {
    "code": CODE,
    "reasoning": "H, then CX.",
    "cost": {"user_cost_usd": 0.000148},
    "user": {"balance": 9.5},
    "request_id": "req_1",
    "outcome": "completed",
}
RUN = {
    "program": "Create Bell state",
    "backend": "simulator",
    "shots": 200,
    "seed": 7,
    "qubits": 2,
    "counts": {"00": 101, "11": 99},
    "svg": "<svg/>",
}


def take(shell: InteractiveShell, cell: str) -> ExecutionResult:
    result: ExecutionResult = shell.run_cell(cell, store_history=True)
    return result


def sentence_of(result: ExecutionResult, capsys: pytest.CaptureFixture[str]) -> str:
    """What a failed cell shows: one line, without a traceback."""
    assert isinstance(result.error_in_exec, BioqlError)
    shown = capsys.readouterr().out.strip()
    assert shown == f"BioQL: {result.error_in_exec}"
    return shown


@pytest.fixture
def answering(stub: Stub) -> Stub:
    """Routes by path, as the service has them."""

    def answer(handler: Handler) -> None:
        match handler.path:
            case "/v1/generate":
                handler.events(("delta", {"field": "reasoning", "text": "H"}), ("result", ANSWER))
            case "/v1/simulate":
                handler.json(200, {"runs": [RUN], "request_id": "req_2"})
            case "/v1/fix":
                change = {"kind": "shots", "message": "200 shots", "range": {"start": {"line": 2}}}
                handler.json(200, {**ANSWER, "changes": [change], "explanation": "Fewer shots."})
            case "/v1/account":
                handler.json(200, {"email": "demo@bioql.com", "balance": 9.5, "currency": "USD"})

    stub.answer = answer
    return stub


def test_a_prompt_becomes_the_next_input(
    shell: InteractiveShell, answering: Stub, capsys: pytest.CaptureFixture[str]
) -> None:
    assert take(shell, "%bioql Shor's algorithm for 15 --no-reasoning").success
    assert answering.asked[0].body == {
        "prompt": "Shor's algorithm for 15",
        "include_reasoning": False,
        "stream": True,
    }
    assert shell.rl_next_input == CODE
    assert shell.user_ns["_bioql"].code == CODE
    shown = capsys.readouterr().out
    assert "148 micro-dollars · balance $9.500000 · req_1" in shown
    assert shown.count("H, then CX.") == 1


def test_a_cell_holds_a_prompt_of_several_lines(shell: InteractiveShell, answering: Stub) -> None:
    assert take(shell, "%%bioql --run --seed 7\nun estado de Bell\ncon 200 mediciones\n").success
    generate, simulate = answering.asked
    assert generate.body["prompt"] == "un estado de Bell\ncon 200 mediciones"
    assert simulate.body == {"code": CODE, "lang": "es", "seed": 7}


def test_a_prompt_may_be_a_question(
    shell: InteractiveShell, answering: Stub, capsys: pytest.CaptureFixture[str]
) -> None:
    take(shell, "x = 1\n%bioql ¿Cómo es un 'estado' de Bell?")
    assert answering.asked[0].body["prompt"] == "¿Cómo es un 'estado' de Bell?"
    take(shell, "%%bioql\n%bioql a Bell state?")
    assert answering.asked[1].body["prompt"] == "%bioql a Bell state?"
    capsys.readouterr()
    take(shell, "%bioql_run?")
    assert "Runs the newest BioQL code" in capsys.readouterr().out


def test_runs_the_newest_code(shell: InteractiveShell, answering: Stub, capsys: pytest.CaptureFixture[str]) -> None:
    assert "no BioQL code yet" in sentence_of(take(shell, "%bioql_run"), capsys)
    take(shell, "def quantum(text): return 1\n\nquantum('Create W state')\n%time 1\n!true")
    take(shell, "%bioql_run --shots 5")
    assert answering.asked[-1].body["code"] == "def quantum(text): return 1\n\nquantum('Create W state')\n#\n#"
    assert answering.asked[-1].body["shots"] == 5
    capsys.readouterr()
    take(shell, '%%bioql_run\nquantum("Create Bell state")\n')
    assert answering.asked[-1].body["code"].strip() == 'quantum("Create Bell state")'
    assert "00            101" in capsys.readouterr().out
    take(shell, "%bioql_run --cell 3")
    assert "Create W state" in answering.asked[-1].body["code"]
    take(shell, "%bioql_run --cell 5")
    assert answering.asked[-1].body["code"].strip() == 'quantum("Create Bell state")'


def test_fixes_the_cell_that_failed_last(shell: InteractiveShell, answering: Stub) -> None:
    take(shell, "x = 1\nquantom('Create Bell state')")
    take(shell, "%bioql_fix usa 200 mediciones")
    assert answering.asked[-1].body == {
        "code": "x = 1\nquantom('Create Bell state')",
        "diagnostics": "Line 2: NameError: name 'quantom' is not defined",
        "instruction": "usa 200 mediciones",
    }
    assert shell.rl_next_input == CODE


def test_a_library_that_is_not_installed_is_no_fault_of_the_code(shell: InteractiveShell, answering: Stub) -> None:
    take(shell, CODE)
    take(shell, "%bioql_fix use 10 shots")
    assert answering.asked[-1].body == {"code": CODE, "instruction": "use 10 shots"}


def test_fixes_a_cell_that_is_no_python(shell: InteractiveShell, answering: Stub) -> None:
    take(shell, "x = = 1")
    take(shell, "%bioql_fix")
    assert answering.asked[-1].body == {"code": "x = = 1", "diagnostics": "Line 1: SyntaxError: invalid syntax"}


def test_fixes_the_cell_that_it_stands_above(shell: InteractiveShell, answering: Stub) -> None:
    take(shell, "%%bioql_fix\nquantum('Create Bel state')\n")
    assert answering.asked[-1].body == {"code": "quantum('Create Bel state')\n"}


def test_a_failure_of_ours_is_nothing_to_fix(
    shell: InteractiveShell, stub: Stub, capsys: pytest.CaptureFixture[str]
) -> None:
    stub.fails(402, "balance_exhausted")
    assert sentence_of(take(shell, "%bioql a Bell state"), capsys) == "BioQL: The balance is used up."
    assert "No cell has failed" in sentence_of(take(shell, "%bioql_fix"), capsys)


def test_tells_the_balance(shell: InteractiveShell, answering: Stub, capsys: pytest.CaptureFixture[str]) -> None:
    take(shell, "%bioql_balance")
    assert "Balance $9.500000 · demo@bioql.com" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        ("%bioql", "Say what the program should do"),
        ("%bioql --fast Bell", "%bioql has no option --fast."),
        ("%bioql_run quickly", "%bioql_run has no option quickly."),
        ("%bioql_run --seed", "The option --seed needs a value."),
        ("%bioql --run --seed seven Bell", "seven is not a whole number."),
        ("%bioql_run --cell 99", "There is no cell [99]."),
        ("%bioql_config --url http://bioql.example", "must start with https://"),
        ("%bioql_config --key bioql_live_2", "A key in a cell would be saved"),
        ("%bioql_config --key=bioql_live_2", "A key in a cell would be saved"),
    ],
)
def test_a_wrong_line_is_answered_with_one_sentence(
    shell: InteractiveShell, stub: Stub, capsys: pytest.CaptureFixture[str], cell: str, sentence: str
) -> None:
    assert sentence in sentence_of(take(shell, cell), capsys)
    assert stub.asked == []


def test_a_key_is_typed_or_comes_from_a_variable_and_is_never_shown(
    shell: InteractiveShell, answering: Stub, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(getpass, "getpass", lambda _prompt: "bioql_live_typed")
    take(shell, f"%bioql_config --url {answering.url} --key")
    take(shell, "%bioql_balance")
    shell.user_ns["mine"] = "bioql_live_held"
    take(shell, "%bioql_config --key {mine}")
    take(shell, "%bioql_balance")
    assert [asked.authorization for asked in answering.asked] == ["Bearer bioql_live_typed", "Bearer bioql_live_held"]
    shown = capsys.readouterr()
    assert f"{answering.url}, key: set" in shown.out
    assert "bioql_live" not in shown.out + shown.err
    assert shell.history_manager is not None
    assert not any("bioql_live" in cell for cell in shell.history_manager.input_hist_raw)


def test_leaves_nothing_when_it_is_unloaded(shell: InteractiveShell) -> None:
    take(shell, "%unload_ext bioql_jupyter")
    assert shell.find_line_magic("bioql") is None
    assert shell.find_cell_magic("bioql_fix") is None
    take(shell, "%load_ext bioql_jupyter")
    assert shell.find_line_magic("bioql") is not None
