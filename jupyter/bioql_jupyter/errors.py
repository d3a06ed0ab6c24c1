"""Every failure is one sentence."""

from collections.abc import Mapping

from bioql_jupyter.texts import Lang, say

RETRY_AFTER_SECONDS = 2

BUSY = {"rate_limited": "rate_limited", "loading": "not_ready", "draining": "not_ready"}
OWN_TEXTS = {"unauthorized", "balance_exhausted", "not_found"}
BAD_REQUESTS = {"invalid_request", "invalid_json", "forbidden_origin", "payload_too_large", "unsupported_media_type"}


class BioqlError(Exception):
    """A failure with its code, which IPython shows as its sentence, without a traceback."""

    def __init__(self, code: str, lang: Lang, /, **values: object) -> None:
        super().__init__(say(code, lang, **values))
        self.code = code

    def _render_traceback_(self) -> list[str]:
        return [f"BioQL: {self}"]


def error_from(body: object, lang: Lang, url: str, retry_after: str | None = None) -> BioqlError:
    """The failure that an error body of the service means; decided by its code alone."""
    error = body.get("error") if isinstance(body, Mapping) else None
    if not isinstance(error, Mapping) or not isinstance(error.get("code"), str):
        return BioqlError("not_bioql", lang, url=url)
    code, said, request = (str(error.get(name, "")) for name in ("code", "message", "request_id"))
    if code in BUSY:
        return BioqlError(BUSY[code], lang, seconds=seconds_of(retry_after))
    if code in OWN_TEXTS:
        return BioqlError(code, lang, url=url)
    if code == "deadline_exceeded":
        return BioqlError("timeout", lang)
    if code in BAD_REQUESTS:
        return BioqlError("bad_request", lang, said=said)
    return BioqlError("failed", lang, said=said, request=request)


def seconds_of(retry_after: str | None) -> int:
    return int(retry_after) if retry_after is not None and retry_after.isdecimal() else RETRY_AFTER_SECONDS
