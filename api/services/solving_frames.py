"""What a worker and its solving process say to each other: JSON messages, each after its length in eight bytes."""

from __future__ import annotations

from typing import BinaryIO, Final

import msgspec

from matching.fairness.words import FairnessReport
from matching.faults import RowFault
from matching.policy import Policy
from matching.result import Result

#: Bytes before every message: its length, most significant first.
LENGTH: Final = 8


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """The run to make. ``instance`` is canonical JSON, gzip."""

    policy: Policy
    instance: bytes
    versions: dict[str, str]
    solve_workers: int = 1


class Progress(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """How far the run is, 0..1."""

    stage: str
    fraction: float


class Finished(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The run is made, with its fairness report.

    ``processes_lost``: a process that helped was killed; the result is the same.
    """

    result: Result
    fairness: FairnessReport
    processes_lost: bool = False


class Refused(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The input cannot be matched."""

    code: str
    facts: dict[str, str | int]
    rows: tuple[RowFault, ...]


class Broken(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A fault of ours: the traceback, for the log and nobody else."""

    traceback: str


Message = Progress | Finished | Refused | Broken
decode_message: Final = msgspec.json.Decoder(Message).decode
decode_task: Final = msgspec.json.Decoder(Task).decode


def frame(message: Task | Message) -> bytes:
    """The message with its length in front."""
    body = msgspec.json.encode(message)
    return len(body).to_bytes(LENGTH) + body


def read_frame(stream: BinaryIO) -> bytes | None:
    """The next message; None where the other side is gone."""
    head = stream.read(LENGTH)
    body = stream.read(int.from_bytes(head)) if len(head) == LENGTH else b""
    return body if body and len(body) == int.from_bytes(head) else None
