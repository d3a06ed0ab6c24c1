"""The magics: `%bioql`, `%bioql_run`, `%bioql_fix`, `%bioql_balance`, `%bioql_config`."""

import getpass
from dataclasses import replace

from IPython.core.error import StdinNotImplementedError
from IPython.core.interactiveshell import InteractiveShell
from IPython.core.magic import Magics, line_cell_magic, line_magic, magics_class
from IPython.display import display

from bioql_jupyter.answers import account_from, fix_from, read, runs_from
from bioql_jupyter.client import Client
from bioql_jupyter.config import usable_key, usable_url
from bioql_jupyter.errors import BioqlError
from bioql_jupyter.generating import LiveOutput, generate
from bioql_jupyter.options import Options, no_more, take_options
from bioql_jupyter.session import Session, Subject, python_of
from bioql_jupyter.show_answer import show_account, show_fix
from bioql_jupyter.show_run import show_runs
from bioql_jupyter.texts import Lang, lang_of, say

RESULT_NAME = "_bioql"


@magics_class
class BioqlMagics(Magics):
    shell: InteractiveShell

    def __init__(self, shell: InteractiveShell) -> None:
        super().__init__(shell)
        self.session = Session()

    @line_cell_magic
    def bioql(self, line: str, cell: str | None = None) -> None:
        """%bioql [--run] [--seed N] [--no-reasoning] PROMPT

        Writes the program that the prompt asks for into the next cell; with --run, also runs it on the simulator.
        As %%bioql the prompt stands in the cell.
        """
        flags = ["--run", "--no-reasoning"]
        options = take_options(line, self.session.lang, flags=flags, numbers=["--seed", "--shots"])
        prompt = "\n".join(part for part in (options.rest, (cell or "").strip()) if part)
        lang = self._speak(prompt)
        if not prompt and "--run" in options.flags:
            self._run(self._newest_code(lang), options)
            return
        if not prompt:
            raise BioqlError("no_prompt", lang)
        if prompt.startswith("--"):
            raise BioqlError("unknown_option", lang, magic="%bioql", value=prompt.split()[0])
        request = {"prompt": prompt, "include_reasoning": "--no-reasoning" not in options.flags}
        answer = generate(self._client, request, LiveOutput(hasattr(self.shell, "kernel")))
        self._hand_over(answer, answer.code)
        if "--run" in options.flags:
            self._run(answer.code, options)

    @line_cell_magic
    def bioql_run(self, line: str, cell: str | None = None) -> None:
        """%bioql_run [--cell N] [--seed N] [--shots N]

        Runs the newest BioQL code, or that of a cell, on the simulator of the service, for free.
        """
        lang = self.session.lang
        options = take_options(line, lang, numbers=["--cell", "--seed", "--shots"])
        no_more(options, "%bioql_run", lang)
        self._run(self._cell_of(options, cell) or self._newest_code(lang), options)

    @line_cell_magic
    def bioql_fix(self, line: str, cell: str | None = None) -> None:
        """%bioql_fix [--cell N] [INSTRUCTION]

        Fixes the cell that failed last, the newest BioQL code, or a cell; the result goes into the next cell.
        """
        options = take_options(line, self.session.lang, numbers=["--cell"])
        lang = self._speak(options.rest)
        code = self._cell_of(options, cell)
        subject = Subject(code) if code is not None else self.session.subject
        if subject is None:
            raise BioqlError("no_failure", lang)
        parts = {"code": subject.code, "diagnostics": subject.diagnostics, "instruction": options.rest}
        body = self._client.post("/v1/fix", {name: part for name, part in parts.items() if part})
        fix = read(fix_from, body, lang, self._client.config.url)
        display(show_fix(fix, subject.code, lang))
        if fix.code.strip() != subject.code.strip():
            self._hand_over(fix, fix.code)

    @line_magic
    def bioql_balance(self, line: str) -> None:
        """%bioql_balance: what is left."""
        lang = self.session.lang
        no_more(take_options(line, lang), "%bioql_balance", lang)
        account = read(account_from, self._client.get("/v1/account"), lang, self._client.config.url)
        self.shell.user_ns[RESULT_NAME] = account
        display(show_account(account, lang))

    @line_magic
    def bioql_config(self, line: str) -> None:
        """%bioql_config [--url URL] [--key]

        Sets the service for this session. The key is asked for and kept in memory only; a variable may hold it, too:
        %bioql_config --key {my_key}
        """
        lang = self.session.lang
        options = take_options(line, lang, flags=["--key"], texts=["--url"])
        url, key = options.texts.get("--url"), options.rest
        if "--key" not in options.flags:
            no_more(options, "%bioql_config", lang)
        elif key and key in self._cells()[-1]:
            raise BioqlError("key_in_cell", lang)
        elif not key:
            key = self._ask_for_key(lang)
        config = self.session.config if url is None else replace(self.session.config, url=usable_url(url, lang))
        self.session.config = replace(config, key=usable_key(key, lang)) if key else config
        print(self._config_text(lang))

    @property
    def _client(self) -> Client:
        return Client(self.session.config, self.session.lang)

    def _speak(self, text: str) -> Lang:
        if text.strip():
            self.session.lang = lang_of(text)
        return self.session.lang

    def _run(self, code: str, options: Options) -> None:
        lang = self.session.lang
        given = {name: options.numbers[f"--{name}"] for name in ("seed", "shots") if f"--{name}" in options.numbers}
        body = self._client.post("/v1/simulate", {"code": code, "lang": lang, **given})
        runs = read(runs_from, body, lang, self._client.config.url)
        self.shell.user_ns[RESULT_NAME] = runs
        display(show_runs(runs, lang))

    def _hand_over(self, result: object, code: str) -> None:
        self.session.note_code(code)
        self.shell.user_ns[RESULT_NAME] = result
        self.shell.set_next_input(code)

    def _newest_code(self, lang: Lang) -> str:
        if self.session.code is None:
            raise BioqlError("no_code", lang)
        return self.session.code

    def _cell_of(self, options: Options, cell: str | None) -> str | None:
        number = options.numbers.get("--cell")
        if number is None:
            return cell
        cells = self._cells()
        if not 0 < number < len(cells):
            raise BioqlError("no_cell", self.session.lang, value=number)
        return python_of(cells[number]) or python_of(cells[number].partition("\n")[2])

    def _cells(self) -> list[str]:
        """The cells that ran, as they are written, by their number; the last one runs now."""
        history = self.shell.history_manager
        return [] if history is None else history.input_hist_raw

    def _ask_for_key(self, lang: Lang) -> str:
        try:
            return getpass.getpass("BIOQL_API_KEY: ")
        except (StdinNotImplementedError, EOFError):
            raise BioqlError("no_input", lang) from None
        except KeyboardInterrupt:
            raise BioqlError("no_change", lang) from None

    def _config_text(self, lang: Lang) -> str:
        config = self.session.config
        state = "key_set" if config.key else "key_demo" if config.used_key else "key_missing"
        return say("config", lang, url=config.url, key=say(state, lang))
