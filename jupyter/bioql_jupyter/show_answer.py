"""Programs, fixes and money, for a person to read."""

from html import escape

from bioql_jupyter.answers import Account, Answer, Change, Fix, Receipt
from bioql_jupyter.shown import Shown, code_block, folded, lines, paragraph, small
from bioql_jupyter.texts import Lang, say


def show_answer(answer: Answer, lang: Lang) -> Shown:
    cost = receipt_text(answer.receipt, lang)
    title = escape(say("reasoning", lang))
    reasoning = f"<b>{title}.</b> {escape(answer.reasoning)}" if answer.reasoning else ""
    html = f'<p style="margin:.4em 0">{reasoning}</p>' if reasoning else ""
    code = folded(say("code", lang), code_block(answer.code))
    return Shown(html + code + small(cost), lines(answer.reasoning, answer.code, cost))


def show_draft(reasoning: str, code: str, status: str) -> Shown:
    """An answer that is still being written, or was stopped."""
    return Shown(paragraph(reasoning) + code_block(code) + small(status), lines(reasoning, code, status))


def show_fix(fix: Fix, before: str, lang: Lang) -> Shown:
    cost = receipt_text(fix.receipt, lang)
    if fix.code.strip() == before.strip():
        nothing = fix.explanation or say("nothing_to_fix", lang)
        return Shown(paragraph(nothing) + small(cost), lines(nothing, cost))
    changes = [change_text(change, lang) for change in fix.changes]
    items = "".join(f"<li>{escape(change)}</li>" for change in changes)
    listed = f"<b>{escape(say('changes', lang))}</b><ul>{items}</ul>" if items else ""
    html = paragraph(fix.explanation) + listed + folded(say("code", lang), code_block(fix.code)) + small(cost)
    return Shown(html, lines(fix.explanation, *(f"- {change}" for change in changes), fix.code, cost))


def change_text(change: Change, lang: Lang) -> str:
    place = "" if change.line is None else f" ({say('line', lang, line=change.line)})"
    return change.message + place


def show_account(account: Account, lang: Lang) -> Shown:
    text = " · ".join(part for part in (f"{say('balance', lang)} {money(account)}", account.email) if part)
    return Shown(paragraph(text), text)


def money(account: Account) -> str:
    return dollars(account.balance) if account.currency == "USD" else f"{account.balance:.6f} {account.currency}"


def dollars(amount: float) -> str:
    return f"${amount:.6f}"


def receipt_text(receipt: Receipt, lang: Lang) -> str:
    """`148 micro-dollars · balance $9.999852 · 0.346 s · bioql-smollm2-q4_0 · req_…`"""
    micros, balance, seconds = receipt.micros, receipt.balance, receipt.seconds
    cost = "" if micros is None else say("free", lang) if micros == 0 else say("micros", lang, micros=micros)
    parts = [
        cost,
        "" if balance is None else f"{say('balance', lang).lower()} {dollars(balance)}",
        "" if seconds is None else f"{seconds:.3f} s",
        say("from_template", lang) if receipt.source == "template" else receipt.model,
        receipt.request_id,
    ]
    return " · ".join(part for part in parts if part)
