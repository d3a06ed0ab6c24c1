"""Asks for a program and shows it while it is written."""

from contextlib import closing

from IPython.display import DisplayHandle, display

from bioql_jupyter.answers import Answer, answer_from, read
from bioql_jupyter.client import Body, Client
from bioql_jupyter.errors import BioqlError
from bioql_jupyter.show_answer import show_answer, show_draft
from bioql_jupyter.shown import Shown
from bioql_jupyter.texts import say


class LiveOutput:
    """One output that changes; a terminal, which cannot change what it printed, sees the last state alone."""

    def __init__(self, live: bool) -> None:
        self._live = live
        self._handle: DisplayHandle | None = None

    def draft(self, shown: Shown) -> None:
        if self._live:
            self.final(shown)

    def final(self, shown: Shown) -> None:
        if self._handle is None:
            self._handle = display(shown, display_id=True) if self._live else display(shown)
        else:
            self._handle.update(shown)


def generate(client: Client, request: Body, output: LiveOutput) -> Answer:
    lang, url = client.lang, client.config.url
    draft = {"reasoning": "", "code": ""}
    result: Body = {}
    try:
        with closing(client.stream("/v1/generate", request)) as events:
            for name, body in events:
                if name == "result":
                    result = body
                elif body.get("field") in draft:
                    draft[body["field"]] += str(body.get("text", ""))
                    output.draft(show_draft(draft["reasoning"], draft["code"], say("writing", lang)))
        answer = read(answer_from, result, lang, url)
    except BioqlError:
        if any(draft.values()):
            output.draft(show_draft(draft["reasoning"], draft["code"], ""))
        raise
    except KeyboardInterrupt:
        raise BioqlError("stopped", lang) from None
    output.final(show_answer(answer, lang))
    return answer
