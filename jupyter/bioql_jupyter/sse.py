"""Server-sent events."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class ServerEvent:
    name: str
    data: str


def read_events(lines: Iterable[bytes]) -> Iterator[ServerEvent]:
    """Events from the lines of a stream; one that the stream breaks off is dropped."""
    name, data = "message", list[str]()
    for raw in lines:
        line = raw.decode(errors="replace").rstrip("\r\n")
        field, _, value = line.partition(":")
        if line == "":
            if data:
                yield ServerEvent(name, "\n".join(data))
            name, data = "message", []
        elif field == "event":
            name = value.removeprefix(" ")
        elif field == "data":
            data.append(value.removeprefix(" "))
