from typing import Any

import pytest

from bioql_jupyter.answers import account_from, answer_from, fix_from, read, runs_from
from bioql_jupyter.errors import BioqlError
from bioql_jupyter.show_answer import show_account, show_answer, show_fix
from bioql_jupyter.show_run import show_runs

ANSWER: dict[str, Any] = {
    "code": "from bioql import quantum",
    "reasoning": "H <b>first</b>.",
    "model": "bioql-smollm2-q4_0",
    "timing": {"total_seconds": 0.346},
    "cost": {"user_cost_usd": 0.000148},
    "user": {"email": "demo@bioql.com", "balance": 9.999852},
    "request_id": "req_1",
    "source": "model",
    "outcome": "completed",
}
RUN: dict[str, Any] = {
    "name": "result",
    "program": "Create Bell state",
    "backend": "simulator",
    "shots": 1000,
    "seed": 7,
    "qubits": 2,
    "depth": 3,
    "counts": {"11": 400, "00": 600},
    "probabilities": {"11": 0.5, "00": 0.5},
    "others": {"outcomes": 0, "probability": 0, "count": 0},
    "svg": "<svg><script>alert(1)</script></svg>",
}


def test_an_answer_tells_what_it_cost() -> None:
    shown = show_answer(answer_from(ANSWER), "en")
    cost = "148 micro-dollars · balance $9.999852 · 0.346 s · bioql-smollm2-q4_0 · req_1"
    assert repr(shown).splitlines() == ["H <b>first</b>.", "from bioql import quantum", cost]
    assert cost in shown._repr_html_()
    assert "H &lt;b&gt;first" in shown._repr_html_()


def test_a_template_is_free_and_says_so() -> None:
    body = {**ANSWER, "source": "template", "model": "template", "cost": {"user_cost_usd": 0}}
    assert "gratis · saldo $9.999852 · 0.346 s · de una plantilla · req_1" in repr(show_answer(answer_from(body), "es"))


def test_parts_that_only_inform_may_be_missing() -> None:
    assert repr(show_answer(answer_from({"code": "x"}), "en")) == "x"
    assert account_from({"balance": 1, "newer": True}).currency == "USD"


@pytest.mark.parametrize(
    "body", [{}, {"code": 5}, {"code": "x", "cost": {"user_cost_usd": "much"}}, {"code": "x", "user": []}]
)
def test_an_answer_without_code_is_none(body: dict[str, Any]) -> None:
    if body.get("user") == []:
        assert read(answer_from, body, "en", "u").receipt.balance is None
    else:
        with pytest.raises(BioqlError, match="does not speak"):
            read(answer_from, body, "en", "u")


def test_a_refusal_is_one_sentence() -> None:
    body = {**ANSWER, "code": "", "outcome": "refused", "refusal": {"message": "That is not for BioQL."}}
    with pytest.raises(BioqlError, match=r"^No program, and no charge: That is not for BioQL\.$"):
        read(answer_from, body, "en", "u")


def test_a_run_shows_its_drawing_and_a_table() -> None:
    shown = show_runs(runs_from({"runs": [RUN]}), "en")
    assert repr(shown).splitlines() == [
        "result: Create Bell state",
        "simulator · 2 qubits · depth 3 · 1000 shots · seed 7",
        "outcome     count     exact",
        "00            600    50.00%  ████████████████████████████████",
        "11            400    50.00%  █████████████████████",
    ]
    html = shown._repr_html_()
    assert '<img style="max-width:100%" alt="result: Create Bell state' in html
    assert "data:image/svg+xml;base64," in html
    assert "<script" not in html


def test_a_run_without_a_result_says_why() -> None:
    described = {**RUN, "counts": None, "probabilities": None, "depth": None, "svg": None, "note": "Not <simulated>."}
    shown = show_runs(runs_from({"runs": [described]}), "es")
    expected = ["result: Create Bell state", "simulator · 2 cúbits · 1000 mediciones", "Not <simulated>."]
    assert repr(shown).splitlines() == expected
    assert "Not &lt;simulated&gt;." in shown._repr_html_()


def test_many_outcomes_are_summed_up() -> None:
    counts = {format(index, "05b"): 32 - index for index in range(32)}
    body = {**RUN, "counts": counts, "probabilities": {}, "others": {"outcomes": 10, "probability": 0, "count": 0}}
    table = repr(show_runs(runs_from({"runs": [body]}), "en")).splitlines()
    assert len(table) == 3 + 16 + 1
    assert table[-1] == "… 26 more"


def test_a_fix_lists_its_changes() -> None:
    change = {"kind": "backend", "message": "ibm_q is ibm_quantum", "range": {"start": {"line": 2, "character": 0}}}
    fix = fix_from({**ANSWER, "changes": [change, {"kind": "shots"}], "explanation": "Two slips."})
    assert repr(show_fix(fix, "before", "en")).splitlines()[:3] == [
        "Two slips.",
        "- ibm_q is ibm_quantum (line 3)",
        "- shots",
    ]
    assert repr(show_fix(fix, "from bioql import quantum\n", "en")).splitlines()[0] == "Two slips."


def test_the_balance() -> None:
    account = account_from({"email": "demo@bioql.com", "balance": 9.5, "currency": "USD"})
    assert repr(show_account(account, "en")) == "Balance $9.500000 · demo@bioql.com"
