import re

import pytest

from bioql_jupyter.errors import error_from
from bioql_jupyter.options import take_options
from bioql_jupyter.sse import ServerEvent, read_events
from bioql_jupyter.texts import TEXTS, lang_of


@pytest.mark.parametrize("key", TEXTS)
def test_both_languages_name_the_same_things(key: str) -> None:
    english, spanish = (sorted(re.findall(r"\{\w+\}", text)) for text in TEXTS[key])
    assert english == spanish


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("3-qubit GHZ on IonQ, 500 shots", "en"),
        ("un estado de Bell en el simulador", "es"),
        ("estado GHZ con 3 cubits", "es"),
        ("the state of Málaga, with a qubit", "en"),
        ("GHZ 3", "en"),
    ],
)
def test_answers_in_the_language_of_the_prompt(text: str, lang: str) -> None:
    assert lang_of(text) == lang


def test_a_text_without_common_words_has_the_language_of_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "es_ES.UTF-8")
    assert lang_of("GHZ 3") == "es"


@pytest.mark.parametrize(
    ("line", "flags", "numbers", "rest"),
    [
        ("a Bell state", [], {}, "a Bell state"),
        ("--run a Bell state", ["--run"], {}, "a Bell state"),
        ('factor 15 with Shor\'s "algorithm" --run', ["--run"], {}, 'factor 15 with Shor\'s "algorithm"'),
        ("--seed 7 --run --shots=20 QFT", ["--run"], {"--seed": 7, "--shots": 20}, "QFT"),
        ("--running --seeds 3", [], {}, "--running --seeds 3"),
        ("x--run", [], {}, "x--run"),
    ],
)
def test_options_may_stand_anywhere_in_free_text(
    line: str, flags: list[str], numbers: dict[str, int], rest: str
) -> None:
    options = take_options(line, "en", flags=["--run"], numbers=["--seed", "--shots"])
    assert (sorted(options.flags), options.numbers, options.rest) == (flags, numbers, rest)


def test_events_come_from_lines() -> None:
    lines = [
        b": keep-alive\n",
        b"\n",
        b"event: delta\r\n",
        b'data: {"a":\r\n',
        b"data: 1}\r\n",
        b"\r\n",
        b"data: cut\n",
    ]
    assert list(read_events(lines)) == [ServerEvent("delta", '{"a":\n1}')]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("unauthorized", "does not know this API key"),
        ("balance_exhausted", "balance is used up"),
        ("rate_limited", "try again in 7 s"),
        ("loading", "not ready yet; try again in 7 s"),
        ("deadline_exceeded", "took too long"),
        ("invalid_request", "did not accept the request: why"),
        ("not_found", "does not offer this"),
        ("internal_error", r"failed: why \(req_1\)"),
        ("of_a_newer_service", r"failed: why \(req_1\)"),
    ],
)
def test_every_failure_is_one_sentence(code: str, said: str) -> None:
    error = error_from({"error": {"code": code, "message": "why", "request_id": "req_1"}}, "en", "u", "7")
    assert re.search(said, str(error))
    assert error._render_traceback_() == [f"BioQL: {error}"]


@pytest.mark.parametrize("body", [None, [], {}, {"error": "no"}, {"error": {"code": 5}}])
def test_what_is_no_error_body_is_said_to_be_none(body: object) -> None:
    assert error_from(body, "en", "u").code == "not_bioql"
