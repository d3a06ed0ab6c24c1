"""The options of a magic's line: the rest is free text, where quotes and apostrophes mean nothing."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from bioql_jupyter.errors import BioqlError
from bioql_jupyter.texts import Lang


@dataclass(frozen=True)
class Options:
    flags: frozenset[str]
    numbers: dict[str, int]
    texts: dict[str, str]
    rest: str


def take_options(
    line: str, lang: Lang, *, flags: Collection[str] = (), numbers: Collection[str] = (), texts: Collection[str] = ()
) -> Options:
    """Takes known options out of a line, wherever they stand."""
    found, counted, said = set[str](), dict[str, int](), dict[str, str]()

    def take(match: re.Match[str]) -> str:
        name, joined, apart = match["name"], match["joined"], match["apart"]
        if name in flags:
            found.add(name)
            return f" {joined or apart or ''}"
        value = joined or apart
        if value is None:
            raise BioqlError("no_value", lang, value=name)
        if name in numbers:
            counted[name] = number_from(value, lang)
        else:
            said[name] = value
        return " "

    names = "|".join(map(re.escape, [*flags, *numbers, *texts])) or "(?!)"
    value = r"(?:=(?P<joined>\S+)|(?!\S)(?:[^\S\n]+(?P<apart>(?!--)\S+))?)"
    rest = re.sub(rf"(?<!\S)(?P<name>{names}){value}", take, line).strip()
    return Options(frozenset(found), counted, said, rest)


def number_from(text: str, lang: Lang) -> int:
    if not re.fullmatch(r"[0-9]{1,10}", text):
        raise BioqlError("not_a_number", lang, value=text)
    return int(text)


def no_more(options: Options, magic: str, lang: Lang) -> None:
    if options.rest:
        raise BioqlError("unknown_option", lang, magic=magic, value=options.rest.split()[0])
