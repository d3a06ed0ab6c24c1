"""Lets a prompt be a question: IPython would take the question mark at the end of a line as a call for help."""

import re

QUESTION = re.compile(r"%(?P<magic>bioql|bioql_fix)\s+(?P<text>\S.*\?)\s*")


def keep_questions(lines: list[str]) -> list[str]:
    """An input transformer for the lines of a cell."""
    if lines and lines[0].startswith("%%"):
        return lines
    return [called(line) for line in lines]


def called(line: str) -> str:
    found = QUESTION.fullmatch(line)
    return line if found is None else f"get_ipython().run_line_magic({found['magic']!r}, {found['text']!r})\n"
