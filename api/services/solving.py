"""The worker's end of a solving process."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from importlib.metadata import version

from api.services.running import Claimed
from api.services.solving_frames import (
    LENGTH,
    Broken,
    Finished,
    Message,
    Progress,
    Refused,
    Task,
    decode_message,
    frame,
)

#: Parts whose versions stand in the report of a run.
_PARTS = ("stagekans", "ortools", "numpy")


class ProcessLost(Exception):
    """The solving process ended without an answer: killed, or out of memory."""


class Solving:
    """A run being solved. ``stage`` and ``fraction`` say how far it is."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self.stage = "starting"
        self.fraction = 0.0

    async def answer(self) -> Finished | Refused | Broken:
        """Wait for the end.

        Raises
        ------
        ProcessLost
            There was no answer.
        """
        stream = self._process.stdout
        if stream is None:
            raise ProcessLost
        while True:
            try:
                head = await stream.readexactly(LENGTH)
                body = await stream.readexactly(int.from_bytes(head))
            except asyncio.IncompleteReadError as error:
                raise ProcessLost(f"exit status {await self._process.wait()}") from error
            message: Message = await asyncio.to_thread(decode_message, body)
            if not isinstance(message, Progress):
                return message
            self.stage, self.fraction = message.stage, message.fraction


@asynccontextmanager
async def solving(run: Claimed, solve_workers: int = 1) -> AsyncIterator[Solving]:
    """Start solving, with so many processes; leaving the block ends them, whatever they were doing."""
    task = Task(
        policy=run.policy,
        instance=run.instance,
        versions={part: version(part) for part in _PARTS},
        solve_workers=solve_workers,
    )
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "api.services.solving_process",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        start_new_session=True,  # Ctrl-C in a terminal is for the worker, which ends this process itself
    )
    sending = asyncio.create_task(_send(process, frame(task)))
    try:
        yield Solving(process)
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()
        await sending


async def _send(process: asyncio.subprocess.Process, content: bytes) -> None:
    """Send the task and keep the pipe open: its end tells the process that we are gone."""
    if process.stdin is not None:
        process.stdin.write(content)
        with suppress(ConnectionError):
            await process.stdin.drain()
