"""What happened in this notebook so far: the newest BioQL code, and the newest cell that failed."""

import re
import traceback
from dataclasses import dataclass

from IPython.core.interactiveshell import ExecutionResult

from bioql_jupyter.config import Config, config_from_env
from bioql_jupyter.errors import BioqlError
from bioql_jupyter.texts import Lang, locale_lang


@dataclass(frozen=True)
class Subject:
    """Code to be fixed, and what Python said of it."""

    code: str
    diagnostics: str | None = None


class Session:
    def __init__(self) -> None:
        self.lang: Lang = locale_lang()
        self.code: str | None = None
        self.subject: Subject | None = None
        self._config: Config | None = None

    @property
    def config(self) -> Config:
        if self._config is None:
            self._config = config_from_env(self.lang)
        return self._config

    @config.setter
    def config(self, config: Config) -> None:
        self._config = config

    def note_code(self, code: str) -> None:
        self.code = code
        self.subject = Subject(code)

    def remember(self, result: ExecutionResult) -> None:
        """Looks at every cell that ran."""
        error = result.error_before_exec or result.error_in_exec
        code = python_of(result.info.raw_cell if result.info is not None else None)
        if "quantum(" in code:
            self.note_code(code)
        if code.strip() and isinstance(error, Exception) and is_of_the_code(error):
            self.subject = Subject(code, describe(error))


def is_of_the_code(error: Exception) -> bool:
    """Neither a failure of ours nor that the library is not installed, which no change of the code mends."""
    missing = isinstance(error, ModuleNotFoundError) and error.name == "bioql"
    return not missing and not isinstance(error, BioqlError)


def python_of(cell: str | None) -> str:
    """A cell without its magics and shell commands, whose lines become empty comments."""
    if cell is None or cell.lstrip().startswith("%%"):
        return ""
    return re.sub(r"^([ \t]*)[%!].*", r"\1#", cell, flags=re.MULTILINE)


def describe(error: Exception) -> str:
    """The exception and its line in the cell; paths of this machine stay here."""
    said = "".join(traceback.format_exception_only(error)).strip()
    if isinstance(error, SyntaxError):
        return f"Line {error.lineno}: {type(error).__name__}: {error.msg}"
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.name == "<module>"]
    return f"Line {lines[0]}: {said}" if lines else said
