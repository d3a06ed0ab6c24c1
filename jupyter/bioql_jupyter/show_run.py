"""The simulator's results: the service's own drawing, and a table of the counts as its text."""

from base64 import b64encode
from html import escape

from bioql_jupyter.answers import Run
from bioql_jupyter.shown import Shown, code_block, folded, lines, paragraph, small
from bioql_jupyter.texts import Lang, say

SHOWN_OUTCOMES = 16
BAR_COLUMNS = 32


def show_runs(runs: list[Run], lang: Lang) -> Shown:
    shown = [show_run(run, lang) for run in runs]
    return Shown("".join(each.html for each in shown), "\n\n".join(each.text for each in shown))


def show_run(run: Run, lang: Lang) -> Shown:
    heading = f"{run.name}: {run.program}"
    facts = facts_text(run, lang)
    table = "\n".join(table_rows(run, lang))
    # As an image no script in a drawing can run, and its styles stay its own.
    drawing = (
        f'<img style="max-width:100%" alt="{escape(heading)}" src="{data_url(run.svg)}">'
        + folded(say("counts", lang), code_block(table))
        if run.svg is not None
        else paragraph(heading) + code_block(table)
    )
    html = drawing + paragraph(run.conclusion) + small(run.note) + small(f"{run.name} · {facts}")
    return Shown(html, lines(heading, facts, table, run.conclusion, run.note))


def data_url(svg: str) -> str:
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"


def facts_text(run: Run, lang: Lang) -> str:
    qubits = say("one_qubit", lang) if run.qubits == 1 else say("qubits", lang, count=run.qubits)
    depth = "" if run.depth is None else say("depth", lang, count=run.depth)
    seed = "" if run.counts is None else say("seed", lang, seed=run.seed)
    parts = [run.backend, qubits, depth, say("shots", lang, count=run.shots), seed]
    return " · ".join(part for part in parts if part)


def table_rows(run: Run, lang: Lang) -> list[str]:
    if not run.counts:
        return []
    exact = {bits: f"{share:.2%}" for bits, share in (run.probabilities or {}).items()}
    ordered = sorted(run.counts.items(), key=lambda outcome: (-outcome[1], outcome[0]))
    shown = ordered[:SHOWN_OUTCOMES]
    more = len(ordered) - len(shown) + run.others
    titles = [say(key, lang) for key in ("outcome", "count", "exact")]
    width = max(len(titles[0]), len(shown[0][0]))
    most = max(1, shown[0][1])
    rows = [f"{titles[0]:<{width}} {titles[1]:>9} {titles[2]:>9}"]
    for bits, count in shown:
        bar = "█" * round(BAR_COLUMNS * count / most)
        rows.append(f"{bits:<{width}} {count:>9} {exact.get(bits, ''):>9}  {bar}".rstrip())
    return rows if more == 0 else [*rows, f"… {say('more', lang, count=more)}"]
