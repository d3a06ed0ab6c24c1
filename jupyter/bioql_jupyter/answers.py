"""What the service answers, read once and trusted from there on. Parts that only inform may be missing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from bioql_jupyter.errors import BioqlError
from bioql_jupyter.texts import Lang

Body = Mapping[str, Any]
Answered = TypeVar("Answered")


@dataclass(frozen=True)
class Receipt:
    request_id: str
    micros: int | None
    balance: float | None
    seconds: float | None
    model: str
    source: str


@dataclass(frozen=True)
class Answer:
    code: str
    reasoning: str
    receipt: Receipt


@dataclass(frozen=True)
class Change:
    message: str
    line: int | None


@dataclass(frozen=True)
class Fix:
    code: str
    changes: list[Change]
    explanation: str
    receipt: Receipt


@dataclass(frozen=True)
class Account:
    email: str
    balance: float
    currency: str


@dataclass(frozen=True)
class Run:
    """One simulated call; without counts, `note` says why."""

    name: str
    program: str
    backend: str
    shots: int
    seed: int
    qubits: int
    depth: int | None
    counts: dict[str, int] | None
    probabilities: dict[str, float] | None
    others: int
    conclusion: str
    note: str
    svg: str | None = field(repr=False)


def read(make: Callable[[Body], Answered], body: Body, lang: Lang, url: str) -> Answered:
    if body.get("outcome") == "refused":
        refusal = body.get("refusal")
        said = refusal.get("message", "") if isinstance(refusal, Mapping) else ""
        raise BioqlError("refused", lang, said=said)
    try:
        return make(body)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise BioqlError("not_bioql", lang, url=url) from None


def answer_from(body: Body) -> Answer:
    return Answer(text(body["code"]), text(body.get("reasoning", "")), receipt_from(body))


def fix_from(body: Body) -> Fix:
    changes = [change_from(change) for change in body.get("changes") or []]
    return Fix(text(body["code"]), changes, text(body.get("explanation") or ""), receipt_from(body))


def change_from(body: Body) -> Change:
    start = (body.get("range") or {}).get("start") or {}
    line = start.get("line")
    return Change(text(body.get("message") or body.get("kind") or ""), None if line is None else int(line) + 1)


def account_from(body: Body) -> Account:
    return Account(str(body.get("email", "")), float(body["balance"]), str(body.get("currency", "USD")))


def runs_from(body: Body) -> list[Run]:
    return [run_from(run) for run in body["runs"]]


def run_from(body: Body) -> Run:
    depth, counts, probabilities = body.get("depth"), body.get("counts"), body.get("probabilities")
    return Run(
        name=text(body.get("name", "result")),
        program=text(body["program"]),
        backend=text(body["backend"]),
        shots=int(body["shots"]),
        seed=int(body["seed"]),
        qubits=int(body.get("qubits") or 0),
        depth=None if depth is None else int(depth),
        counts=None if counts is None else {str(bits): int(count) for bits, count in counts.items()},
        probabilities=None if probabilities is None else {bits: float(share) for bits, share in probabilities.items()},
        others=int((body.get("others") or {}).get("outcomes", 0)),
        conclusion=text(body.get("conclusion") or ""),
        note=text(body.get("note") or ""),
        svg=body.get("svg"),
    )


def receipt_from(body: Body) -> Receipt:
    cost = (body.get("cost") or {}).get("user_cost_usd")
    balance = (body.get("user") or {}).get("balance")
    seconds = (body.get("timing") or {}).get("total_seconds")
    return Receipt(
        request_id=str(body.get("request_id", "")),
        micros=None if cost is None else round(float(cost) * 1_000_000),
        balance=None if balance is None else float(balance),
        seconds=None if seconds is None else float(seconds),
        model=str(body.get("model", "")),
        source=str(body.get("source", "")),
    )


def text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value
