"""Something to show: HTML in a notebook, text in a terminal."""

from dataclasses import dataclass
from html import escape

# Notebooks are light or dark: only shades of what is there already fit both.
MUTED = "opacity:.75;font-size:90%"
PRE = "margin:.4em 0;padding:.5em;overflow-x:auto;background:rgba(127,127,127,.12);white-space:pre"


@dataclass(frozen=True)
class Shown:
    html: str
    text: str

    def _repr_html_(self) -> str:
        return f'<div class="bioql">{self.html}</div>'

    def __repr__(self) -> str:
        return self.text


def paragraph(text: str) -> str:
    return f'<p style="margin:.4em 0">{escape(text)}</p>' if text else ""


def small(text: str) -> str:
    return f'<p style="margin:.4em 0;{MUTED}">{escape(text)}</p>' if text else ""


def code_block(code: str) -> str:
    return f'<pre style="{PRE}">{escape(code)}</pre>' if code else ""


def folded(title: str, html: str) -> str:
    return f"<details><summary>{escape(title)}</summary>{html}</details>"


def lines(*texts: str) -> str:
    return "\n".join(text for text in texts if text)
